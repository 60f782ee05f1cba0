"""Which of the letters in hand is drafted next: the oldest, unless it takes long; then those behind it go first.

A corrected version follows what it corrects. So a letter that names an earlier one as what it answers waits for it,
however long that takes; no other letter can be meant to correct one that is not drafted yet, because the reference
number in a receipt exists only afterwards.
"""

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol, TypeVar

from ingest.reading import Reading
from tinbai.blobs import Blobs
from tinbai.errors import BlobMissingError

SLOW_SECONDS = 2.0  # a letter that is read for so long is overtaken
MOST_SLOW = 4  # so many letters may be overtaken; with more, the others wait
_LOOK_SECONDS = 0.5
_HEADER_BYTES = 262_144


class Read(Protocol):
    """A letter that is being read: its reading will come, or an error."""

    @property
    def reading(self) -> Future[Reading]: ...

    @property
    def since(self) -> float: ...

    @property
    def sha256(self) -> str: ...


R = TypeVar("R", bound=Read)


def has_room(begun: Collection[Read], most: int) -> bool:
    """Whether one more may be begun: there are `most` places beside those that slow letters take."""
    return len(begun) - min(MOST_SLOW, sum(map(is_slow, begun))) < most


def is_slow(one: Read) -> bool:
    """Whether a letter has been read for long and is not done."""
    return not one.reading.done() and monotonic() - one.since > SLOW_SECONDS


@dataclass
class Overtaking:
    """Chooses among the letters in hand."""

    blobs: Blobs
    _headers: dict[str, bytes] = field(default_factory=dict)

    def next_of(self, begun: Sequence[R]) -> R | None:
        """The oldest letter that may be drafted now, `begun` being in the order of arrival. None after a short wait."""
        in_hand = {one.sha256 for one in begun}
        self._headers = {key: header for key, header in self._headers.items() if key in in_hand}
        for place, one in enumerate(begun):
            if one.reading.done() and self._may_pass(one, begun[:place]):
                return one
        wait([one.reading for one in begun if not one.reading.done()], _LOOK_SECONDS, FIRST_COMPLETED)
        return None

    def _may_pass(self, one: Read, earlier: Iterable[Read]) -> bool:
        """Whether every letter before it is slow, or done and only waiting itself, and none is what it answers."""
        unread = [each for each in earlier if not each.reading.done()]
        return all(is_slow(each) for each in unread) and not self._answers_any(one, earlier)

    def _answers_any(self, one: Read, earlier: Iterable[Read]) -> bool:
        if one.reading.exception() is not None:
            return False
        letter = one.reading.result().letter
        named = [name for name in (letter.in_reply_to, *letter.references) if name]
        return any(name.strip("<> ").encode() in self._header(each.sha256) for name in named for each in earlier)

    def _header(self, sha256: str) -> bytes:
        """The beginning of a letter, where its Message-ID stands, whatever else is wrong with it."""
        if sha256 not in self._headers:
            try:
                with self.blobs.opened(sha256) as letter:
                    self._headers[sha256] = letter.read(_HEADER_BYTES)
            except BlobMissingError:
                self._headers[sha256] = b""
        return self._headers[sha256]
