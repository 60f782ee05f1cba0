"""Receiving: letters on the server become messages, their bytes safe on disk before anybody is told.

The order is the promise: the blob is synced, then its rows are committed, then the server is told. Wherever the
process dies, the next pass meets the same letters again, and the unique keys say which ones are here already.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select, update
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


@dataclass(frozen=True, kw_only=True)
class _Fetched:
    """What the server gave of a slice: bytes by UID. `absent` are the UIDs that are there and would not come."""

    letters: Sequence[ServerLetter]
    whole: Mapping[int, bytes]
    stubs: Sequence[Arrival]
    absent: set[int]


@dataclass(frozen=True, kw_only=True)
class _Slice:
    """A slice whose bytes are on disk."""

    arrivals: Sequence[Arrival]
    absent: set[int]
    last_uid: int


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
    slices = _slices([about[uid] for uid in uids if uid in about], slice_bytes)
    for some in _on_disk(mailbox, slices, blobs, limits):
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


def _on_disk(
    mailbox: Mailbox, slices: Iterable[Sequence[ServerLetter]], blobs: Blobs, limits: Limits
) -> Iterator[_Slice]:
    """Fetch the slices and store their bytes, one being fetched while the one before is synced."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="storing") as disk:
        before: Future[_Slice] | None = None
        for letters in slices:
            try:
                fetched = _fetch(mailbox, letters, limits)
            except MailboxError:
                if before is not None:
                    yield before.result()
                raise
            storing = disk.submit(_stored, fetched, blobs)
            if before is not None:
                yield before.result()
            before = storing
        if before is not None:
            yield before.result()


def _fetch(mailbox: Mailbox, letters: Sequence[ServerLetter], limits: Limits) -> _Fetched:
    wanted = {letter.uid: letter for letter in letters if letter.size <= limits.max_raw_bytes}
    stubs = [_stub(mailbox, letter, limits) for letter in letters if letter.uid not in wanted]
    answered = dict(mailbox.fetch(list(wanted))) if wanted else {}
    whole = {uid: raw for uid, raw in answered.items() if uid in wanted and len(raw) == wanted[uid].size}
    again = {uid: _fetch_again(mailbox, wanted[uid]) for uid in wanted if uid not in whole}
    whole |= {uid: raw for uid, raw in again.items() if raw is not None}
    absent = {uid for uid in again if uid not in whole and _is_there(mailbox, uid)}
    return _Fetched(letters=letters, whole=whole, stubs=stubs, absent=absent)


def _stored(fetched: _Fetched, blobs: Blobs) -> _Slice:
    about = {letter.uid: letter for letter in fetched.letters}
    names = blobs.put_all(list(fetched.whole.values()))
    arrivals = [
        Arrival(about=about[uid], sha256=name, size=len(raw))
        for (uid, raw), name in zip(fetched.whole.items(), names, strict=True)
    ]
    return _Slice(arrivals=[*fetched.stubs, *arrivals], absent=fetched.absent, last_uid=fetched.letters[-1].uid)


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
