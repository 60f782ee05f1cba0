"""Notices: what a user is to hear of, at once or gathered in one letter a day, as he chose."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base, Moment


class Notice(Base):
    """One thing for one user. It waits here until a letter has told it."""

    __tablename__ = "notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    once: Mapped[str] = mapped_column(String(200), unique=True, comment="what it tells, to whom")
    at: Mapped[datetime] = mapped_column(Moment)
    words: Mapped[str] = mapped_column(comment="one sentence")
    path: Mapped[str] = mapped_column(default="", comment="the page that it is about: /articles/7")
    told_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
