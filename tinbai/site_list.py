"""What a board keeps on its pages for the checks: entries of its lists, and its wishes for single checks."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base, Choice, Moment
from tinbai.finding import Severity

LONGEST = 250  # characters of a name or a value


class ListName(StrEnum):
    """Which list."""

    LEADERS = "leaders"  # lãnh đạo và chức danh
    PLACES = "places"  # địa danh đã thay đổi
    ABBREVIATIONS = "abbreviations"  # chữ viết tắt
    HOTLINES = "hotlines"  # số điện thoại, tài khoản công khai
    LEXICON = "lexicon"  # từ riêng của địa phương
    REPLACED = "replaced"  # văn bản đã được thay thế


class SiteEntry(Base):
    """One entry of one list. One that is switched off hides the entry with its key in the file or in the program.

    What `name` and `value` are depends on the list: a leader's name and title, an ended place and its successor, a
    replaced document and the one that replaced it, a word (or a number) and what it is. `note` is a document's kind.
    """

    __tablename__ = "site_entry"
    __table_args__ = (UniqueConstraint("site_id", "list_name", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    list_name: Mapped[ListName] = mapped_column(Choice(ListName))
    key: Mapped[str] = mapped_column(String(32), comment="what makes it the same entry; see site_entries.py")
    name: Mapped[str] = mapped_column(String(LONGEST))
    value: Mapped[str] = mapped_column(String(LONGEST))
    note: Mapped[str] = mapped_column(String(LONGEST))
    since: Mapped[date | None] = mapped_column(comment="first day of it, or of what replaced it")
    until: Mapped[date | None] = mapped_column(comment="last day of it; of a place: the day on which it ended")
    active: Mapped[bool]
    changed_at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(250), comment="who changed it last, by the name at that time")


class CheckWish(Base):
    """What a board wants of one check; null: as its file has it, or else as the chain of checks does."""

    __tablename__ = "check_wish"
    __table_args__ = (UniqueConstraint("site_id", "check_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    check_name: Mapped[str] = mapped_column(String(64))
    on: Mapped[bool | None] = mapped_column("switched_on")
    severity: Mapped[Severity | None] = mapped_column(Choice(Severity))
    changed_at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(250), comment="who changed it last, by the name at that time")
