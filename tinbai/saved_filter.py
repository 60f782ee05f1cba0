"""Saved filters: what somebody often asks the queue for, under a name."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base, Moment

MOST = 12  # a user's, in one site: each is counted whenever he opens the queue


class SavedFilter(Base):
    """One of a user's filters. `query` is the part of the queue's address that asks for it."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("user_id", "site_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    name: Mapped[str] = mapped_column(String(80))
    query: Mapped[str] = mapped_column(String(1000), comment='as in an address: "status=new&column=kinh-te"')
    created_at: Mapped[datetime] = mapped_column(Moment)
