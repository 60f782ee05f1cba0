"""Rereadings (đọc lại theo cách khác): an editor wants an article read in another way, and ingest serves that.

The review site writes the request, `ingest/reread.py` answers it with a new revision: the stages do not know each
other. A rereading waits as long as `done_at` is null; afterwards it has either a revision or a problem.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.article import Article
from tinbai.db import Base, Moment
from tinbai.kind import Kind
from tinbai.message import Message
from tinbai.people import User


class Rereading(Base):
    """One request and what came of it. `besides` holds what it changed beside the text, so that it can be undone.

    `made` are the articles that came of a text that was parted, `merged` those that went into this one.
    """

    __tablename__ = "rereading"
    __table_args__ = (Index("ix_rereading_done_at", "done_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"), index=True)
    seen: Mapped[int] = mapped_column(comment="the article's version that the editor had before him")
    wish: Mapped[dict[str, Any]]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(Moment, comment="somebody is at it until then")
    done_at: Mapped[datetime | None] = mapped_column(Moment, comment="null: it waits")
    problem: Mapped[str | None] = mapped_column(comment="why nothing came of it; for people")
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), index=True, comment="what came of it")
    base_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), comment="the revision that it followed")
    besides: Mapped[dict[str, Any] | None] = mapped_column(comment="was, became: the article beside its text")
    made: Mapped[list[dict[str, Any]]] = mapped_column(comment="id and code of the articles made")
    merged: Mapped[list[dict[str, Any]]] = mapped_column(comment="id and code of the articles that went into this one")
    article: Mapped[Article] = relationship()
    message: Mapped[Message] = relationship()
    asked_by: Mapped[User] = relationship()


def waiting(now: datetime, limit: int) -> Select[Rereading]:
    """Requests that nobody is at, oldest first."""
    free = Rereading.lease_until.is_(None) | (Rereading.lease_until < now)
    return select(Rereading).where(Rereading.done_at.is_(None), free).order_by(Rereading.id).limit(limit)


def requests_about(article: Article) -> Select[Rereading]:
    """The rereadings of an article, and of the letter that it came with, the oldest first."""
    about = Rereading.article_id == article.id
    if article.message_id is not None:
        about = about | (Rereading.message_id == article.message_id)
    return select(Rereading).where(about).order_by(Rereading.id)


def newest_of(requests: Sequence[Rereading], article: Article) -> Rereading | None:
    """The article's own newest one among `requests`, the oldest first."""
    return next((each for each in reversed(requests) if each.article_id == article.id), None)


_BESIDES = ("genre", "fields", "column_id", "suggestions", "set_aside", "unit_id")


def besides_text(article: Article) -> dict[str, Any]:
    """What a rereading changes beside the text."""
    return {"kind": str(article.kind)} | {name: getattr(article, name) for name in _BESIDES}


def put_besides(article: Article, values: Mapping[str, Any]) -> None:
    """Give an article back what stood beside its text."""
    article.kind = Kind(values["kind"])
    for name in _BESIDES:
        setattr(article, name, values[name])
