"""How a letter's bytes get into the child that reads it, and the bytes of its parts back out.

Through files that live in memory and not through the pool's pipe, which would carry megabytes in pieces of 64 kB, a
change of process for each. A letter that lies in a file already is handed over as it lies there. The parent owns the
files in memory; they vanish with it, however it ends. Linux only.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ingest.letter import Part
from ingest.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Handover:
    """The two files, by the owner's process and its file descriptors."""

    owner: int
    letter: int
    parts: int

    def raw(self) -> bytes:
        """In the child: the letter's bytes."""
        return self._path(self.letter).read_bytes()

    def parts_file(self) -> BinaryIO:
        """In the child: where the bytes of the parts go, empty."""
        return self._path(self.parts).open("wb")

    def _path(self, descriptor: int) -> Path:
        return Path(f"/proc/{self.owner}/fd/{descriptor}")


@dataclass(frozen=True, kw_only=True)
class Packed:
    """A reading whose parts have no content; `places` says where each one's lies: start and size."""

    reading: Reading
    places: Sequence[tuple[int, int]]
    hashes: Sequence[str]


@contextmanager
def handed_over(letter: bytes | BinaryIO) -> Iterator[Handover]:
    """In the parent: the letter's file and an empty one for its parts, until the block ends."""
    with ExitStack() as files:
        file = letter if not isinstance(letter, bytes) else files.enter_context(_in_memory("tinbai-letter"))
        if isinstance(letter, bytes):
            file.write(letter)
            file.flush()
        parts = files.enter_context(_in_memory("tinbai-parts"))
        yield Handover(owner=os.getpid(), letter=file.fileno(), parts=parts.fileno())


def _in_memory(name: str) -> BinaryIO:
    return os.fdopen(os.memfd_create(name), "w+b")


def pack(reading: Reading, file: BinaryIO) -> Packed:
    """In the child: write the contents of the parts into `file`, equal ones once, and take them out of the reading."""
    written: dict[str, tuple[int, int]] = {}
    position = 0
    for part in reading.letter.parts:
        if part.sha256 not in written:
            file.write(part.content)
            written[part.sha256] = (position, len(part.content))
            position += len(part.content)
    parts = [replace(part, content=b"") for part in reading.letter.parts]
    hashes = [part.sha256 for part in reading.letter.parts]
    return Packed(
        reading=_with_parts(reading, parts), places=[written[name] for name in hashes], hashes=hashes
    )  # fmt: skip


def unpack(packed: Packed, handover: Handover) -> Reading:
    """In the parent: the reading with its contents again."""
    parts = []
    for part, (start, size), name in zip(packed.reading.letter.parts, packed.places, packed.hashes, strict=True):
        whole = replace(part, content=os.pread(handover.parts, size, start))
        whole.__dict__["sha256"] = name  # the child has computed it: the property would do it again
        parts.append(whole)
    return _with_parts(packed.reading, parts)


def _with_parts(reading: Reading, parts: Sequence[Part]) -> Reading:
    return replace(reading, letter=replace(reading.letter, parts=tuple(parts)))
