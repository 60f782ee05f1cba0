"""Paired measurements: both sides in one run, in turns, so that what else the machine does strikes both alike."""

import resource
import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

# What is made ready before the clock starts, and taken down after it has stopped.
Ready = Callable[[], AbstractContextManager[Callable[[], object]]]


@dataclass(frozen=True, kw_only=True)
class Spent:
    """Seconds on the clock, and seconds of processor time of this process and its ended children."""

    wall: float
    cpu: float


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two ways to do the same, over all rounds."""

    name: str
    ours: list[Spent]
    other: list[Spent]
    counts_cpu: bool = True  # False: part of the work is done by processes whose time we do not see

    def ratio(self, field: str) -> tuple[float, float, float]:
        """Median, smallest and largest of ours / other, round by round."""
        ratios = [getattr(a, field) / getattr(b, field) for a, b in zip(self.ours, self.other, strict=True)]
        return statistics.median(ratios), min(ratios), max(ratios)

    def line(self, count: int) -> str:
        """A row of the table in docs/benchmarks.md; `count` is the letters of a round."""
        wall = self.ratio("wall")
        rate = count / statistics.median(spent.wall for spent in self.ours)
        other_rate = count / statistics.median(spent.wall for spent in self.other)
        row = f"| {self.name} | {rate:.0f} | {other_rate:.0f} | {wall[0]:.2f} ({wall[1]:.2f}–{wall[2]:.2f}) |"
        if not self.counts_cpu:
            return f"{row} – | – | – |"
        cpu = self.ratio("cpu")
        ours = statistics.median(spent.cpu for spent in self.ours) * 1000 / count
        other = statistics.median(spent.cpu for spent in self.other) * 1000 / count
        return f"{row} {ours:.1f} | {other:.1f} | {cpu[0]:.2f} ({cpu[1]:.2f}–{cpu[2]:.2f}) |"


def paired(
    name: str, ours: Callable[[], object], other: Callable[[], object], *, rounds: int, counts_cpu: bool = True
) -> Pair:
    """Run both, in turns, `rounds` times."""
    return paired_when_ready(
        name, lambda: nullcontext(ours), lambda: nullcontext(other), rounds=rounds, counts_cpu=counts_cpu
    )


def paired_when_ready(name: str, ours: Ready, other: Ready, *, rounds: int, counts_cpu: bool = True) -> Pair:
    """As `paired`, with what each side needs to stand before it begins."""
    mine: list[Spent] = []
    theirs: list[Spent] = []
    for number in range(rounds):
        order = ((ours, mine), (other, theirs)) if number % 2 == 0 else ((other, theirs), (ours, mine))
        for ready, spent in order:
            with ready() as way:
                spent.append(measured(way))
    return Pair(name=name, ours=mine, other=theirs, counts_cpu=counts_cpu)


def measured(way: Callable[[], object]) -> Spent:
    """What one call costs."""
    wall, cpu = time.monotonic(), _cpu()
    way()
    return Spent(wall=time.monotonic() - wall, cpu=_cpu() - cpu)


def _cpu() -> float:
    total = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        total += usage.ru_utime + usage.ru_stime
    return total
