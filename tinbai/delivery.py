"""Deliveries: what stood on the mail server, one row for every server message, and how far each folder was read."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base, Choice, Moment


class Told(StrEnum):
    """Whether the server has been told that the letter is safe here."""

    WAITING = "waiting"  # the row is committed, the server does not know yet
    DONE = "done"


class Delivery(Base):
    """One message of the server, unique by (mailbox, epoch, UIDVALIDITY, UID): RFC 3501 section 2.3.1.1.

    UIDVALIDITY alone does not say which server: two of them may give the same. The epoch does.
    """

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("mailbox_id", "epoch", "uidvalidity", "uid"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox_id: Mapped[int] = mapped_column(ForeignKey("mailbox.id"))
    epoch: Mapped[int] = mapped_column(default=1, server_default=text("1"), comment="that of the mailbox at the time")
    uidvalidity: Mapped[int] = mapped_column(BigInteger)
    uid: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"), index=True)
    size: Mapped[int] = mapped_column(BigInteger, comment="bytes")
    internal_date: Mapped[datetime | None] = mapped_column(Moment, comment="when the server got it")
    received_at: Mapped[datetime] = mapped_column(Moment)
    told: Mapped[Told] = mapped_column(Choice(Told), index=True)


class MailboxRow(Base):
    """A configured mailbox, known by its key, and the cursor in the folder that it names now.

    A new epoch begins, and the cursor at 0, whenever the UIDs come to mean other letters: another UIDVALIDITY, another
    server, user or folder under the same key, a folder put back to an earlier state.
    """

    __tablename__ = "mailbox"
    __table_args__ = (UniqueConstraint("site_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    key: Mapped[str] = mapped_column(String(64))
    place: Mapped[str | None] = mapped_column(comment="where the cursor counts: protocol, user, server, folder")
    epoch: Mapped[int] = mapped_column(default=1, server_default=text("1"), comment="counts how often UIDs began anew")
    uidvalidity: Mapped[int | None] = mapped_column(BigInteger)
    last_uid: Mapped[int] = mapped_column(BigInteger, default=0, comment="every UID up to here is stored")
    polled_at: Mapped[datetime | None] = mapped_column(Moment, comment="the last pass that reached the server")
    error: Mapped[str | None] = mapped_column(comment="why the last pass failed; null: it did not")
    error_since: Mapped[datetime | None] = mapped_column(Moment)
    letters: Mapped[int | None] = mapped_column(comment="how many stood on the server at the last pass")
    waiting: Mapped[int] = mapped_column(
        default=0, server_default=text("0"), comment="of these, still to be fetched; kept up with every slice"
    )
    reconciled_at: Mapped[datetime | None] = mapped_column(Moment, comment="server and rows were last compared")
    missing: Mapped[int] = mapped_column(
        default=0, server_default=text("0"), comment="letters found missing then that could not be fetched"
    )
    quota_used: Mapped[int | None] = mapped_column(BigInteger, comment="bytes; null: the server tells no quota")
    quota_room: Mapped[int | None] = mapped_column(BigInteger, comment="bytes")
    certificate_until: Mapped[datetime | None] = mapped_column(Moment, comment="the server's; null: no TLS")
    looked_at: Mapped[datetime | None] = mapped_column(Moment, comment="when the three above were asked for")
