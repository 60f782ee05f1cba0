"""Revisions: the text of an article with its photos, append-only. The letter's own version is number 1."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.db import Base, Moment

if TYPE_CHECKING:
    from tinbai.article import Article


class Revision(Base):
    """One version of an article's text. Never changed once written; saving makes the next one."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Moment)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), comment="null: made from a letter")
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"), comment="the letter it was made from")
    from_part: Mapped[str | None] = mapped_column(comment='"body" or the file name it was read from')
    encoding: Mapped[str] = mapped_column(String(16), default="unicode", comment="before it was repaired")
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="", comment="sapo")
    body_html: Mapped[str] = mapped_column(default="", comment="as tinbai.clean leaves it; photos are apart")
    byline: Mapped[str] = mapped_column(default="", comment='as printed: "Tin, ảnh: Thí Điểm"')
    author: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    findings: Mapped[list[dict[str, Any]]] = mapped_column(comment="what the checks say of this version")
    chosen: Mapped[list[dict[str, Any]] | None] = mapped_column(
        deferred=True, comment="what the reader chose, how sure it was, and what else there was; null: no reading"
    )
    origin: Mapped[int | None] = mapped_column(
        comment="number of the reading that an editor's version goes back to; null: it is one"
    )
    article: Mapped["Article"] = relationship(foreign_keys=[article_id], back_populates="revisions")
    photos: Mapped[list["RevisionPhoto"]] = relationship(order_by="RevisionPhoto.position")
    attachments: Mapped[list["RevisionAttachment"]] = relationship(order_by="RevisionAttachment.position")


class RevisionPhoto(Base):
    """A photo of a revision.

    `place` is the index of the top-level element of `body_html` after which it stands, -1 before the first one;
    null: it lies in the tray and is not published.
    """

    __tablename__ = "revision_photo"
    __table_args__ = (UniqueConstraint("revision_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    position: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), index=True, comment="of the original bytes, in the blob store")
    filename: Mapped[str]
    caption: Mapped[str] = mapped_column(default="")
    alt: Mapped[str] = mapped_column(default="", comment="văn bản thay thế")
    place: Mapped[int | None]
    edit: Mapped[str] = mapped_column(
        String(32), default="", server_default=text("''"), comment="how it is turned and cut, see photo_edit.py"
    )
    cover: Mapped[bool] = mapped_column(
        default=False, server_default=text("false"), comment="ảnh đại diện; where none is, the first photo placed"
    )


class RevisionAttachment(Base):
    """A file that is published beside the text: a signed PDF, a table."""

    __tablename__ = "revision_attachment"
    __table_args__ = (UniqueConstraint("revision_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    position: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    filename: Mapped[str]
    media_type: Mapped[str] = mapped_column(String(128))
