"""Who is at an article: who looks, who writes, who holds it for writing, and what somebody wrote and has not saved."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.db import Base, Moment
from tinbai.people import User

TAKE_OVER = "take_over"  # the event


class Presence(Base):
    """One open page of an article: it says every some seconds that it is open. `page` is a name that it made up."""

    __tablename__ = "presence"
    __table_args__ = (UniqueConstraint("article_id", "page"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    page: Mapped[str] = mapped_column(String(32))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    since: Mapped[datetime] = mapped_column(Moment, comment="when the page was opened")
    seen_at: Mapped[datetime] = mapped_column(Moment, index=True, comment="when it last said so")
    user: Mapped[User] = relationship()


class EditingLock(Base):
    """Who writes in an article. It ends when nobody has said anything for a while; taking it over is an event."""

    __tablename__ = "editing_lock"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    since: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment, comment="when the writer was last there")
    user: Mapped[User] = relationship()


class ArticleDraft(Base):
    """What somebody wrote in one page of an article and has not saved: his own, and no revision.

    `key` names the page's work, and `serial` counts its saves: a page that has not seen the newest one opens a row of
    its own, so two pages never write over each other. Saving the article, or throwing the draft away, ends it.
    """

    __tablename__ = "article_draft"
    __table_args__ = (UniqueConstraint("article_id", "user_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    key: Mapped[str] = mapped_column(String(32))
    serial: Mapped[int]
    seen: Mapped[int] = mapped_column(comment="the article's version that it was begun on")
    form: Mapped[dict[str, Any]] = mapped_column(comment='the fields as the form has them: {"pairs": [[name, value]]}')
    saved_at: Mapped[datetime] = mapped_column(Moment, index=True)


def drafts_of(article_id: int, user_id: int) -> Select[ArticleDraft]:
    """One user's drafts of an article, the newest first."""
    own = (ArticleDraft.article_id == article_id, ArticleDraft.user_id == user_id)
    return select(ArticleDraft).where(*own).order_by(ArticleDraft.saved_at.desc(), ArticleDraft.id.desc())
