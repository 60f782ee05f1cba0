"""The records of drawings in older office files ([MS-ODRAW] 2.2.1): their properties, and the bytes of pictures."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

CONTAINER = 0xF004  # a shape
_PROPERTIES = (0xF00B, 0xF122)
_COMPLEX, _ID = 0x8000, 0x3FFF
_DESCRIPTION, _PICTURE = 0x0381, 0x0104
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG"
_BLIP_HEADERS = 512  # bytes among which the picture's own begin: record, hashes, name


@dataclass(frozen=True, kw_only=True)
class Properties:
    """What a shape says: its alternative text, and the number of its picture in the file's store (0 for none)."""

    description: str = ""
    picture: int = 0


def records(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Records one after the other: how many properties each holds, its kind, and its content."""
    place = 0
    while place + 8 <= len(content):
        version, kind, size = struct.unpack_from("<HHI", content, place)
        yield version >> 4, kind, content[place + 8 : place + 8 + size]
        place += 8 + size


def properties_of(shape: bytes) -> Properties:
    """The properties of a shape, given what its container holds."""
    description, picture = "", 0
    for count, kind, content in records(shape):
        if kind in _PROPERTIES:
            told = _told(count, content)
            description, picture = description or told.description, picture or told.picture
    return Properties(description=description, picture=picture)


def octets_of(blip: bytes) -> bytes:
    """The picture's own bytes, when it is a JPEG or a PNG."""
    starts = [place for magic in (_JPEG, _PNG) if (place := blip.find(magic, 0, _BLIP_HEADERS)) >= 0]
    return blip[min(starts) :] if starts else b""


def _told(count: int, content: bytes) -> Properties:
    """Each property has a number and a value; long values stand behind them all, in the same order."""
    place = 6 * count
    description, picture = "", 0
    for number, value in struct.iter_unpack("<HI", content[:place]):
        if number & _COMPLEX:
            if number & _ID == _DESCRIPTION:
                description = content[place : place + value].decode("utf-16-le", "ignore").rstrip("\0")
            place += value
        elif number & _ID == _PICTURE:
            picture = value
    return Properties(description=description, picture=picture)
