"""The alternative texts of the pictures in a Word 97 file, which LibreOffice drops on its way to .docx.

Each picture that stands in a line is a PICF in the stream "Data" ([MS-DOC] 2.9.190), followed by a shape with its
properties ([MS-ODRAW] 2.2.14, 2.3.4.3) and the picture itself. Floating pictures are kept elsewhere, bound to their
places in a way that is not followed here: theirs are not read.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO

from olefile import OleFileIO

from ingest.openers.described import Description
from ingest.openers.wordml.media import written_by_people

_PICF = re.compile(rb"\x44\x00[\x64\x66]\x00", re.DOTALL)  # the size of its header, and what follows that
_HEADER_SIZE = 0x44
_NAMED = 0x66  # the name of the picture's file stands before the shape
_CONTAINER, _PROPERTIES = 0xF004, (0xF00B, 0xF122)
_COMPLEX, _DESCRIPTION, _ID = 0x8000, 0x0381, 0x3FFF
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG"
_BLIP_HEADERS = 512  # bytes among which the picture's own begin: record, hashes, name
_MOST_STREAM = 200_000_000


def descriptions_in_doc(content: bytes) -> list[Description]:
    """The alternative texts that pictures have, with the pictures. Never raises: a broken file has none."""
    try:
        with OleFileIO(BytesIO(content)) as file:
            if not file.exists("Data") or file.get_size("Data") > _MOST_STREAM:
                return []
            data = file.openstream("Data").read()
        return list(_descriptions(data))
    except Exception:  # noqa: BLE001 - olefile raises whatever a broken file leads to; the text is read all the same
        return []


def _descriptions(data: bytes) -> Iterator[Description]:
    place = 0
    while found := _PICF.search(data, place):
        start = found.start() - 4
        size = struct.unpack_from("<I", data, start)[0] if start >= place else 0
        if not _HEADER_SIZE < size <= len(data) - start:
            place = found.start() + 1
            continue
        place = start + size
        named = found[0][2] == _NAMED
        head = start + _HEADER_SIZE
        yield from _in_picture(data[head + (1 + data[head] if named else 0) : place])


def _in_picture(shape: bytes) -> Iterator[Description]:
    """What one picture says: a container of its properties, then its bytes."""
    _, kind, size = struct.unpack_from("<HHI", shape)
    if kind != _CONTAINER:
        return
    text = next(filter(None, map(_description, _records(shape[8 : 8 + size]))), "")
    octets = _octets(shape[8 + size :])
    if (alt := written_by_people(" ".join(text.split()))) and octets:
        yield Description(text=alt, octets=octets)


def _records(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Records one after the other: how many properties each holds, its kind, and its content."""
    place = 0
    while place + 8 <= len(content):
        version, kind, size = struct.unpack_from("<HHI", content, place)
        yield version >> 4, kind, content[place + 8 : place + 8 + size]
        place += 8 + size


def _description(record: tuple[int, int, bytes]) -> str:
    """The description among the properties: each has a number and a value, long values stand behind them all."""
    count, kind, content = record
    if kind not in _PROPERTIES:
        return ""
    place = 6 * count
    for number, value in struct.iter_unpack("<HI", content[:place]):
        if not number & _COMPLEX:
            continue
        if number & _ID == _DESCRIPTION:
            return content[place : place + value].decode("utf-16-le", "ignore").rstrip("\0")
        place += value
    return ""


def _octets(blip: bytes) -> bytes:
    """The picture's own bytes, when it is a JPEG or a PNG."""
    starts = [place for magic in (_JPEG, _PNG) if (place := blip.find(magic, 0, _BLIP_HEADERS)) >= 0]
    return blip[min(starts) :] if starts else b""
