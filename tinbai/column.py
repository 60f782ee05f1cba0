"""Columns (chuyên mục) of a portal, and who answers for each from when to when."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.db import Base, Choice
from tinbai.people import Origin


class Column(Base):
    """One column. `decisions`: 1 = an approver may approve at once, 2 = an editor submits first."""

    __tablename__ = "column"
    __table_args__ = (UniqueConstraint("site_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    key: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(250))
    position: Mapped[int] = mapped_column(default=0, comment="order on pages")
    decisions: Mapped[int] = mapped_column(default=2)
    target: Mapped[int] = mapped_column(default=0, comment="items wanted per reporting period; 0: none set")
    longest_silence_days: Mapped[int] = mapped_column(default=0, comment="0: none set")
    active: Mapped[bool] = mapped_column(default=True)
    origin: Mapped[Origin] = mapped_column(
        Choice(Origin), default=Origin.FILE, server_default=text("'file'"), comment="file or page: who governs it"
    )
    assignments: Mapped[list["Assignment"]] = relationship(back_populates="column", order_by="Assignment.since")


class Assignment(Base):
    """Who answers for a column from `since` until `until` (inclusive; None: still)."""

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    column_id: Mapped[int] = mapped_column(ForeignKey("column.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    since: Mapped[date]
    until: Mapped[date | None]
    column: Mapped[Column] = relationship(back_populates="assignments")
