"""The index by which articles are found: the terms of each article's newest revision.

The terms follow the revision in the same transaction, whoever changes it: a listener on the session writes them, so
that no way to a new revision can forget to. What was written past the session is found by `tinbai/indexing.py`.

An article of a restricted letter has a row without terms: its text is in no index, and nobody finds it by words. The
shingles by which copies are found (`article_shingles.py`) are written with the terms.

The full-text index itself is made by the migration, since each engine has its own: FTS5 on SQLite, kept by triggers,
and a GIN index on PostgreSQL. Their names begin with `fts_`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Dialect, ForeignKey, Text, bindparam, event, insert, inspect, update
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from tinbai.article_shingles import put as put_shingles
from tinbai.article_shingles import text_for_comparing
from tinbai.db import Base, changed
from tinbai.html import text_of_html
from tinbai.message import Message
from tinbai.revision import Revision
from tinbai.search_terms import site_term, terms_of_findings, terms_of_text

INDEXES = "fts_"  # what begins so belongs to a full-text index; no noun describes it
ARTICLE = "article"


class Terms(TypeDecorator[Sequence[str]]):
    """Terms, which hold no space and no quotation mark: words on SQLite, a tsvector without places on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text or TSVECTOR."""
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        """As the engine takes them."""
        return None if value is None else as_text(value, dialect.name)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Sequence[str] | None:
        """Back from the engine."""
        del dialect
        return None if value is None else value.replace("'", "").split()


class ArticleSearch(Base):
    """What one article is found by."""

    __tablename__ = "article_search"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True, autoincrement=False)
    revision_id: Mapped[int | None] = mapped_column(comment="whose terms they are")
    terms: Mapped[Sequence[str]] = mapped_column(Terms, comment="see search_terms.py; none: restricted")


def as_text(terms: Iterable[str], engine: str) -> str:
    """Terms as they are written into the column."""
    return " ".join(f"'{term}'" for term in terms) if engine == "postgresql" else " ".join(terms)


def is_described(name: str | None, _kind: str, _parents: object) -> bool:
    """Whether a table or an index is one that a noun describes. For Alembic's `include_name`."""
    return name is None or not name.startswith(INDEXES)


def terms_of(article: Any, revision: Revision, body: str) -> list[str]:
    """The terms of an article as `revision` has it; `body` is its text."""
    texts = (article.code, revision.title, revision.summary, body, revision.byline, revision.author, revision.source)
    return [site_term(article.site_id), *terms_of_findings(revision.findings), *terms_of_text(texts)]


def put(session: Session, article: Any, *, new: bool = False) -> None:
    """Write what `article` is found by as it stands, in the caller's transaction. `new`: it has no row yet."""
    # By its number: what `article.revision` holds may be the one before until it is read again.
    revision = session.get(Revision, article.revision_id) if article.revision_id else None
    if revision is None:
        return
    values: dict[str, Any] = {"revision_id": revision.id, "terms": []}
    if not _is_restricted(session, article, revision):
        body = text_of_html(revision.body_html)
        values["terms"] = terms_of(article, revision, body)
        _put_shingles(session, article, text_for_comparing(revision.summary, body))
    connection = session.connection()
    if not new and changed(connection.execute(_RENEW, {"article": article.id, **values})):
        return
    connection.execute(insert(_TABLE), {"article_id": article.id, **values})


def put_sample(session: Session, article: Any) -> None:
    """Write only what copies of `article` are found by: of a restricted letter, nothing."""
    revision = session.get_one(Revision, article.revision_id)
    restricted = _is_restricted(session, article, revision)
    text = "" if restricted else text_for_comparing(revision.summary, text_of_html(revision.body_html))
    _put_shingles(session, article, text)


def _put_shingles(session: Session, article: Any, text: str) -> None:
    put_shingles(session, site_id=article.site_id, article_id=article.id, text=text)


def _is_restricted(session: Session, article: Any, revision: Revision) -> bool:
    """Whether a letter that it came in is restricted."""
    letters = {article.message_id, revision.message_id} - {None}
    return any((found := session.get(Message, key)) is not None and found.restriction is not None for key in letters)


_TABLE = Base.metadata.tables[ArticleSearch.__tablename__]
_RENEW = (
    update(_TABLE)
    .where(_TABLE.c.article_id == bindparam("article"))
    .values(revision_id=bindparam("revision_id"), terms=bindparam("terms"))
)


@event.listens_for(Session, "after_flush")
def _follow(session: Session, _context: object) -> None:
    """After what was written: the terms of every article that has another revision, or whose letter was restricted."""
    made = set(session.new)
    with session.no_autoflush:
        for row in [*made, *session.dirty]:
            if _has_another_revision(row):
                put(session, row, new=row in made)
            elif isinstance(row, Message) and inspect(row).attrs.restriction.history.has_changes():
                _follow_restriction(session, row)


def _has_another_revision(row: object) -> bool:
    if not isinstance(row, Base) or row.__tablename__ != ARTICLE:
        return False
    attributes = inspect(row).attrs
    changes = attributes.revision.history.has_changes() or attributes.revision_id.history.has_changes()
    return changes and row.revision_id is not None  # type: ignore[attr-defined]


def _follow_restriction(session: Session, message: Message) -> None:
    article = Base.metadata.tables[ARTICLE].c
    for mapper in Base.registry.mappers:
        if mapper.local_table is article.id.table:
            noun = mapper.class_
            for each in session.query(noun).filter(noun.message_id == message.id):
                put(session, each)
