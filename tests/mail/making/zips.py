"""ZIP files written by hand: names are bytes in any code page, nothing depends on the clock.

`zipfile` would not do: it sets the UTF-8 flag on every name that is not ASCII, and tools on Windows do not.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

UTF8_FLAG = 0x800
STORED, DEFLATED = 0, 8
MADE_BY_WINDOWS = 0x0014
# 2026-10-05 08:00:00 in the format of MS-DOS
DOS_TIME, DOS_DATE = 8 << 11, (2026 - 1980) << 9 | 10 << 5 | 5


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A file in the archive. A name of type str is stored in UTF-8 and says so; bytes are stored as they are."""

    name: str | bytes
    content: bytes
    deflated: bool = True


def archive(entries: Sequence[Entry]) -> bytes:
    """The archive's bytes, entries in the given order."""
    body, directory = b"", b""
    for entry in entries:
        name, common, data = _header(entry)
        directory += struct.pack("<4sH", b"PK\x01\x02", MADE_BY_WINDOWS) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + common + name + data
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + end


def _header(entry: Entry) -> tuple[bytes, bytes, bytes]:
    """The name, what the local header and the directory have in common (extra length included), and the data."""
    name = entry.name.encode() if isinstance(entry.name, str) else entry.name
    flags = UTF8_FLAG if isinstance(entry.name, str) and not entry.name.isascii() else 0
    data, method = (_deflate(entry.content), DEFLATED) if entry.deflated else (entry.content, STORED)
    common = struct.pack(
        "<HHHHHIIIHH",
        20,
        flags,
        method,
        DOS_TIME,
        DOS_DATE,
        zlib.crc32(entry.content),
        len(data),
        len(entry.content),
        len(name),
        0,
    )
    return name, common, data


def _deflate(content: bytes) -> bytes:
    compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
    return compressor.compress(content) + compressor.flush()
