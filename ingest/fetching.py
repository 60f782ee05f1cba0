"""Fetching: the letters of a slice, whole, and their bytes on disk while the next slice is on its way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256

from ingest.letter import Letter
from ingest.mailbox import Mailbox, ServerLetter
from ingest.parse import parse
from tinbai.blobs import Blobs
from tinbai.errors import MailboxError
from tinbai.limits import Limits

LETTERS_A_SLICE = 50
HEADERS_OF_STUB = 65_536


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A letter whose bytes are on disk (or, above the limit, only its headers)."""

    about: ServerLetter
    sha256: str
    size: int
    stub: Letter | None = None


@dataclass(frozen=True, kw_only=True)
class Slice:
    """A slice whose bytes are on disk."""

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


def slices(letters: Sequence[ServerLetter], slice_bytes: int) -> Iterator[Sequence[ServerLetter]]:
    """Cut into runs of at most `slice_bytes` and LETTERS_A_SLICE letters; a larger letter stands alone."""
    some: list[ServerLetter] = []
    for letter in letters:
        if some and (sum(one.size for one in some) + letter.size > slice_bytes or len(some) == LETTERS_A_SLICE):
            yield some
            some = []
        some.append(letter)
    if some:
        yield some


def on_disk(
    mailbox: Mailbox, slices: Iterable[Sequence[ServerLetter]], blobs: Blobs, limits: Limits
) -> Iterator[Slice]:
    """Fetch the slices and store their bytes, one being fetched while the one before is synced."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="storing") as disk:
        before: Future[Slice] | None = None
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


def is_there(mailbox: Mailbox, uid: int) -> bool:
    return uid in mailbox.uids_above(uid - 1)


def _fetch(mailbox: Mailbox, letters: Sequence[ServerLetter], limits: Limits) -> _Fetched:
    wanted = {letter.uid: letter for letter in letters if letter.size <= limits.max_raw_bytes}
    stubs = [_stub(mailbox, letter, limits) for letter in letters if letter.uid not in wanted]
    answered = dict(mailbox.fetch(list(wanted))) if wanted else {}
    whole = {uid: raw for uid, raw in answered.items() if uid in wanted and len(raw) == wanted[uid].size}
    again = {uid: _fetch_again(mailbox, wanted[uid]) for uid in wanted if uid not in whole}
    whole |= {uid: raw for uid, raw in again.items() if raw is not None}
    absent = {uid for uid in again if uid not in whole and is_there(mailbox, uid)}
    return _Fetched(letters=letters, whole=whole, stubs=stubs, absent=absent)


def _stored(fetched: _Fetched, blobs: Blobs) -> Slice:
    about = {letter.uid: letter for letter in fetched.letters}
    names = blobs.put_all(list(fetched.whole.values()))
    arrivals = [
        Arrival(about=about[uid], sha256=name, size=len(raw))
        for (uid, raw), name in zip(fetched.whole.items(), names, strict=True)
    ]
    return Slice(arrivals=[*fetched.stubs, *arrivals], absent=fetched.absent, last_uid=fetched.letters[-1].uid)


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
