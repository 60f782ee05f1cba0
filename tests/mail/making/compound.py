"""A compound file ([MS-CFB]), in which Outlook keeps a letter: folders and streams, in sectors of 512 bytes."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

Folder = Mapping[str, Union[bytes, "Folder"]]

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5


@dataclass(kw_only=True)
class _Entry:
    """A line of the directory."""

    name: str
    kind: int
    content: bytes = b""
    start: int = END
    right: int = NONE
    child: int = NONE


@dataclass(kw_only=True)
class _Sectors:
    """Sectors of one size, and the chain that says which follows which."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def put(self, content: bytes) -> int:
        """Where the content begins; END for none."""
        if not content:
            return END
        start, count = len(self.chain), -(-len(content) // self.size)
        self.data += content.ljust(count * self.size, b"\0")
        self.chain += [*range(start + 1, start + count), END]
        return start


def compound(root: Folder) -> bytes:
    """The file with everything in `root`. Up to about 60,000 bytes: the table of sectors is one sector."""
    entries = [_Entry(name="Root Entry", kind=ROOT)]
    _add(root, entries, 0)
    big, small = _Sectors(size=SECTOR), _Sectors(size=MINI)
    for entry in entries:
        entry.start = (big if len(entry.content) >= CUTOFF else small).put(entry.content)
    entries[0].content = bytes(small.data)
    entries[0].start = big.put(entries[0].content)
    mini_table = big.put(b"".join(struct.pack("<I", each) for each in small.chain))
    directory = big.put(b"".join(map(_line, entries)).ljust(-(-len(entries) // 4) * SECTOR, b"\0"))
    table = len(big.chain)
    big.chain.append(FAT_SECTOR)
    cells = struct.pack(f"<{len(big.chain)}I", *big.chain).ljust(SECTOR, b"\xff")
    return _header(table, directory, mini_table, len(small.chain)) + bytes(big.data) + cells


def _add(folder: Folder, entries: list[_Entry], parent: int) -> None:
    last: int | None = None
    for name, value in folder.items():
        place = len(entries)
        stream = value if isinstance(value, bytes) else None
        entries.append(_Entry(name=name, kind=STORAGE if stream is None else STREAM, content=stream or b""))
        if last is None:
            entries[parent].child = place
        else:
            entries[last].right = place
        last = place
        if not isinstance(value, bytes):
            _add(value, entries, place)


def _line(entry: _Entry) -> bytes:
    name = (entry.name + "\0").encode("utf-16-le")
    start = entry.start if entry.kind != STORAGE else 0
    links = struct.pack("<BBIII", entry.kind, 1, NONE, entry.right, entry.child)
    rest = bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", start, len(entry.content))
    return name.ljust(64, b"\0") + struct.pack("<H", len(name)) + links + rest


def _header(table: int, directory: int, mini_table: int, minis: int) -> bytes:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    mini_sectors = -(-minis * 4 // SECTOR)
    counts = struct.pack("<IIIIIIIII", 0, 1, directory, 0, CUTOFF, mini_table, mini_sectors, END, 0)
    return head + counts + struct.pack("<I", table) + b"\xff" * (SECTOR - len(head) - len(counts) - 4)
