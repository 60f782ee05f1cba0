"""Receiving: letters on the server become messages, their bytes safe on disk before anybody is told.

The order is the promise: the blob is synced, then its rows are committed, then the server is told. Wherever the
process dies, the next pass meets the same letters again, and the unique keys say which ones are here already.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.letter import Letter
from ingest.mailbox import Mailbox, ServerLetter
from ingest.parse import parse
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow, Told
from tinbai.errors import MailboxError
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus, cut
from tinbai.workflow import record

TELL_AT_ONCE = 200
COMMIT_AT_ONCE = 50  # letters a transaction
HEADERS_OF_STUB = 65_536

Progress = Callable[[int, int], None]  # done, total


@dataclass(frozen=True, kw_only=True)
class Received:
    """What one pass did: letters that were new, letters whose bytes were here already, letters told of."""

    stored: int = 0
    known: int = 0
    told: int = 0


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A letter whose bytes are on disk (or, above the limit, only its headers)."""

    about: ServerLetter
    sha256: str
    size: int
    stub: Letter | None = None


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
    missing = {uid for uid in uids if uid not in about and _is_there(mailbox, uid)}
    stored = known = 0
    for some in _slices([about[uid] for uid in uids if uid in about], slice_bytes):
        arrivals, absent = _fetch(mailbox, some, blobs, limits)
        missing |= absent
        new = _commit(database, row.id, mailbox.uidvalidity, arrivals, clock)
        _move_cursor(database, row.id, mailbox.uidvalidity, _reach(some[-1].uid, missing))
        stored, known = stored + new, known + len(arrivals) - new
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


def _slices(letters: Sequence[ServerLetter], slice_bytes: int) -> Iterator[Sequence[ServerLetter]]:
    """Cut into runs of at most `slice_bytes` and COMMIT_AT_ONCE letters; a larger letter stands alone."""
    some: list[ServerLetter] = []
    for letter in letters:
        if some and (sum(one.size for one in some) + letter.size > slice_bytes or len(some) == COMMIT_AT_ONCE):
            yield some
            some = []
        some.append(letter)
    if some:
        yield some


def _delivered(database: Database, row_id: int, uidvalidity: int, cursor: int) -> set[int]:
    """The UIDs above the cursor that are stored already, because one below them would not come."""
    place = (Delivery.mailbox_id == row_id, Delivery.uidvalidity == uidvalidity, Delivery.uid > cursor)
    with database.reading() as session:
        return set(session.scalars(select(Delivery.uid).where(*place)))


def _reach(uid: int, missing: set[int]) -> int:
    """How far the cursor may go: up to `uid`, and never past a letter that is missing."""
    return min(uid, min(missing) - 1) if missing else uid


def _is_there(mailbox: Mailbox, uid: int) -> bool:
    return uid in mailbox.uids_above(uid - 1)


def _fetch(
    mailbox: Mailbox, letters: Sequence[ServerLetter], blobs: Blobs, limits: Limits
) -> tuple[Sequence[Arrival], set[int]]:
    """The letters of a slice, their bytes on disk, and the UIDs of those that are there and would not come."""
    wanted = {letter.uid: letter for letter in letters if letter.size <= limits.max_raw_bytes}
    stubs = [_stub(mailbox, letter, limits) for letter in letters if letter.uid not in wanted]
    answered = dict(mailbox.fetch(list(wanted))) if wanted else {}
    whole = {uid: raw for uid, raw in answered.items() if uid in wanted and len(raw) == wanted[uid].size}
    again = {uid: _fetch_again(mailbox, wanted[uid]) for uid in wanted if uid not in whole}
    whole |= {uid: raw for uid, raw in again.items() if raw is not None}
    arrivals = [
        Arrival(about=wanted[uid], sha256=name, size=len(raw))
        for (uid, raw), name in zip(whole.items(), blobs.put_all(list(whole.values())), strict=True)
    ]
    absent = {uid for uid in again if uid not in whole and _is_there(mailbox, uid)}
    return [*stubs, *arrivals], absent


def _fetch_again(mailbox: Mailbox, letter: ServerLetter) -> bytes | None:
    """One more try for what did not come, or came in another length than announced; None when it fails again.

    Some servers announce a wrong size for good: the same bytes twice are believed.
    """
    first = dict(mailbox.fetch([letter.uid])).get(letter.uid)
    if first is None or len(first) == letter.size or dict(mailbox.fetch([letter.uid])).get(letter.uid) == first:
        return first
    return None


def _stub(mailbox: Mailbox, letter: ServerLetter, limits: Limits) -> Arrival:
    """What stands for a letter above the limit: its headers, and a hash of its place on the server."""
    place = f"{mailbox.uidvalidity}/{letter.uid}/{letter.size}"
    headers = parse(mailbox.headers(letter.uid, HEADERS_OF_STUB), limits)
    return Arrival(about=letter, sha256=sha256(place.encode()).hexdigest(), size=letter.size, stub=headers)


def _commit(database: Database, row_id: int, uidvalidity: int, arrivals: Sequence[Arrival], clock: Clock) -> int:
    """Write the rows of a slice, in one transaction; returns how many messages were new."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        new = 0
        for arrival in sorted(arrivals, key=lambda arrival: arrival.about.uid):
            uid = arrival.about.uid
            message, is_new = _message(session, row.site_id, arrival, clock())
            new += is_new
            place = (Delivery.mailbox_id == row.id, Delivery.uidvalidity == uidvalidity, Delivery.uid == uid)
            if session.scalar(select(Delivery.id).where(*place)) is None:
                session.add(_delivery(row.id, uidvalidity, arrival, message.id, clock()))
        return new


def _move_cursor(database: Database, row_id: int, uidvalidity: int, uid: int) -> None:
    """Up to `uid` every letter is stored. After the rows: a crash in between only asks for them again."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if row.uidvalidity == uidvalidity:
            row.last_uid = max(row.last_uid, uid)


def _message(session: Session, site_id: int, arrival: Arrival, at: datetime) -> tuple[Message, bool]:
    known = session.scalar(select(Message).where(Message.site_id == site_id, Message.sha256 == arrival.sha256))
    if known is not None:
        return known, False
    message = Message(
        site_id=site_id, sha256=arrival.sha256, size=arrival.size, status=MessageStatus.RECEIVED, received_at=at
    )
    if arrival.stub is not None:
        _describe_stub(message, arrival.stub, arrival.size)
    session.add(message)
    session.flush()
    record(session, "message", message.id, site_id, "receive", by=None, at=at, after=message.status)
    return message, True


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
    query = select(Delivery).where(*waiting, Delivery.uidvalidity == mailbox.uidvalidity).order_by(Delivery.uid)
    while True:
        with database.reading() as session:
            deliveries = session.scalars(query.limit(TELL_AT_ONCE)).all()
        if not deliveries:
            return told
        mailbox.tell([delivery.uid for delivery in deliveries])
        with database.writing() as session:
            for delivery in deliveries:
                session.get_one(Delivery, delivery.id).told = Told.DONE
        told += len(deliveries)
