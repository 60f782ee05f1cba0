"""Remarks (ý kiến) of the board on an article. Append-only: nobody changes what was said; it can be settled."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship, selectinload

from tinbai.db import Base, Moment
from tinbai.people import User

LONGEST = 4_000  # characters


class Remark(Base):
    """What somebody said about an article, and whether it has been seen to."""

    __tablename__ = "remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), comment="the version it was said of")
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    actor: Mapped[str] = mapped_column(String(250), comment="the name at that time")
    at: Mapped[datetime] = mapped_column(Moment)
    words: Mapped[str]
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_by: Mapped[str | None] = mapped_column(String(250), comment="the name at that time")
    mentions: Mapped[list["Mention"]] = relationship(order_by="Mention.id")


class Mention(Base):
    """Somebody whom a remark asks to look."""

    __tablename__ = "mention"
    __table_args__ = (UniqueConstraint("remark_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    remark_id: Mapped[int] = mapped_column(ForeignKey("remark.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    user: Mapped[User] = relationship()


def remarks_on(session: Session, article_id: int) -> Sequence[Remark]:
    """The remarks on an article, oldest first."""
    named = selectinload(Remark.mentions).joinedload(Mention.user).load_only(User.name)
    query = select(Remark).where(Remark.article_id == article_id).order_by(Remark.id)
    return session.scalars(query.options(named)).all()
