"""Texts that a board words for itself; where it has none, the program's own stand."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.db import Base, Choice, Moment
from tinbai.plain_rows import value_of


class TextKey(StrEnum):
    """Which text."""

    RETURN_REASONS = "return_reasons"  # lý do trả lại, one a line
    RECEIPT = "receipt"  # added to the receipt
    RETURN = "return"  # added to the letter of a return
    PUBLISHED = "published"  # added to the news of what is on the portal


class SiteText(Base):
    """One text of one board."""

    __tablename__ = "site_text"
    __table_args__ = (UniqueConstraint("site_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    key: Mapped[TextKey] = mapped_column(Choice(TextKey))
    text: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(Moment)


def text_of(session: Session, site_id: int, key: TextKey) -> str:
    """The board's own text; "" when it has none."""
    return value_of(session, _OWN, {"site": site_id, "of_key": key}) or ""


_OWN = select(SiteText.text).where(SiteText.site_id == bindparam("site"), SiteText.key == bindparam("of_key"))


def save_text(session: Session, site_id: int, key: TextKey, text: str, *, at: datetime) -> bool:
    """Keep `text` as the board's own; empty: the program's own stands again. False when nothing changes."""
    row = session.scalars(select(SiteText).where(SiteText.site_id == site_id, SiteText.key == key)).first()
    if text == (row.text if row else ""):
        return False
    if row is None:
        row = SiteText(site_id=site_id, key=key, text=text, changed_at=at)
        session.add(row)
    row.text, row.changed_at = text, at
    return True
