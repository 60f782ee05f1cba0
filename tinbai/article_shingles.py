"""The index by which an article's near-duplicates are found: samples of the shingles of what was received.

Samples are only added to. Words that an editor took out are found all the same, and whoever asks compares the whole
texts before anything is said. They follow the text with the terms it is found by (`article_search.put`); articles
from before there was this index are taken into it slice by slice (`sample_missing`).
"""

from functools import cache

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    CompoundSelect,
    ForeignKey,
    Insert,
    Integer,
    Select,
    bindparam,
    func,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.db import Base
from tinbai.shingles import MOST_SAMPLED, RULE, sample

MOST_HOLDERS = 64  # articles that are asked of for one shingle, the newest ones: what more have is a formula
_MIDDLE = 1 << 31  # columns hold signed numbers
_NO_SHINGLE = _MIDDLE  # one more than there can be: asked for where a sample has fewer than can be asked for


class ArticleShingle(Base):
    """One shingle of an article's sample. Without foreign key: it would be looked up forty times a letter."""

    __tablename__ = "article_shingle"
    __table_args__ = ({"sqlite_with_rowid": False},)

    shingle: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="see shingles.py, less 2^31")
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class ArticleSample(Base):
    """An article whose sample is in the index."""

    __tablename__ = "article_sample"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True, autoincrement=False)
    rule: Mapped[int] = mapped_column(comment="by which it was made")


def text_for_comparing(summary: str, body: str) -> str:
    """What of an article is compared: not its title, which copies often get anew."""
    return f"{summary}\n{body}" if summary else body


def put(session: Session, *, site_id: int, article_id: int, text: str) -> None:
    """Add the sample of an article's text, in the caller's transaction. Once more, and nothing changes."""
    connection = session.connection()
    shingle, known = _additions(connection.dialect.name)
    rows = [{"shingle": each - _MIDDLE, "article_id": article_id} for each in sample(text, seed=site_id)]
    if rows:
        connection.execute(shingle, rows)
    connection.execute(known, {"article_id": article_id, "rule": RULE})


def holders(session: Session, *, site_id: int, before: int, text: str) -> list[tuple[int, int]]:
    """Articles of the site before the one with that number, with how many shingles they share with `text`.

    The most alike first. Time does not grow with the number of articles: MOST_SAMPLED look-ups of MOST_HOLDERS rows.
    """
    wanted = [each - _MIDDLE for each in sample(text, seed=site_id)]
    if not wanted:
        return []
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        found = connection.execute(_by_array(), {"shingles": wanted, "before": before})
    else:
        wanted += [_NO_SHINGLE] * (MOST_SAMPLED - len(wanted))
        asked = {f"shingle_{number}": shingle for number, shingle in enumerate(wanted)}
        found = connection.execute(_one_by_one(), {**asked, "before": before})
    counts: dict[int, int] = {}
    for (article_id,) in found:
        counts[article_id] = counts.get(article_id, 0) + 1
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


@cache
def _by_array() -> Select[int]:
    """All shingles in one array: planned for one of them, whatever their number. SQLite has no such join."""
    wanted = (
        func.unnest(bindparam("shingles", type_=ARRAY(Integer))).table_valued("shingle", name="wanted").render_derived()
    )
    holders_of_one = _holder(wanted.c.shingle).correlate(wanted).lateral()
    return select(holders_of_one.c.article_id).select_from(wanted.join(holders_of_one, true()))


@cache
def _one_by_one() -> CompoundSelect[int]:
    """A question for each shingle. Built once: it is asked for every letter."""
    names = (f"shingle_{number}" for number in range(MOST_SAMPLED))
    return union_all(*(select(_holder(bindparam(name, type_=Integer)).subquery()) for name in names))


def _holder(shingle: ColumnElement[int]) -> Select[int]:
    row = Base.metadata.tables[ArticleShingle.__tablename__].c
    query = select(row.article_id).where(row.shingle == shingle, row.article_id < bindparam("before"))
    return query.order_by(row.article_id.desc()).limit(MOST_HOLDERS)


@cache
def _additions(engine: str) -> tuple[Insert, Insert]:
    """What adds a shingle, and what notes that all of an article are there; what is there already stays."""
    insert = postgresql.insert if engine == "postgresql" else sqlite.insert
    shingle, known = (Base.metadata.tables[noun.__tablename__] for noun in (ArticleShingle, ArticleSample))
    noted = insert(known)
    return (
        insert(shingle).on_conflict_do_nothing(),
        noted.on_conflict_do_update(index_elements=["article_id"], set_={"rule": noted.excluded.rule}),
    )
