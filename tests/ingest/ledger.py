"""A ledger of what letters cost, a file for each: a child writes before, during and after each attempt.

A child that is killed says nothing more, and counts as far as it wrote.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BEGUN, SO_FAR = "begun", "so far"


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


def write(entry: Path, *values: object) -> None:
    """Add a line: `BEGUN`; `SO_FAR`, own seconds, bytes; or at the end own seconds, others' seconds, bytes."""
    with entry.open("a", encoding="ascii") as file:
        file.write(",".join(map(str, values)) + "\n")


def cost_of(entry: Path, seconds: float) -> Cost:
    """What the ledger says of a letter that took `seconds` on the clock. The entry is removed."""
    lines = [line.split(",") for line in entry.read_text(encoding="ascii").splitlines()] if entry.is_file() else []
    entry.unlink(missing_ok=True)
    answers = [tuple(map(float, line)) for line in lines if line[0] not in (BEGUN, SO_FAR)]
    killed = list(_killed(lines))
    return Cost(
        seconds=seconds,
        cpu_seconds=sum(own + others for own, others, _ in answers) + sum(killed),
        peak_bytes=max((int(line[2]) for line in lines if line[0] != BEGUN), default=0),
        killed=len(killed),
        office_seconds=sum(others for _, others, _ in answers),
    )


def _killed(lines: Iterable[Sequence[str]]) -> Iterator[float]:
    """The seconds of each attempt that has no answer, as far as it wrote them down."""
    so_far: float | None = None
    for line in [*lines, [BEGUN]]:
        if line[0] == SO_FAR and so_far is not None:
            so_far = float(line[1])
        elif line[0] == BEGUN:
            if so_far is not None:
                yield so_far
            so_far = 0.0
        elif line[0] != SO_FAR:
            so_far = None
