"""Reading a letter against mail-parser alone: processor time, and the memory of a process that does nothing else.

Both hand over every attachment decoded. The memory is what a fresh process needs beyond what it had after importing
both and reading one small letter; `python -m tests.benchmarks.reading ours FILE...` is that process.
"""

import base64
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import mailparser

from ingest.parse import parse
from tests.benchmarks.measure import Pair, paired
from tinbai.limits import Limits

SMALL = b"From: hnd@songmau.example\r\nSubject: tin\r\n\r\nTin\r\n"
WAYS = ("ours", "other")
_ITSELF = Path("/proc/self")


@dataclass(frozen=True, kw_only=True)
class Memory:
    """Bytes that reading took at its height, of both ways."""

    ours: int
    other: int

    def line(self) -> str:
        """A row of the table in docs/benchmarks.md."""
        ratio = self.ours / self.other
        return f"| peak memory, MB | {self.ours / 1e6:.1f} | {self.other / 1e6:.1f} | {ratio:.2f} |"


def reading(letters: Sequence[bytes], rounds: int) -> Pair:
    """Our reader against mail-parser alone."""

    def all_of(way: str) -> None:
        for raw in letters:
            read_once(way, raw)

    return paired("reading, against mail-parser", lambda: all_of("ours"), lambda: all_of("other"), rounds=rounds)


def memory(letters: Sequence[bytes], folder: Path) -> Memory:
    """What the dearest of the letters costs; each way in a process of its own. `folder` holds the letters."""
    paths = [folder / f"{number}.eml" for number in range(len(letters))]
    for path, raw in zip(paths, letters, strict=True):
        path.write_bytes(raw)
    ours, other = (_peak(way, paths) for way in WAYS)
    return Memory(ours=ours, other=other)


def read_once(way: str, raw: bytes) -> int:
    """Read one letter; the size of what came along."""
    if way == "ours":
        return sum(len(part.content) for part in parse(raw, Limits()).parts)
    attachments = mailparser.parse_from_bytes(raw).attachments
    return sum(len(base64.b64decode(part["payload"])) for part in attachments if part["binary"])


def _peak(way: str, paths: Sequence[Path]) -> int:
    command = [sys.executable, "-m", __name__, way, *map(str, paths)]
    root = Path(__file__).resolve().parents[2]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout)


def _resident(field: str) -> int:
    lines = (_ITSELF / "status").read_text(encoding="ascii").splitlines()
    (line,) = [line for line in lines if line.startswith(f"{field}:")]
    return int(line.split()[1]) * 1024


def main(way: str, names: Sequence[str]) -> None:
    """In the process of its own: print the most memory that one of the letters took beyond its own bytes."""
    for each in WAYS:
        read_once(each, SMALL)
    dearest = 0
    for name in names:
        raw = Path(name).read_bytes()
        before = _resident("VmRSS")
        (_ITSELF / "clear_refs").write_text("5", encoding="ascii")  # proc(5): forget the peak
        read_once(way, raw)
        dearest = max(dearest, _resident("VmHWM") - before)
    print(dearest)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
