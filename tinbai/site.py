"""A site: one editorial board, with its mailboxes, columns, people and portals. Everything hangs under one."""

from sqlalchemy import ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base


class Site(Base):
    """One editorial board. `key` is its name in `config.toml`; `code` opens its reference numbers (AM-2026-0123)."""

    __tablename__ = "site"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(250))
    code: Mapped[str] = mapped_column(String(16))
    data: Mapped[str] = mapped_column(default="", comment="the site's own TOML as last loaded; see site_data.py")
    register: Mapped[str] = mapped_column(
        default="", server_default=text("''"), comment="who may send, as JSON; follows the rows, see register.py"
    )
    lists: Mapped[str] = mapped_column(
        default="",
        server_default=text("''"),
        comment="lists for the checks, as JSON; follows the rows, see site_lists.py",
    )


class SiteCounter(Base):
    """The last number given out, per site and year; numbers are never used again."""

    __tablename__ = "site_counter"
    __table_args__ = (UniqueConstraint("site_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    year: Mapped[int]
    last: Mapped[int] = mapped_column(default=0)
