"""The people around a site: units and contributors who send, users who decide."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.db import Base, Choice, Moment


class RoleName(StrEnum):
    """What a user may do. A role may be limited to one column."""

    EDITOR = "editor"  # biên tập viên: claim, edit, submit, return, reject
    APPROVER = "approver"  # thành viên Ban biên tập: also approve and withdraw, in the columns given
    PUBLISHER = "publisher"  # người đăng: when and whether what is approved stands on the portal; not what it says
    READER = "reader"  # người xem: reads, decides nothing
    HEAD = "head"  # Trưởng Ban biên tập: every decision in every column
    SECRETARY = "secretary"  # thư ký: as an editor, and looks after columns, units, texts and held letters
    ADMIN = "admin"  # quản trị: users, settings and the log; no say in articles


class Origin(StrEnum):
    """Where an entry of the register comes from. The site's file governs what it names; people govern the rest."""

    FILE = "file"
    PAGE = "page"


class Notify(StrEnum):
    """How a user wants to hear of what waits for him."""

    IMMEDIATE = "immediate"  # a letter for each
    DIGEST = "digest"  # one letter a day
    NONE = "none"


class Unit(Base):
    """A unit (đơn vị) that sends articles."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("site_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    key: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(250))
    bloc: Mapped[str | None] = mapped_column(String(64), comment="khối: Đảng, chính quyền, đoàn thể")
    active: Mapped[bool] = mapped_column(default=True)
    origin: Mapped[Origin] = mapped_column(
        Choice(Origin), default=Origin.FILE, server_default=text("'file'"), comment="file or page: who governs it"
    )


class Contributor(Base):
    """A contributor (cộng tác viên): whoever sends for a unit.

    `active` follows the site's file; `stopped` is what a person said, and no file undoes it.
    """

    __tablename__ = "contributor"
    __table_args__ = (UniqueConstraint("site_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    name: Mapped[str] = mapped_column(String(250))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    active: Mapped[bool] = mapped_column(default=True)
    origin: Mapped[Origin] = mapped_column(
        Choice(Origin), default=Origin.FILE, server_default=text("'file'"), comment="file or page: who governs it"
    )
    stopped: Mapped[bool] = mapped_column(
        default=False, server_default=text("false"), comment="a person said that it no longer sends"
    )
    aliases: Mapped[list[str] | None] = mapped_column(comment="other names it goes by")
    unit: Mapped[Unit | None] = relationship()
    addresses: Mapped[list["ContributorAddress"]] = relationship(
        back_populates="contributor", order_by="ContributorAddress.id"
    )


class ContributorAddress(Base):
    """An address a contributor writes from; stored in lower case."""

    __tablename__ = "contributor_address"
    __table_args__ = (UniqueConstraint("site_id", "address"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    contributor_id: Mapped[int] = mapped_column(ForeignKey("contributor.id"), index=True)
    address: Mapped[str] = mapped_column(String(254))
    personal: Mapped[bool] = mapped_column(default=False, comment="a private mailbox, not an official one")
    active: Mapped[bool] = mapped_column(
        default=True, server_default=text("true"), comment="false: taken out, kept for what came from it"
    )
    origin: Mapped[Origin] = mapped_column(
        Choice(Origin), default=Origin.FILE, server_default=text("'file'"), comment="file or page: who governs it"
    )
    bounced_at: Mapped[datetime | None] = mapped_column(Moment, comment="a letter of ours did not reach it")
    bounce: Mapped[str | None] = mapped_column(comment="why, in words")
    contributor: Mapped[Contributor] = relationship(back_populates="addresses")


class RefusedSender(Base):
    """An address that a person said no to; stored in lower case. Its letters become nothing until he takes it back."""

    __tablename__ = "refused_sender"
    __table_args__ = (UniqueConstraint("site_id", "address"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    address: Mapped[str] = mapped_column(String(254))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    actor: Mapped[str] = mapped_column(String(250), comment="the name at that time")
    at: Mapped[datetime] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(default="", comment="the reason given")


class User(Base):
    """Somebody with a log-in. `password_hash` is argon2id; empty: no log-in with a password possible yet."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(64), unique=True, comment="lower case")
    name: Mapped[str] = mapped_column(String(250), comment="as it stands in the history")
    title: Mapped[str] = mapped_column(String(250), default="", comment="chức vụ, free text")
    email: Mapped[str | None] = mapped_column(String(254))
    password_hash: Mapped[str] = mapped_column(String(200), default="")
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    notify: Mapped[Notify] = mapped_column(
        Choice(Notify),
        default=Notify.IMMEDIATE,
        server_default=text("'immediate'"),
        comment="letters to him: how often",
    )
    language: Mapped[str | None] = mapped_column(String(8), comment="of the pages; null: as the site's")
    roles: Mapped[list["Role"]] = relationship(back_populates="user", cascade="all, delete-orphan")


class Role(Base):
    """A right of a user in a site, perhaps in one column of it only."""

    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("user_id", "site_id", "column_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    column_id: Mapped[int | None] = mapped_column(ForeignKey("column.id"), comment="null: the whole site")
    name: Mapped[RoleName] = mapped_column(Choice(RoleName))
    user: Mapped[User] = relationship(back_populates="roles")
