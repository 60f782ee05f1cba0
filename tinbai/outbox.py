"""The outbox: letters to be sent, written in the transaction of what they tell about.

Each carries its own Message-ID from the start: SMTP delivers at least once, and a receiver who gets the same
letter twice can tell.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import ForeignKey, Index, Select, String, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.clock import local
from tinbai.db import Base, Choice, Moment, changed

UNDO_WINDOW = timedelta(seconds=10)  # so long a letter that tells of a decision waits: the decision may be taken back
AFTER_BOUNCE = timedelta(days=7)  # a full mailbox is emptied, a wrong address is put right by somebody


class LetterKind(StrEnum):
    """Why a letter is written."""

    RECEIPT = "receipt"  # thư xác nhận đã nhận
    REFUSAL = "refusal"  # thư gửi từ hộp thư cá nhân không được nhận
    RETURN = "return"  # đề nghị bổ sung, chỉnh sửa
    PUBLISHED = "published"  # thông báo đã đăng
    ALARM = "alarm"  # cảnh báo cho quản trị
    INVITATION = "invitation"  # mời dùng trang biên tập, có đường dẫn dùng một lần
    RESET = "reset"  # đặt lại mật khẩu, có đường dẫn dùng một lần
    ACCOUNT = "account"  # tài khoản đã thay đổi
    NOTICE = "notice"  # việc đang chờ người dùng
    MENTION = "mention"  # có người nhắc tới
    OPINION = "opinion"  # xin ý kiến Trưởng ban, có thể kèm liên kết duyệt


# What opens a door is not kept once it is on its way.
WITH_LINK = (LetterKind.INVITATION, LetterKind.RESET, LetterKind.OPINION)


class LetterStatus(StrEnum):
    """Where an outgoing letter stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"  # its decision was taken back in time


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
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id"), index=True, comment="the decision it tells of, as long as that can be taken back"
    )


def to_send(now: datetime, limit: int) -> Select[OutgoingLetter]:
    """Letters whose time has come and that nobody is sending, oldest first."""
    open_ = OutgoingLetter.status.in_((LetterStatus.WAITING, LetterStatus.SENDING))
    free = OutgoingLetter.lease_until.is_(None) | (OutgoingLetter.lease_until < now)
    query = select(OutgoingLetter).where(open_, OutgoingLetter.not_before <= now, free)
    return query.order_by(OutgoingLetter.id).limit(limit)


def call_back(session: Session, event_id: int) -> bool:
    """Cancel the letters that tell of a decision; False when one of them has left, is leaving now, or may have left.

    One with an error may have: a server that hung up has perhaps accepted it before (RFC 5321, section 4.5.4.2).
    In the caller's transaction, to be rolled back on False. Whoever sends claims a letter by a guarded UPDATE too: of
    the two one wins.
    """
    told = select(func.count()).where(
        OutgoingLetter.event_id == event_id, OutgoingLetter.status != LetterStatus.CANCELLED
    )
    waiting = session.scalar(told) or 0
    called = session.execute(
        update(OutgoingLetter)
        .where(OutgoingLetter.event_id == event_id, OutgoingLetter.status == LetterStatus.WAITING)
        .where(OutgoingLetter.attempts == 0, OutgoingLetter.error.is_(None))
        .values(status=LetterStatus.CANCELLED)
        .execution_options(synchronize_session=False)
    )
    return changed(called) == waiting


def may_write(session: Session, to: str, at: datetime, *, most: int) -> bool:
    """Whether a letter that no person decides on may go to an address now.

    At most `most` go in a day of Vietnam, so that a machine at the other end that answers each of them is stopped by
    their number, whatever its headers say; and none for a while where one did not arrive.
    """
    today = local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    asked = {"to": to.lower(), "today": today, "lately": at - AFTER_BOUNCE}
    session.flush()  # the letters of this very transaction count
    had, failed = session.connection().execute(_WRITTEN, asked).one()
    return bool(had < most and not failed)


def _written() -> Select[int, int]:
    """Letters to an address: how many went by themselves since `today`, and how many came back since `lately`."""
    letters = select(func.count()).where(func.lower(OutgoingLetter.to) == bindparam("to"))
    automatic = OutgoingLetter.kind.in_((LetterKind.RECEIPT, LetterKind.REFUSAL, LetterKind.PUBLISHED))
    today, lately = bindparam("today", type_=Moment()), bindparam("lately", type_=Moment())
    written = letters.where(OutgoingLetter.created_at >= today, automatic)
    bounced = letters.where(OutgoingLetter.bounced_at > lately)
    return select(written.scalar_subquery(), bounced.scalar_subquery())


_WRITTEN = _written()  # built once: it is asked for every letter


def own_message_id(sender: str) -> str:
    """A new Message-ID in the domain of our own address (RFC 5322, section 3.6.4)."""
    domain = sender.rpartition("@")[2] or "tinbai.invalid"
    return f"<{uuid4()}@{domain}>"
