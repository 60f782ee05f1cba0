"""Receiving: letters on the server become messages, their bytes safe on disk before anybody is told.

The order is the promise: the blob is synced, then its rows are committed, then the server is told. Wherever the
process dies, the next pass meets the same letters again, and the unique keys say which ones are here already.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ingest.fetching import Arrival, is_there, on_disk, slices
from ingest.letter import Letter
from ingest.mailbox import Mailbox
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow, Told
from tinbai.errors import MailboxError
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus, cut
from tinbai.workflow import record

TELL_AT_ONCE = 200

Progress = Callable[[int, int], None]  # done, total


@dataclass(frozen=True, kw_only=True)
class Received:
    """What one pass did: letters that were new, letters whose bytes were here already, letters told of."""

    stored: int = 0
    known: int = 0
    told: int = 0


def receive(
    mailbox: Mailbox,
    row: MailboxRow,
    database: Database,
    blobs: Blobs,
    *,
    limits: Limits,
    slice_bytes: int,
    clock: Clock,
    progress: Progress = lambda _done, _total: None,
    stopping: Callable[[], bool] = lambda: False,
) -> Received:
    """Store every letter above the cursor, then tell the server. Safe to run again at any moment.

    A letter that is there and does not come whole holds up nobody: the others are stored, the cursor stays below it,
    and it is asked for again in every pass; MailboxError is raised at the end so that it is seen. Stops between two
    slices when `stopping()` says so. Raises MailboxError; what was committed until then stays.
    """
    cursor = _open_epoch(database, row.id, mailbox.uidvalidity, clock)
    delivered = _delivered(database, row.id, mailbox.uidvalidity, cursor)
    listed = mailbox.uids_above(cursor)
    uids = [uid for uid in listed if uid not in delivered]
    about = mailbox.describe(uids)
    missing = {uid for uid in uids if uid not in about and is_there(mailbox, uid)}
    stored = known = 0
    some_letters = slices([about[uid] for uid in uids if uid in about], slice_bytes)
    for some in on_disk(mailbox, some_letters, blobs, limits):
        missing |= some.absent
        new = _commit(database, row.id, mailbox.uidvalidity, some.arrivals, clock)
        _move_cursor(database, row.id, mailbox.uidvalidity, _reach(some.last_uid, missing))
        stored, known = stored + new, known + len(some.arrivals) - new
        progress(stored + known, len(uids))
        if stopping():
            break
    else:
        _move_cursor(database, row.id, mailbox.uidvalidity, _reach(max(listed, default=cursor), missing))
    told = _tell(mailbox, row.id, database)
    if missing:
        raise MailboxError(mailbox="", problem=f"letters that do not come whole: {sorted(missing)[:5]}")
    return Received(stored=stored, known=known, told=told)


def _open_epoch(database: Database, row_id: int, uidvalidity: int, clock: Clock) -> int:
    """The cursor to go on from: 0 when the folder's UIDs have begun anew."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if row.uidvalidity != uidvalidity:
            if row.uidvalidity is not None:
                change = {"from": row.uidvalidity, "to": uidvalidity}
                record(session, "mailbox", row.id, row.site_id, "new_epoch", by=None, at=clock(), data=change)
            row.uidvalidity, row.last_uid = uidvalidity, 0
        return row.last_uid


def _delivered(database: Database, row_id: int, uidvalidity: int, cursor: int) -> set[int]:
    """The UIDs above the cursor that are stored already, because one below them would not come."""
    place = (Delivery.mailbox_id == row_id, Delivery.uidvalidity == uidvalidity, Delivery.uid > cursor)
    with database.reading() as session:
        return set(session.scalars(select(Delivery.uid).where(*place)))


def _reach(uid: int, missing: set[int]) -> int:
    """How far the cursor may go: up to `uid`, and never past a letter that is missing."""
    return min(uid, min(missing) - 1) if missing else uid


def _commit(database: Database, row_id: int, uidvalidity: int, arrivals: Sequence[Arrival], clock: Clock) -> int:
    """Write the rows of a slice, in one transaction; returns how many messages were new."""
    at = clock()
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        messages = _known(session, row.site_id, arrivals)
        new: list[Message] = []
        for arrival in sorted(arrivals, key=lambda arrival: arrival.about.uid):
            if arrival.sha256 not in messages:
                messages[arrival.sha256] = _message(row.site_id, arrival, at)
                new.append(messages[arrival.sha256])
        session.add_all(new)
        session.flush()
        for message in new:
            record(session, "message", message.id, row.site_id, "receive", by=None, at=at, after=message.status)
        place = (Delivery.mailbox_id == row_id, Delivery.uidvalidity == uidvalidity)
        delivered = select(Delivery.uid).where(*place, Delivery.uid.in_([arrival.about.uid for arrival in arrivals]))
        uids = set(session.scalars(delivered))
        session.add_all(
            _delivery(row_id, uidvalidity, arrival, messages[arrival.sha256].id, at)
            for arrival in arrivals
            if arrival.about.uid not in uids
        )
        return len(new)


def _known(session: Session, site_id: int, arrivals: Sequence[Arrival]) -> dict[str, Message]:
    """The messages of these bytes that are here already, by their hash."""
    hashes = {arrival.sha256 for arrival in arrivals}
    query = select(Message).where(Message.site_id == site_id, Message.sha256.in_(hashes))
    return {message.sha256: message for message in session.scalars(query)}


def _move_cursor(database: Database, row_id: int, uidvalidity: int, uid: int) -> None:
    """Up to `uid` every letter is stored. After the rows: a crash in between only asks for them again."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if row.uidvalidity == uidvalidity:
            row.last_uid = max(row.last_uid, uid)


def _message(site_id: int, arrival: Arrival, at: datetime) -> Message:
    message = Message(
        site_id=site_id, sha256=arrival.sha256, size=arrival.size, status=MessageStatus.RECEIVED, received_at=at
    )
    if arrival.stub is not None:
        _describe_stub(message, arrival.stub, arrival.size)
    return message


def _describe_stub(message: Message, headers: Letter, size: int) -> None:
    message.stored, message.status = False, MessageStatus.HELD
    message.reason = (
        f"Thư quá lớn ({size // 1_000_000} MB) nên chưa tải về; thư vẫn nằm trong hộp thư. "
        "Đề nghị người gửi chia nhỏ, hoặc mở thư trong hộp thư công vụ."
    )
    message.subject, message.sent_at = headers.subject, headers.date
    message.message_id = cut(headers.message_id)
    if headers.sender is not None:
        message.from_name, message.from_address = headers.sender.name, cut(headers.sender.address)


def _delivery(mailbox_id: int, uidvalidity: int, arrival: Arrival, message_id: int, at: datetime) -> Delivery:
    return Delivery(
        mailbox_id=mailbox_id, uidvalidity=uidvalidity, uid=arrival.about.uid, message_id=message_id, size=arrival.size,
        internal_date=arrival.about.internal_date, received_at=at, told=Told.WAITING,
    )  # fmt: skip


def _tell(mailbox: Mailbox, row_id: int, database: Database) -> int:
    """Tell the server of every committed letter it does not know of yet, those of an earlier pass included."""
    told = 0
    waiting = (Delivery.mailbox_id == row_id, Delivery.told == Told.WAITING)
    query = select(Delivery.id, Delivery.uid).where(*waiting, Delivery.uidvalidity == mailbox.uidvalidity)
    while True:
        with database.reading() as session:
            rows = session.execute(query.order_by(Delivery.uid).limit(TELL_AT_ONCE)).all()
        uids = {row.id: row.uid for row in rows}
        if not uids:
            return told
        mailbox.tell(list(uids.values()))
        with database.writing() as session:
            session.execute(update(Delivery).where(Delivery.id.in_(uids)).values(told=Told.DONE))
        told += len(uids)
