"""Linking an article to an earlier one, on record in the history of both."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.related import Related
from tinbai.workflow import record


def relate(session: Session, article: Article, earlier: Article, *, by: User, at: datetime) -> Related:
    """Link two articles of one site. Raises InputError when they are the same, or linked already either way."""
    if article.id == earlier.id:
        raise InputError(field="code", problem="same_article")
    there = select(Related.id).where(
        or_(
            (Related.article_id == article.id) & (Related.earlier_id == earlier.id),
            (Related.article_id == earlier.id) & (Related.earlier_id == article.id),
        )
    )
    if session.scalar(there) is not None:
        raise InputError(field="code", problem="already_related")
    made = Related(article_id=article.id, earlier_id=earlier.id, actor=by.name, at=at)
    session.add(made)
    session.flush()
    _record(session, "relate", article, earlier, by, at)
    return made


def unrelate(session: Session, row: Related, *, by: User, at: datetime) -> None:
    """Take a link away."""
    _record(session, "unrelate", row.article, row.earlier, by, at)
    session.delete(row)


def _record(session: Session, decision: str, article: Article, earlier: Article, by: User, at: datetime) -> None:
    for one, other in ((article, earlier), (earlier, article)):
        title = other.revision.title if other.revision else ""
        note = f"{other.code} {title}".strip()
        data = {"article": other.id}
        record(session, "article", one.id, one.site_id, decision, by=by, at=at, note=note, data=data)
