"""A reader that knows what each letter cost: seconds on the clock, and processor time and memory of its child.

Converters count with all that they used, LibreOffice too, which lives on after the letter. What a child writes down
before, during and after each attempt stands in a ledger, a file for each letter: a child that is killed says nothing.
"""

import os
import resource
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread
from typing import Any, BinaryIO

import pytest

from ingest import sandbox
from ingest.handover import Handover, Packed
from ingest.openers import programs, warm_office
from ingest.reading import Reading
from ingest.sandbox import Reader
from tinbai.limits import Limits

_PROCESSES = Path("/proc")
_RESET_PEAK = "5"  # proc(5), clear_refs
_TICKS = os.sysconf("SC_CLK_TCK")
_BEGUN, _SO_FAR = "begun", "so far"
_BETWEEN_NOTES = 0.1  # seconds


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One letter's cost, all its attempts together; one that was killed counts with what it last wrote down."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int  # of the child and of the converters it had running, each at its own worst
    killed: int  # attempts
    office_seconds: float = 0  # of `cpu_seconds`, those of other programs

    def told(self) -> str:
        """The seconds, what of them is other programs', and how often it was killed."""
        return f"{self.cpu_seconds:.2f}, others {self.office_seconds:.2f}, killed {self.killed}"


class MeasuredReader(Reader):
    """Stands for `Reader`, made by `measured`. `costs` are by hash; may be shared by threads as `Reader` may."""

    def __init__(self, ledger: Path, *, limits: Limits) -> None:
        super().__init__(limits=limits)
        self.costs: dict[str, Cost] = {}
        self._ledger = ledger

    def read(self, letter: bytes | BinaryIO, **options: Any) -> Reading:
        name, begun = _name(letter), time.monotonic()
        try:
            return super().read(letter, **options)
        finally:
            self.costs[name] = _cost(self._ledger / name, time.monotonic() - begun)


def measured(patch: pytest.MonkeyPatch, ledger: Path, limits: Limits) -> MeasuredReader:
    """A reader whose children write into the folder `ledger`, which is made."""
    ledger.mkdir()
    patch.setattr(sandbox, "_read_here", partial(read_here, str(ledger)))
    return MeasuredReader(ledger, limits=limits)


def read_here(ledger: str, handover: Handover, *given: Any) -> Packed | sandbox._Failed:
    """In the child: `ingest.sandbox._read_here`, written down."""
    entry = Path(ledger) / sha256(handover.raw()).hexdigest()
    _write(entry, _BEGUN)
    _count_what_is_ended()
    for process in ("self", *_office()):
        (_PROCESSES / process / "clear_refs").write_text(_RESET_PEAK, encoding="ascii")
    own, others = _own_seconds(), _others_seconds()
    done = Event()
    Thread(target=_take_notes, args=(entry, own, done), daemon=True).start()
    try:
        return sandbox._read_here(handover, *given)
    finally:
        done.set()
        _write(entry, _own_seconds() - own, _others_seconds() - others, _peak_bytes())


def _take_notes(entry: Path, own: float, done: Event) -> None:
    while not done.wait(_BETWEEN_NOTES):
        _write(entry, _SO_FAR, _own_seconds() - own, _peak_of("self"))


def _write(entry: Path, *values: object) -> None:
    with entry.open("a", encoding="ascii") as file:
        file.write(",".join(map(str, values)) + "\n")


def _cost(entry: Path, seconds: float) -> Cost:
    """What the ledger says of a letter."""
    lines = [line.split(",") for line in entry.read_text(encoding="ascii").splitlines()] if entry.is_file() else []
    entry.unlink(missing_ok=True)
    answers = [tuple(map(float, line)) for line in lines if line[0] not in (_BEGUN, _SO_FAR)]
    killed = list(_killed(lines))
    return Cost(
        seconds=seconds,
        cpu_seconds=sum(own + others for own, others, _ in answers) + sum(killed),
        peak_bytes=max((int(line[2]) for line in lines if line[0] != _BEGUN), default=0),
        killed=len(killed),
        office_seconds=sum(others for _, others, _ in answers),
    )


def _killed(lines: Iterable[Sequence[str]]) -> Iterator[float]:
    """The seconds of each attempt that has no answer, as far as it wrote them down."""
    so_far: float | None = None
    for line in [*lines, [_BEGUN]]:
        if line[0] == _SO_FAR and so_far is not None:
            so_far = float(line[1])
        elif line[0] == _BEGUN:
            if so_far is not None:
                yield so_far
            so_far = 0.0
        elif line[0] != _SO_FAR:
            so_far = None


def _name(letter: bytes | BinaryIO) -> str:
    raw = letter if isinstance(letter, bytes) else os.pread(letter.fileno(), os.fstat(letter.fileno()).st_size, 0)
    return sha256(raw).hexdigest()


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which `percent` of a hundred lie."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


class _Ended:
    """Seconds of the programs that were killed: nobody waited for them, so that the kernel forgets."""

    seconds = 0.0


def _count_what_is_ended() -> None:
    if programs.end is not _ended:
        for module in (programs, warm_office):
            module.end = _ended  # type: ignore[attr-defined]


_end = programs.end


def _ended(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        _Ended.seconds += sum(map(_seconds_of, _session(process.pid)))
    _end(process)


def _office() -> Iterator[str]:
    """The processes of this child's LibreOffice, if it has one."""
    office = warm_office._Kept.office
    if office is not None and warm_office._Kept.owner == os.getpid():
        yield from _session(office._process.pid)


def _session(leader: int) -> Iterator[str]:
    for process in _PROCESSES.iterdir():
        if process.name.isdecimal() and _stat(process.name)[3:4] == [str(leader)]:
            yield process.name


def _stat(process: str) -> list[str]:
    """What stands behind the name in /proc/…/stat, from the state on; nothing when the process has ended."""
    try:
        return (_PROCESSES / process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()
    except OSError:
        return []


def _seconds_of(process: str) -> float:
    """Its own, and of those it has waited for."""
    return sum(map(int, _stat(process)[11:15])) / _TICKS


def _own_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _others_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + _Ended.seconds + sum(map(_seconds_of, _office()))


def _peak_bytes() -> int:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024  # the most of any of this child's life
    return max(sum(map(_peak_of, ("self", *_office()))), ended)


def _peak_of(process: str) -> int:
    try:
        lines = (_PROCESSES / process / "status").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
