"""Saved filters: what somebody often asks the queue for, under a name."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from tinbai.db import Base, Moment
from tinbai.people import User

MOST = 12  # a user's, in one site: each is counted whenever he opens the queue
MOST_SHARED = 8  # in one site: each is counted whenever anybody of the board opens the queue


class SavedFilter(Base):
    """One of a user's filters, or of the whole board's. `query` is the part of the queue's address that asks for it."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("user_id", "site_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    name: Mapped[str] = mapped_column(String(80))
    query: Mapped[str] = mapped_column(String(1000), comment='as in an address: "status=new&column=kinh-te"')
    created_at: Mapped[datetime] = mapped_column(Moment)
    shared: Mapped[bool] = mapped_column(default=False, server_default=text("false"), comment="the whole board sees it")
    user: Mapped[User] = relationship()


def filters_for(user_id: int, site_id: int) -> Select[SavedFilter]:
    """Those that a user sees in a site: his own and the board's, by name."""
    seen = (SavedFilter.user_id == user_id) | SavedFilter.shared
    query = select(SavedFilter).where(SavedFilter.site_id == site_id, seen)
    return query.order_by(SavedFilter.name, SavedFilter.id).options(joinedload(SavedFilter.user).load_only(User.name))
