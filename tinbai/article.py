"""Articles (tin, bài): what the board decides about. An article's status is that of its newest revision."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai import article_search  # noqa: F401 - whoever writes articles has their terms written
from tinbai.column import Column
from tinbai.db import Base, Choice, Moment
from tinbai.kind import Kind
from tinbai.message import Message
from tinbai.people import Contributor, Unit, User
from tinbai.revision import Revision


class ArticleStatus(StrEnum):
    """Where an article stands. The moves between them are in `workflow.py`."""

    NEW = "new"  # mới tiếp nhận
    EDITING = "editing"  # đang biên tập
    SUBMITTED = "submitted"  # chờ duyệt
    RETURNED = "returned"  # trả lại
    REJECTED = "rejected"  # từ chối
    APPROVED = "approved"  # đã duyệt, chờ đăng
    PUBLISHED = "published"  # đã đăng
    WITHDRAWN = "withdrawn"  # đã gỡ


def _created(context: Any) -> datetime:
    """An article that no letter brought has waited since it was made."""
    made: datetime = context.get_current_parameters()["created_at"]
    return made


class Article(Base):
    """One article. `code` is the reference number that contributors are told (AM-2026-0123).

    `version` counts every change of the article or its text: who saves says which version he has seen.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("site_id", "code"),
        UniqueConstraint("message_id", "ordinal"),
        Index("ix_article_site_status", "site_id", "status", "id"),
        Index("ix_article_site_column", "site_id", "column_id", "id"),
        Index("ix_article_contributor_id", "contributor_id", "id"),
        Index("ix_article_unit_id", "unit_id", "id"),
        Index("ix_article_editor_id", "editor_id", "id"),
        Index("ix_article_site_kind", "site_id", "kind", "id"),
        Index("ix_article_site_created", "site_id", "created_at", "id"),
        Index("ix_article_site_status_arrived", "site_id", "status", "arrived_at", "id"),
        Index("ix_article_unit_status", "unit_id", "status", "id"),
        Index("ix_article_site_column_status", "site_id", "column_id", "status", "id"),
        Index("ix_article_site_kind_status", "site_id", "kind", "status", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    code: Mapped[str] = mapped_column(String(32))
    kind: Mapped[Kind] = mapped_column(Choice(Kind))
    status: Mapped[ArticleStatus] = mapped_column(Choice(ArticleStatus))
    version: Mapped[int] = mapped_column(default=1)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"), comment="null: written by hand")
    ordinal: Mapped[int] = mapped_column(default=0, comment="which article of its letter, from 0")
    contributor_id: Mapped[int | None] = mapped_column(ForeignKey("contributor.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    column_id: Mapped[int | None] = mapped_column(ForeignKey("column.id"))
    genre: Mapped[str | None] = mapped_column(String(64))
    forwarded_by: Mapped[str | None] = mapped_column(comment="người chuyển, where the sender is not the author")
    suggestions: Mapped[list[dict[str, Any]]] = mapped_column(
        comment="columns that would fit: name, reason, confidence"
    )
    fields: Mapped[dict[str, Any]] = mapped_column(
        comment="what its kind needs besides text: a document's number, date"
    )
    set_aside: Mapped[list[dict[str, Any]]] = mapped_column(comment="text and why: what is not in the article")
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), comment="who has claimed it")
    needs_head: Mapped[bool] = mapped_column(default=False, comment="xin ý kiến Trưởng ban")
    publish_at: Mapped[datetime | None] = mapped_column(Moment, comment="hẹn giờ đăng; null: at once")
    created_at: Mapped[datetime] = mapped_column(Moment)
    arrived_at: Mapped[datetime | None] = mapped_column(
        Moment, default=_created, comment="when its newest letter came: the deadline runs from then"
    )
    changed_at: Mapped[datetime] = mapped_column(Moment)
    announced_at: Mapped[datetime | None] = mapped_column(Moment, comment="its contributor was told that it is live")
    revision_id: Mapped[int | None] = mapped_column(
        ForeignKey("revision.id", use_alter=True), comment="the newest revision; null only while it is being made"
    )

    message: Mapped[Message | None] = relationship()
    contributor: Mapped[Contributor | None] = relationship()
    unit: Mapped[Unit | None] = relationship()
    column: Mapped[Column | None] = relationship()
    editor: Mapped[User | None] = relationship()
    revision: Mapped[Revision | None] = relationship(foreign_keys=[revision_id], post_update=True)
    revisions: Mapped[list[Revision]] = relationship(
        foreign_keys=[Revision.article_id], order_by=Revision.number, back_populates="article"
    )


def counts_by_status(site_id: int | None = None) -> Select[ArticleStatus, int]:
    """How many articles stand in each status, in one site or in all."""
    query = select(Article.status, func.count()).group_by(Article.status)
    return query if site_id is None else query.where(Article.site_id == site_id)
