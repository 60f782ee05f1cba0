"""Alarms: trouble that lasts. One is told once when it began to last, and once when it is over."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base, Moment


class Alarm(Base):
    """A trouble from its first sight to its end. While it lasts, `open` holds its name, so that it stands once."""

    __tablename__ = "alarm"
    __table_args__ = (Index("ix_alarm_told_at", "told_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), comment="what is wrong, and where: silence an-mau/chung")
    open: Mapped[str | None] = mapped_column(String(200), unique=True, comment="the name while it lasts; null: over")
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), comment="null: the whole server")
    words: Mapped[str] = mapped_column(comment="in Vietnamese: what is wrong, and what to do")
    since: Mapped[datetime] = mapped_column(Moment, comment="first seen")
    told_at: Mapped[datetime | None] = mapped_column(Moment, comment="null: it has not lasted long enough")
    over_at: Mapped[datetime | None] = mapped_column(Moment)


def lasting() -> Select[Alarm]:
    """The alarms that were told and are not over, oldest first."""
    return select(Alarm).where(Alarm.open.is_not(None), Alarm.told_at.is_not(None)).order_by(Alarm.id)
