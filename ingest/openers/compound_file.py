"""The streams of a compound file ([MS-CFB]), followed as far as its bytes allow.

It forgives at least what LibreOffice forgives, so that what is not found here LibreOffice does not find either. Version
4 (sectors of 4,096 bytes), which no program of that time wrote, is unknown to both.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSION, _SECTOR_SHIFT, _DIRECTORY, _CUTOFF, _MORE, _LIST = 0x1A, 0x1E, 0x30, 0x38, 0x44, 0x4C  # in the header
_SECTOR, _SECTOR_POWER, _MINI_SECTOR, _ENTRY = 512, 9, 64, 128
_LISTED = 109  # sectors of the FAT that the header lists; the others stand in a chain of sectors
_NUMBERS = _SECTOR // 4  # in a sector of the FAT
_ROOT = 5  # the kind of entry that holds the mini stream


@dataclass(frozen=True, kw_only=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """`content` as a compound file. Nothing raises: what is damaged is not there."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._fat_sectors = list(self._listed())
        self._entries = list(self._directory()) if self._is_known() else []

    def has(self, name: str) -> bool:
        """Whether the directory names such a stream."""
        return self._found(name) is not None

    def beginning(self, name: str) -> bytes:
        """The first bytes of a stream, up to a sector of them; none when they cannot be found."""
        entry = self._found(name)
        if entry is None:
            return b""
        if entry.size >= self._number(_CUTOFF):
            return self._sector(entry.start)
        root = next((each for each in self._entries if each.kind == _ROOT), None)
        if root is None or entry.start < 0:
            return b""
        for number, sector in enumerate(self._chain(root.start)):
            if number == entry.start * _MINI_SECTOR // _SECTOR:
                place = entry.start * _MINI_SECTOR % _SECTOR
                return self._sector(sector)[place : place + _MINI_SECTOR]
        return b""

    def _is_known(self) -> bool:
        content = self._content
        return (
            len(content) > _SECTOR
            and content.startswith(MAGIC)
            and struct.unpack_from("<H", content, _VERSION) == (3,)
            and struct.unpack_from("<H", content, _SECTOR_SHIFT) == (_SECTOR_POWER,)
        )

    def _found(self, name: str) -> _Entry | None:
        return next((entry for entry in self._entries if entry.name.lower() == name.lower()), None)

    def _directory(self) -> Iterator[_Entry]:
        for sector in self._chain(self._number(_DIRECTORY)):
            entries = self._sector(sector)
            for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
                length, kind = struct.unpack_from("<HB", entries, at + 64)
                start, size = struct.unpack_from("<iI", entries, at + 116)
                name = entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
                yield _Entry(name=name, kind=kind, start=start, size=size)

    def _chain(self, sector: int) -> Iterator[int]:
        """The sectors of a chain, each once."""
        seen: set[int] = set()
        while sector >= 0 and sector not in seen and self._sector(sector):
            seen.add(sector)
            yield sector
            sector = self._next(sector)

    def _next(self, sector: int) -> int:
        number, place = divmod(sector, _NUMBERS)
        if number >= len(self._fat_sectors):
            return -1
        return self._number((self._fat_sectors[number] + 1) * _SECTOR + place * 4)

    def _listed(self) -> Iterator[int]:
        """The sectors of the FAT, in order."""
        yield from (self._number(_LIST + 4 * number) for number in range(_LISTED))
        more, seen = self._number(_MORE), set[int]()
        while more >= 0 and more not in seen and self._sector(more):
            seen.add(more)
            *numbers, more = (self._number((more + 1) * _SECTOR + 4 * number) for number in range(_NUMBERS))
            yield from numbers

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * _SECTOR : (number + 2) * _SECTOR] if number >= 0 else b""

    def _number(self, place: int) -> int:
        """The signed number at `place`; -1, which is no sector, beyond the end."""
        if not 0 <= place <= len(self._content) - 4:
            return -1
        number: int = struct.unpack_from("<i", self._content, place)[0]
        return number
