"""How often each check spoke, was followed and was passed over, by month: one row for each, so that a page is cheap.

- *hits*: findings that were new in a revision: not in the one before it
- *followed*: findings that an editor's revision has no longer, and that nobody had passed over
- *dismissed*: findings passed over, those heeded again taken off where they were counted

Months are Vietnamese ones.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.clock import local
from tinbai.db import Base, changed


class CheckCount(Base):
    """The figures of one check in one month."""

    __tablename__ = "check_count"
    __table_args__ = (UniqueConstraint("site_id", "month", "check_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    month: Mapped[str] = mapped_column(String(7), comment='"2026-10"')
    check_name: Mapped[str] = mapped_column(String(64))
    hits: Mapped[int] = mapped_column(default=0)
    followed: Mapped[int] = mapped_column(default=0)
    dismissed: Mapped[int] = mapped_column(default=0)


class CheckCounted(Base):
    """How far revisions were counted; the only row has id 1."""

    __tablename__ = "check_counted"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(default=0, comment="the last one counted")


def month_of(at: datetime) -> str:
    """The month in Việt Nam: "2026-10"."""
    return local(at).strftime("%Y-%m")


def add(session: Session, site_id: int, month: str, check: str, **more: int) -> None:
    """Add to the figures, in the caller's transaction. Whoever adds at the same time waits for the row."""
    values = {getattr(CheckCount, name): getattr(CheckCount, name) + number for name, number in more.items()}
    mine = (CheckCount.site_id == site_id, CheckCount.month == month, CheckCount.check_name == check)
    if changed(session.execute(update(CheckCount).where(*mine).values(values))):
        return
    figures = {"hits": 0, "followed": 0, "dismissed": 0}
    _insert_missing(session, {"site_id": site_id, "month": month, "check_name": check, **figures})
    session.execute(update(CheckCount).where(*mine).values(values))


def counts_of(session: Session, site_id: int, months: Sequence[str]) -> Mapping[tuple[str, str], CheckCount]:
    """The figures of a site by check and month."""
    query = select(CheckCount).where(CheckCount.site_id == site_id, CheckCount.month.in_(months))
    return {(row.check_name, row.month): row for row in session.scalars(query)}


def _insert_missing(session: Session, values: Mapping[str, object]) -> None:
    """Of two who insert at once, one finds it there."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(insert(CheckCount).values(values).on_conflict_do_nothing())
