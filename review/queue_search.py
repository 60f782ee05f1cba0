"""Finding articles by their terms without reading more than a page needs.

No engine is good at "the newest of those that have these words" for rare and for common words alike. So on PostgreSQL
the first LOOKED_AT articles of the list are looked at one by one; what is common is found there. What is not is rare,
and the index gives all of it at once. On SQLite the index itself is read from its newest end.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, cast, column, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.article_search import ArticleSearch

LOOKED_AT = 400
_INDEX = table("fts_article_search", column("rowid"))
Order = Sequence[ColumnElement[Any]]


def matching(
    session: Session, base: Select[int], match: str, *, order: Order, limit: int, below: int | None = None
) -> list[int]:
    """The first `limit` ids of `base` in `order` whose terms match; `match` as `expression` writes it.

    Without an `order`, newest first; then `below` may name the id under which the page begins.
    """
    newest = not order
    order = order or (Article.id.desc(),)
    if is_postgresql(session):
        return _on_postgresql(session, base, match, order, limit)
    hits = base.join(_INDEX, _INDEX.c.rowid == Article.id)
    hits = hits.where(literal_column("fts_article_search").op("MATCH")(match))
    if newest:
        hits = hits.where(_INDEX.c.rowid < below) if below is not None else hits
        order = (_INDEX.c.rowid.desc(),)
    return list(session.scalars(hits.order_by(*order).limit(limit)))


def expression(session: Session, terms: Sequence[str], *, prefix: bool = False, without: Sequence[str] = ()) -> str:
    """A query in the engine's own words for articles that have every one of `terms`, and not all of `without`.

    With `prefix` the last term may be the beginning of one.
    """
    quote, also, but, star = ("'", " & ", " & !", ":*") if is_postgresql(session) else ('"', " AND ", " NOT ", "*")
    written = [f"{quote}{term}{quote}" for term in terms]
    if prefix:
        written[-1] += star
    if not without:
        return also.join(written)
    others = also.join(f"{quote}{term}{quote}" for term in without)
    return f"({also.join(written)}){but}({others})"


def is_postgresql(session: Session) -> bool:
    """Which of the two engines this is."""
    return session.get_bind().dialect.name == "postgresql"


def _on_postgresql(session: Session, base: Select[int], match: str, order: Order, limit: int) -> list[int]:
    has = ArticleSearch.terms.bool_op("@@")(cast(bindparam("match", match), TSQUERY))
    near = session.scalars(base.order_by(*order).limit(LOOKED_AT)).all()
    here = set(session.scalars(select(ArticleSearch.article_id).where(ArticleSearch.article_id.in_(near), has)))
    found = [key for key in near if key in here][:limit]
    if len(found) == limit or len(near) < LOOKED_AT:
        return found
    hits = select(ArticleSearch.article_id).where(has).cte("hits").prefix_with("MATERIALIZED", dialect="postgresql")
    return list(session.scalars(base.join(hits, hits.c.article_id == Article.id).order_by(*order).limit(limit)))
