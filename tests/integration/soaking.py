"""What a running program uses, measured again and again: memory, descriptors, threads, and how far it is.

`python -m tests.integration.soaking FILE.csv FILE.svg` draws what was measured.
"""

import csv
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import astuple, dataclass, fields
from math import sqrt
from pathlib import Path
from statistics import linear_regression

MEGABYTE = 1_000_000
PAGE_BYTES = 4096
BLOCKS = 6
STUDENT = 2.132  # Student's t for 95 % on one side, with BLOCKS - 2 degrees of freedom


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The program at one moment; bytes are of its own process, and of its children together."""

    seconds: float
    sent: int  # letters delivered to the mailbox
    settled: int  # letters that have been read
    own_bytes: int
    child_bytes: int
    descriptors: int
    threads: int
    processes: int


def measured(process: int, database: Path, started: float, sent: int) -> Sample:
    """A sample of `process`."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as connection:
        (settled,) = connection.execute("SELECT count(*) FROM message WHERE status != 'received'").fetchone()
    below = list(_below(process))
    return Sample(
        seconds=round(time.monotonic() - started, 1), sent=sent, settled=settled, own_bytes=_resident(process),
        child_bytes=sum(map(_resident, below)), descriptors=len(list(Path(f"/proc/{process}/fd").iterdir())),
        threads=len(list(Path(f"/proc/{process}/task").iterdir())), processes=1 + len(below),
    )  # fmt: skip


def _below(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(OSError):
            for child in map(int, (task / "children").read_text().split()):
                yield child
                yield from _below(child)


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE_BYTES
    except OSError:  # it has ended meanwhile
        return 0


def rises(samples: Sequence[Sample], *, most_bytes_an_hour: float) -> list[str]:
    """What is not flat: compares the second quarter with the last, the first being for warming up."""
    quarter = len(samples) // 4
    early, late = samples[quarter : 2 * quarter], samples[-quarter:]
    wrong = []
    for name in ("descriptors", "threads", "processes"):
        before, after = (max(getattr(one, name) for one in some) for some in (early, late))
        wrong += [f"{name}: {before} became {after}"] if after > before + 2 else []
    slope, doubt = bytes_an_hour(samples[quarter:])
    told = f"memory: {slope / MEGABYTE:.1f} ± {doubt / MEGABYTE:.1f} MB an hour"
    return wrong + ([told] if slope - doubt > most_bytes_an_hour else [])


def bytes_an_hour(samples: Sequence[Sample]) -> tuple[float, float]:
    """The slope of the program's own memory by least squares, and how far it may be from the truth either way.

    What an allocator holds goes up and down by megabytes for minutes, so that neighbouring samples say the same thing
    over and over: the means of BLOCKS stretches of time count as one observation each. The slope is above (and below)
    what is told with a chance of one in twenty.
    """
    stretch = len(samples) // BLOCKS
    blocks = [samples[stretch * number : stretch * (number + 1)] for number in range(BLOCKS)]
    hours = [sum(one.seconds for one in block) / len(block) / 3600 for block in blocks]
    used = [sum(one.own_bytes for one in block) / len(block) for block in blocks]
    slope, start = linear_regression(hours, used)
    left = sum((there - start - slope * hour) ** 2 for hour, there in zip(hours, used, strict=True))
    spread = sum((hour - sum(hours) / BLOCKS) ** 2 for hour in hours)
    return slope, STUDENT * sqrt(left / (BLOCKS - 2) / spread)


def write(samples: Iterable[Sample], file: Path) -> None:
    """Keep them as CSV."""
    with file.open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target)
        writer.writerow(field.name for field in fields(Sample))
        writer.writerows(astuple(sample) for sample in samples)


def read(file: Path) -> list[Sample]:
    with file.open(newline="", encoding="utf-8") as source:
        rows = list(csv.DictReader(source))
    seconds = [float(row.pop("seconds")) for row in rows]
    numbers = ({name: int(value) for name, value in row.items()} for row in rows)
    return [Sample(seconds=second, **row) for second, row in zip(seconds, numbers, strict=True)]


WIDTH, HEIGHT, MARGIN, LEFT = 760, 150, 34, 64
PANELS = (
    ("letters: delivered, read", ("sent", "settled"), 1),
    ("memory, MB: the program, its children", ("own_bytes", "child_bytes"), MEGABYTE),
    ("descriptors", ("descriptors",), 1),
    ("threads, processes", ("threads", "processes"), 1),
)
COLOURS = ("#1a4f8b", "#b5651d")


def drawn(samples: Sequence[Sample]) -> str:
    """The samples as an SVG picture, one panel below another."""
    panels = "".join(_panel(samples, number) for number in range(len(PANELS)))
    height = len(PANELS) * (HEIGHT + MARGIN) + MARGIN
    style = "text{font:12px sans-serif;fill:#333}polyline{fill:none;stroke-width:1.5}line{stroke:#bbb}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + LEFT + 20} {height}">'
        f"<style>{style}</style><rect width='100%' height='100%' fill='white'/>{panels}</svg>\n"
    )


def _panel(samples: Sequence[Sample], number: int) -> str:
    title, names, unit = PANELS[number]
    top = MARGIN + number * (HEIGHT + MARGIN)
    longest = samples[-1].seconds or 1
    highest = max(getattr(one, name) / unit for one in samples for name in names) * 1.1 or 1
    parts = [f'<text x="{LEFT}" y="{top - 6}">{title}; {longest / 60:.0f} minutes</text>']
    for share in (0, 0.5, 1):
        y = top + HEIGHT * (1 - share)
        parts.append(f'<line x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{highest * share:.0f}</text>')
    for name, colour in zip(names, COLOURS, strict=False):
        points = " ".join(
            f"{LEFT + WIDTH * one.seconds / longest:.1f},{top + HEIGHT * (1 - getattr(one, name) / unit / highest):.1f}"
            for one in samples
        )
        parts.append(f'<polyline stroke="{colour}" points="{points}"/>')
    return "".join(parts)


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(drawn(read(Path(sys.argv[1]))), encoding="utf-8")
