"""Fetching: the letters of a slice, whole, and their bytes on disk while the next slice is on its way."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from ingest.claimed_sender import claimed_sender
from ingest.letter import Letter
from ingest.mailbox import Mailbox, ServerLetter
from ingest.parse_files import read_or_hold
from ingest.sandbox import Reader
from tinbai.blobs import Blobs
from tinbai.errors import DroppedError, MailboxError
from tinbai.limits import Limits

LETTERS_A_SLICE = 50
DESCRIBE_AT_ONCE = 500
HEADERS_OF_STUB = 65_536


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A letter whose bytes are on disk; or its stub, where it is above the limit or cannot be had (`dropped`)."""

    about: ServerLetter
    sha256: str
    size: int
    sender: str | None = None  # as the letter says, at a glance
    stub: Letter | None = None
    dropped: bool = False  # the server ends the connection whenever it is asked for


@dataclass(frozen=True, kw_only=True)
class Slice:
    """A slice whose bytes are on disk; its letters in the order that they were asked for."""

    arrivals: Sequence[Arrival]
    absent: set[int]
    last_uid: int


@dataclass(frozen=True, kw_only=True)
class _Fetched:
    """What the server gave of a slice: bytes by UID. `absent` are the UIDs that are there and would not come."""

    letters: Sequence[ServerLetter]
    whole: Mapping[int, bytes]
    stubs: Sequence[Arrival]
    absent: set[int]


def described(mailbox: Mailbox, uids: Sequence[int], missing: set[int]) -> Iterator[ServerLetter]:
    """Ask for size and date in the order of `uids`, some hundred at a time and no sooner than they are wanted.

    What is listed and not described goes into `missing`, unless it has gone meanwhile.
    """
    for start in range(0, len(uids), DESCRIBE_AT_ONCE):
        some = uids[start : start + DESCRIBE_AT_ONCE]
        about = mailbox.describe(some)
        missing.update(uid for uid in some if uid not in about and is_there(mailbox, uid))
        yield from (about[uid] for uid in some if uid in about)


def slices(
    letters: Iterable[ServerLetter], slice_bytes: int, alone: Collection[int] = ()
) -> Iterator[Sequence[ServerLetter]]:
    """Cut into runs of at most `slice_bytes` and LETTERS_A_SLICE letters; a larger letter stands alone.

    So do the UIDs in `alone`.
    """
    some: list[ServerLetter] = []
    size = 0
    for letter in letters:
        ends = size + letter.size > slice_bytes or len(some) == LETTERS_A_SLICE or letter.uid in alone
        if some and (ends or some[-1].uid in alone):
            yield some
            some, size = [], 0
        some.append(letter)
        size += letter.size
    if some:
        yield some


def on_disk(
    mailbox: Mailbox, slices: Iterator[Sequence[ServerLetter]], blobs: Blobs, limits: Limits,
    given_up: Mapping[int, bool] = MappingProxyType({}),
) -> Iterator[Slice]:  # fmt: skip
    """Fetch the slices and store their bytes, one being fetched while the one before is synced.

    Of the UIDs in `given_up` only the headers are asked for, and not even those where it says False. Raises
    DroppedError when the connection ends while letters are fetched.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="storing") as disk:
        before: Future[Slice] | None = None
        while True:
            try:
                letters = next(slices, None)
                fetched = None if letters is None else _fetch(mailbox, letters, limits, given_up)
            except MailboxError:
                if before is not None:
                    yield before.result()
                raise
            storing = None if fetched is None else disk.submit(_stored, fetched, blobs)
            if before is not None:
                yield before.result()
            if storing is None:
                return
            before = storing


def is_there(mailbox: Mailbox, uid: int) -> bool:
    return uid in mailbox.uids_above(uid - 1)


def _fetch(mailbox: Mailbox, letters: Sequence[ServerLetter], limits: Limits, given_up: Mapping[int, bool]) -> _Fetched:
    try:
        return _fetched(mailbox, letters, limits, given_up)
    except MailboxError as error:
        uids = [letter.uid for letter in letters]
        raise DroppedError(
            mailbox=error.mailbox, problem=error.problem, uids=uids, retryable=error.retryable
        ) from error


def _fetched(
    mailbox: Mailbox, letters: Sequence[ServerLetter], limits: Limits, given_up: Mapping[int, bool]
) -> _Fetched:
    about = {letter.uid: letter for letter in letters}
    wanted = {uid: one for uid, one in about.items() if one.size <= limits.max_raw_bytes and uid not in given_up}
    stubs = [_stub(mailbox, about[uid], limits, given_up.get(uid)) for uid in about if uid not in wanted]
    answered = dict(mailbox.fetch(list(wanted))) if wanted else {}
    whole = {uid: raw for uid, raw in answered.items() if uid in wanted and len(raw) == wanted[uid].size}
    again = {uid: _fetch_again(mailbox, wanted[uid]) for uid in wanted if uid not in whole}
    whole |= {uid: raw for uid, raw in again.items() if raw is not None}
    absent = {uid for uid in again if uid not in whole and is_there(mailbox, uid)}
    return _Fetched(letters=letters, whole=whole, stubs=stubs, absent=absent)


def _stored(fetched: _Fetched, blobs: Blobs) -> Slice:
    about = {letter.uid: letter for letter in fetched.letters}
    names = blobs.put_all(list(fetched.whole.values()))
    arrivals = {stub.about.uid: stub for stub in fetched.stubs} | {
        uid: Arrival(about=about[uid], sha256=name, size=len(raw), sender=claimed_sender(raw))
        for (uid, raw), name in zip(fetched.whole.items(), names, strict=True)
    }
    return Slice(
        arrivals=[arrivals[uid] for uid in about if uid in arrivals],
        absent=fetched.absent,
        last_uid=fetched.letters[-1].uid,
    )


def _fetch_again(mailbox: Mailbox, letter: ServerLetter) -> bytes | None:
    """One more try for what did not come, or came in another length than announced; None when it fails again.

    Some servers announce a wrong size for good: the same bytes twice are believed.
    """
    first = dict(mailbox.fetch([letter.uid])).get(letter.uid)
    if first is None or len(first) == letter.size or dict(mailbox.fetch([letter.uid])).get(letter.uid) == first:
        return first
    return None


def _stub(mailbox: Mailbox, letter: ServerLetter, limits: Limits, dropped: bool | None) -> Arrival:  # noqa: FBT001
    """What stands for a letter above the limit, or one that cannot be had: its headers, a hash of them and its size.

    So it is the same letter after the mailbox has moved. Where no headers come, it is known by its place alone.
    `dropped` is None for the first kind; for the second it says whether to ask for the headers.
    """
    headers = b"" if dropped is False else mailbox.headers(letter.uid, HEADERS_OF_STUB)
    mark = headers or f"{mailbox.uidvalidity}/{letter.uid}".encode()
    sha = sha256(b"stub/%d/" % letter.size + mark).hexdigest()
    read = _headers_read(headers, limits)
    return Arrival(about=letter, sha256=sha, size=letter.size, stub=read, dropped=dropped is not None)


def _headers_read(headers: bytes, limits: Limits) -> Letter:
    """Read in a child of its own, as everything from outside is: stubs are rare, and their bytes no better."""
    with Reader(limits=limits) as reader:
        return read_or_hold(reader, headers, site=None, limits=limits).letter
