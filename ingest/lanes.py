"""Where letters are read: first all of them in a quick lane, and those that take long once more in lanes with time.

A letter leaves the quick lane as soon as it needs a slow program (LibreOffice, Tesseract), or after some seconds. So it
holds up nobody for longer than that, whatever it carries; what it has cost until then is lost.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Condition
from time import monotonic
from typing import Final, TypeVar

from ingest.openers.patience import PatienceNeededError, hurry
from tinbai.limits import Limits
from tinbai.sandbox import BrokenTaskError, Sandbox

HURRY_SECONDS: Final = 5
_PATIENT_LANES: Final = 2  # a letter that hangs does not hold up the next one with a Word 97 file
_SECOND_LANE_AFTER: Final = 2.0  # seconds of waiting for the first: each lane has a LibreOffice, and needs its memory

T = TypeVar("T")


class _Later:
    """The answer of the quick lane when a letter needs more time."""


class Lanes:
    """Sandboxes for letters. A context manager's end, `end()`, is left to the owner; may be shared by threads."""

    def __init__(self, limits: Limits, *, modules: Sequence[str], workers: int = 1) -> None:
        self._quick = Sandbox(limits, modules=modules, workers=workers)
        self._patient = [Sandbox(limits, modules=modules) for _ in range(_PATIENT_LANES)]
        self._busy: set[int] = set()
        self._has_ended = False
        self._changed = Condition()

    def call(self, work: Callable[..., T], *arguments: object, limits: Limits) -> T:
        """The answer of `work(*arguments)` in a child, as `Sandbox.call` gives it. Raises BrokenTaskError."""
        if limits.wall_seconds <= HURRY_SECONDS:
            return self._quick.call(work, *arguments, limits=limits)
        hurried = limits.model_copy(update={"wall_seconds": HURRY_SECONDS})
        try:
            answer: T | _Later = self._quick.call(_in_hurry, work, arguments, limits=hurried)
        except BrokenTaskError as broken:
            if not broken.late:
                raise
        else:
            if not isinstance(answer, _Later):
                return answer
        with self._lane() as lane:
            return lane.call(work, *arguments, limits=limits)

    def end(self) -> None:
        """End every child. What is being read in one comes to nothing, and what waits for a lane does not begin."""
        with self._changed:
            self._has_ended = True
            self._changed.notify_all()
        for sandbox in (self._quick, *self._patient):
            sandbox.__exit__(None, None, None)

    @contextmanager
    def _lane(self) -> Iterator[Sandbox]:
        """The first patient lane, or another one when that stays taken."""
        until = monotonic() + _SECOND_LANE_AFTER
        with self._changed:
            while (number := self._free_lane(until)) is None and not self._has_ended:
                self._changed.wait(max(0.01, until - monotonic()) if monotonic() < until else None)
            if number is None or self._has_ended:
                raise BrokenTaskError("tiến trình đọc thư bị ngắt")
            self._busy.add(number)
        try:
            yield self._patient[number]
        finally:
            with self._changed:
                self._busy.discard(number)
                self._changed.notify_all()

    def _free_lane(self, until: float) -> int | None:
        usable = range(len(self._patient) if monotonic() >= until else 1)
        return next((number for number in usable if number not in self._busy), None)


def _in_hurry(work: Callable[..., T], arguments: Sequence[object]) -> T | _Later:
    """In the child of the quick lane."""
    try:
        with hurry():
            return work(*arguments)
    except PatienceNeededError:
        return _Later()
