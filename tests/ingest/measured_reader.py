"""A reader that knows what each letter cost: seconds on the clock, and processor time and memory of its child."""

import os
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from statistics import quantiles
from typing import Any, BinaryIO

from ingest import sandbox
from ingest.handover import Packed
from ingest.reading import Reading
from ingest.sandbox import Reader

_ITSELF = Path("/proc/self")
_RESET_PEAK = "5"  # proc(5), clear_refs


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One letter's cost, all its attempts together; `cpu_seconds` of attempts that were killed are not known."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    killed: int  # attempts


@dataclass(frozen=True, kw_only=True)
class _Costed(Packed):
    cpu_seconds: float
    peak_bytes: int


class MeasuredReader(Reader):
    """Stands for `Reader`; `ingest.sandbox._read_here` must be `read_here` of this file. `costs` are by hash."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.costs: dict[str, Cost] = {}
        self._answers: list[Packed | sandbox._Failed] = []

    def read(self, letter: bytes | BinaryIO, **options: Any) -> Reading:
        self._answers = []
        begun = time.monotonic()
        try:
            return super().read(letter, **options)
        finally:
            costed = [answer for answer in self._answers if isinstance(answer, _Costed)]
            self.costs[_name(letter)] = Cost(
                seconds=time.monotonic() - begun,
                cpu_seconds=sum(answer.cpu_seconds for answer in costed),
                peak_bytes=max((answer.peak_bytes for answer in costed), default=0),
                killed=len(self._answers) - len(costed),
            )

    def _answer(self, *given: Any, **options: Any) -> Packed | sandbox._Failed:
        answer = super()._answer(*given, **options)
        self._answers.append(answer)
        return answer


def read_here(*given: Any) -> Packed | sandbox._Failed:
    """In the child: `ingest.sandbox._read_here`, measured; converters that it starts count."""
    (_ITSELF / "clear_refs").write_text(_RESET_PEAK, encoding="ascii")
    before = _cpu_seconds()
    answer = sandbox._read_here(*given)
    if not isinstance(answer, Packed):
        return answer
    known = {field.name: getattr(answer, field.name) for field in fields(Packed)}
    return _Costed(**known, cpu_seconds=_cpu_seconds() - before, peak_bytes=_peak_bytes())


def _name(letter: bytes | BinaryIO) -> str:
    raw = letter if isinstance(letter, bytes) else os.pread(letter.fileno(), os.fstat(letter.fileno()).st_size, 0)
    return sha256(raw).hexdigest()


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which `percent` of a hundred lie."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def _cpu_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _peak_bytes() -> int:
    (line,) = [line for line in (_ITSELF / "status").read_text().splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) * 1024
