"""The outbox: letters to be sent, written in the transaction of what they tell about.

Each carries its own Message-ID from the start: SMTP delivers at least once, and a receiver who gets the same
letter twice can tell.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import ForeignKey, Index, Select, String, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.clock import local
from tinbai.db import Base, Choice, Moment

AFTER_BOUNCE = timedelta(days=7)  # a full mailbox is emptied, a wrong address is put right by somebody


class LetterKind(StrEnum):
    """Why a letter is written."""

    RECEIPT = "receipt"  # thư xác nhận đã nhận
    RETURN = "return"  # đề nghị bổ sung, chỉnh sửa
    PUBLISHED = "published"  # thông báo đã đăng
    ALARM = "alarm"  # cảnh báo cho quản trị


class LetterStatus(StrEnum):
    """Where an outgoing letter stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class OutgoingLetter(Base):
    """A letter of ours. `once` is unique: the same thing is never told twice to the same person."""

    __tablename__ = "outgoing_letter"
    __table_args__ = (
        Index("ix_outgoing_letter_status_not_before", "status", "not_before"),
        Index("ix_outgoing_letter_created_at", "created_at"),
        Index("ix_outgoing_letter_bounced_at", "bounced_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    kind: Mapped[LetterKind] = mapped_column(Choice(LetterKind))
    once: Mapped[str] = mapped_column(String(200), unique=True, comment="what it tells, to whom")
    to: Mapped[str] = mapped_column(String(998))
    subject: Mapped[str]
    text: Mapped[str]
    message_id: Mapped[str] = mapped_column(String(250), unique=True, comment="our own Message-ID")
    in_reply_to: Mapped[str | None] = mapped_column(String(998))
    status: Mapped[LetterStatus] = mapped_column(Choice(LetterStatus))
    not_before: Mapped[datetime] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    error: Mapped[str | None]
    bounced_at: Mapped[datetime | None] = mapped_column(Moment, comment="a server reported that it did not arrive")


def to_send(now: datetime, limit: int) -> Select[OutgoingLetter]:
    """Letters whose time has come and that nobody is sending, oldest first."""
    open_ = OutgoingLetter.status.in_((LetterStatus.WAITING, LetterStatus.SENDING))
    free = OutgoingLetter.lease_until.is_(None) | (OutgoingLetter.lease_until < now)
    query = select(OutgoingLetter).where(open_, OutgoingLetter.not_before <= now, free)
    return query.order_by(OutgoingLetter.id).limit(limit)


def may_write(session: Session, to: str, at: datetime, *, most: int) -> bool:
    """Whether a letter that no person decides on may go to an address now.

    At most `most` go in a day of Vietnam, so that a machine at the other end that answers each of them is stopped by
    their number, whatever its headers say; and none for a while where one did not arrive.
    """
    today = local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    had, failed = session.execute(_WRITTEN, {"to": to.lower(), "today": today, "lately": at - AFTER_BOUNCE}).one()
    return bool(had < most and not failed)


def _written() -> Select[int, int]:
    """Letters to an address: how many went by themselves since `today`, and how many came back since `lately`."""
    letters = select(func.count()).where(func.lower(OutgoingLetter.to) == bindparam("to"))
    automatic = OutgoingLetter.kind.in_((LetterKind.RECEIPT, LetterKind.PUBLISHED))
    today, lately = bindparam("today", type_=Moment()), bindparam("lately", type_=Moment())
    written = letters.where(OutgoingLetter.created_at >= today, automatic)
    bounced = letters.where(OutgoingLetter.bounced_at > lately)
    return select(written.scalar_subquery(), bounced.scalar_subquery())


_WRITTEN = _written()  # built once: it is asked for every letter


def own_message_id(sender: str) -> str:
    """A new Message-ID in the domain of our own address (RFC 5322, section 3.6.4)."""
    domain = sender.rpartition("@")[2] or "tinbai.invalid"
    return f"<{uuid4()}@{domain}>"
