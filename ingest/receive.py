"""Receiving: letters on the server become messages, their bytes safe on disk before anybody is told.

The order is the promise: the blob is synced, then its rows are committed, then the server is told. Wherever the
process dies, the next pass meets the same letters again, and the unique keys say which ones are here already.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ingest.dropped import PASSES, note_drop, note_left_behind, suspects
from ingest.epoch import Epoch, delivered, here, move_cursor, open_epoch
from ingest.fetching import Arrival, described, on_disk, slices
from ingest.letter import Letter
from ingest.mailbox import Mailbox
from ingest.restricted import restricted
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow, Told
from tinbai.errors import DroppedError, MailboxError
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus, cut
from tinbai.workflow import record

TELL_AT_ONCE = 200

Progress = Callable[[int, int], None]  # done, total


@dataclass(frozen=True, kw_only=True)
class Received:
    """What one pass did: letters that were new, whose bytes were here already, told of; `left` are for the next."""

    stored: int = 0
    known: int = 0
    told: int = 0
    left: int = 0


@dataclass
class Stored:
    """How storing goes: letters that were new, known by their bytes, and there but not to be had whole."""

    new: int = 0
    known: int = 0
    whole: int = 0  # of these, those whose bytes came
    missing: set[int] = field(default_factory=set)
    doubtful: Mapping[int, int] = field(default_factory=dict)  # see `ingest.dropped.suspects`
    stopped: bool = False


def receive(
    mailbox: Mailbox,
    row: MailboxRow,
    database: Database,
    blobs: Blobs,
    *,
    limits: Limits,
    slice_bytes: int,
    clock: Clock,
    place: str = "",
    newest_first: bool = False,
    most: int | None = None,
    progress: Progress = lambda _done, _total: None,
    stopping: Callable[[], bool] = lambda: False,
) -> Received:
    """Store every letter above the cursor, at most `most`, then tell the server. Safe to run again at any moment.

    A letter that is there and does not come whole holds up nobody: the others are stored, the cursor stays below it,
    and it is asked for again in every pass; MailboxError is raised at the end so that it is seen. One on which the
    server ends the connection comes last, and in the end a held stub stands for it (`ingest.dropped`). Stops between
    two slices when `stopping()` says so. Raises MailboxError; what was committed until then stays.
    """
    epoch = open_epoch(database, row.id, mailbox, place, clock)
    already = delivered(database, epoch)
    listed = mailbox.uids_above(epoch.cursor)
    uids = [uid for uid in listed if uid not in already]
    if newest_first:
        uids.reverse()
    climbs = mailbox.ordered and not newest_first
    done = Stored(doubtful=suspects(database, epoch, clock))
    sound = [uid for uid in uids if uid not in done.doubtful]
    waiting = set(uids).difference(sound)
    in_turn = [*sound, *(uid for uid in uids if uid in waiting)][:most]
    told = 0
    for some in (in_turn[: len(sound)], in_turn[len(sound) :]):
        for last_uid in store(
            mailbox, epoch, some, done, database, blobs, limits=limits, slice_bytes=slice_bytes, clock=clock,
            stopping=stopping,
        ):  # fmt: skip
            waiting.discard(last_uid)
            if climbs:
                move_cursor(database, epoch, _reach(last_uid, done.missing | waiting))
            progress(done.new + done.known, len(uids))
        told += _tell(mailbox, epoch, database)  # before a letter is asked for that may end the connection
    left = len(uids) - len(in_turn)
    if mailbox.ordered and not done.stopped and not left:
        move_cursor(database, epoch, _reach(max(listed, default=epoch.cursor), done.missing))
    if done.missing:
        problem = f"letters that do not come whole: {sorted(done.missing)[:5]}"
        raise MailboxError(mailbox="", problem=problem, reached=True)
    return Received(stored=done.new, known=done.known, told=told, left=left)


def store(
    mailbox: Mailbox, epoch: Epoch, uids: Sequence[int], done: Stored, database: Database, blobs: Blobs, *,
    limits: Limits, slice_bytes: int, clock: Clock, stopping: Callable[[], bool],
) -> Iterator[int]:  # fmt: skip
    """Store these letters in their order, those in doubt last and alone, noting in `done` how it goes.

    Yields the last UID of each slice. Raises DroppedError when the connection ends over letters.
    """
    # Of those in doubt none comes first in every pass: the one that breaks the connection would prove nothing.
    in_doubt = [uid for uid in uids if uid in done.doubtful]
    in_turn = [uid for uid in uids if uid not in done.doubtful]
    first = int(clock().timestamp()) // 60 % max(1, len(in_doubt))
    in_turn += sorted([*in_doubt[first:], *in_doubt[:first]], key=lambda uid: done.doubtful[uid])
    given_up = {uid: drops == PASSES for uid, drops in done.doubtful.items() if drops >= PASSES}
    some_letters = slices(described(mailbox, in_turn, done.missing), slice_bytes, done.doubtful)
    try:
        for some in on_disk(mailbox, some_letters, blobs, limits, given_up):
            done.missing |= some.absent
            new = _commit(database, epoch, some.arrivals, clock)
            done.new, done.known = done.new + new, done.known + len(some.arrivals) - new
            done.whole += sum(arrival.stub is None for arrival in some.arrivals)
            yield some.last_uid
            if stopping():
                done.stopped = True
                return
    except DroppedError as drop:
        note_drop(database, epoch, drop.uids, proven=done.whole > 0, known=done.doubtful, clock=clock)
        raise


def _reach(uid: int, missing: set[int]) -> int:
    """How far the cursor may go: up to `uid`, and never past a letter that is missing."""
    return min(uid, min(missing) - 1) if missing else uid


def _commit(database: Database, epoch: Epoch, arrivals: Sequence[Arrival], clock: Clock) -> int:
    """Write the rows of a slice, in one transaction; returns how many messages were new."""
    at = clock()
    with database.writing() as session:
        row = session.get_one(MailboxRow, epoch.mailbox_id)
        messages = _known(session, row.site_id, arrivals)
        new: list[Message] = []
        for arrival in arrivals:
            if arrival.sha256 not in messages:
                messages[arrival.sha256] = _message(row.site_id, arrival, at)
                new.append(messages[arrival.sha256])
        session.add_all(new)
        session.flush()
        for message in new:
            record(session, "message", message.id, row.site_id, "receive", by=None, at=at, after=message.status)
        known = select(Delivery.uid).where(*here(epoch), Delivery.uid.in_([arrival.about.uid for arrival in arrivals]))
        uids = set(session.scalars(known))
        for arrival in (one for one in arrivals if one.about.uid not in uids):
            message_id = messages[arrival.sha256].id
            session.add(_delivery(epoch, arrival, message_id, at))
            if arrival.dropped:
                note_left_behind(session, row, arrival.about.uid, message_id, clock)
        return len(new)


def _known(session: Session, site_id: int, arrivals: Sequence[Arrival]) -> dict[str, Message]:
    """The messages of these bytes that are here already, by their hash."""
    hashes = {arrival.sha256 for arrival in arrivals}
    query = select(Message).where(Message.site_id == site_id, Message.sha256.in_(hashes))
    return {message.sha256: message for message in session.scalars(query)}


def _message(site_id: int, arrival: Arrival, at: datetime) -> Message:
    message = Message(
        site_id=site_id, sha256=arrival.sha256, size=arrival.size, status=MessageStatus.RECEIVED, received_at=at,
        from_address=cut(arrival.sender),
    )  # fmt: skip
    if arrival.stub is not None:
        _describe_stub(message, arrival.stub, _why_a_stub(arrival))
    return message


def _why_a_stub(arrival: Arrival) -> str:
    if arrival.dropped:
        return (
            f"Chưa tải được thư này: máy chủ thư ngắt kết nối mỗi khi tải nó (đã thử {PASSES} lần). Thư vẫn nằm trong "
            "hộp thư; hãy mở thư trong hộp thư công vụ, hoặc đề nghị người gửi gửi lại."
        )
    return (
        f"Thư quá lớn ({arrival.size // 1_000_000} MB) nên chưa tải về; thư vẫn nằm trong hộp thư. "
        "Đề nghị người gửi chia nhỏ, hoặc mở thư trong hộp thư công vụ."
    )


def _describe_stub(message: Message, headers: Letter, reason: str) -> None:
    message.stored, message.status, message.reason = False, MessageStatus.HELD, reason
    message.subject, message.sent_at = headers.subject, headers.date
    closed = restricted(headers)  # no more than its subject is known
    message.restriction = closed.restriction if closed else None
    message.message_id = cut(headers.message_id)
    if headers.sender is not None:
        message.from_name, message.from_address = headers.sender.name, cut(headers.sender.address)


def _delivery(epoch: Epoch, arrival: Arrival, message_id: int, at: datetime) -> Delivery:
    return Delivery(
        mailbox_id=epoch.mailbox_id, epoch=epoch.number, uidvalidity=epoch.uidvalidity, uid=arrival.about.uid,
        message_id=message_id, size=arrival.about.size, internal_date=arrival.about.internal_date, received_at=at,
        told=Told.DONE if arrival.dropped else Told.WAITING,  # one that cannot be had is not to be moved away
    )  # fmt: skip


def _tell(mailbox: Mailbox, epoch: Epoch, database: Database) -> int:
    """Tell the server of every committed letter it does not know of yet, those of an earlier pass included."""
    told = 0
    query = select(Delivery.id, Delivery.uid).where(*here(epoch), Delivery.told == Told.WAITING)
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
