"""Corrections (đính chính): what readers are told when a published article was wrong.

A correction goes out with the first approval after it and with every later one. It is never changed: one that was
wrong itself is dropped before the approval, and stays in the history.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.db import Base, Moment


class Correction(Base):
    """One note. `event_id` is the decision's: approvals with a higher number carry the note."""

    __tablename__ = "correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    actor: Mapped[str] = mapped_column(String(250), comment="the name at that time")
    at: Mapped[datetime] = mapped_column(Moment)
    words: Mapped[str] = mapped_column(comment="as readers see it")
    dropped_at: Mapped[datetime | None] = mapped_column(Moment, comment="taken back before it went out")


def corrections_of(session: Session, article_id: int, *, before: int | None = None) -> Sequence[Correction]:
    """The notes of an article that stand, oldest first; only those that the approval `before` carries, if given."""
    query = select(Correction).where(Correction.article_id == article_id, Correction.dropped_at.is_(None))
    if before is not None:
        query = query.where(Correction.event_id < before)
    return session.scalars(query.order_by(Correction.id)).all()
