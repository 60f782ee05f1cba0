"""The alternative texts of the pictures in a Word 97 file, which LibreOffice drops on its way to .docx.

Each picture that stands in a line is a PICF in the stream "Data" ([MS-DOC] 2.9.190), followed by a shape with its
properties ([MS-ODRAW] 2.2.14, 2.3.4.3) and the picture itself. Those that float are read by `doc_floating.py`.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO

from olefile import OleFileIO

from ingest.openers.described import Description
from ingest.openers.doc_floating import floating_descriptions, table_stream
from ingest.openers.drawing_records import CONTAINER, octets_of, properties_of
from ingest.openers.wordml.media import written_by_people

_PICF = re.compile(rb"\x44\x00[\x64\x66]\x00", re.DOTALL)  # the size of its header, and what follows that
_HEADER_SIZE = 0x44
_NAMED = 0x66  # the name of the picture's file stands before the shape
_MOST_STREAM = 200_000_000


def descriptions_in_doc(content: bytes) -> list[Description]:
    """The alternative texts that pictures have, with the pictures. Never raises: a broken file has none."""
    try:
        with OleFileIO(BytesIO(content)) as file:
            return [*_descriptions(_stream(file, "Data")), *_floating(file)]
    except Exception:  # noqa: BLE001 - olefile raises whatever a broken file leads to; the text is read all the same
        return []


def _stream(file: OleFileIO, name: str) -> bytes:
    """A stream's bytes; none where there is no such stream, or a monster."""
    there = file.exists(name) and file.get_size(name) <= _MOST_STREAM
    return bytes(file.openstream(name).read()) if there else b""


def _floating(file: OleFileIO) -> list[Description]:
    document = _stream(file, "WordDocument")
    try:
        return list(floating_descriptions(document, _stream(file, table_stream(document))))
    except struct.error:  # a file that ends too early
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
    if kind != CONTAINER:
        return
    told = properties_of(shape[8 : 8 + size]).description
    octets = octets_of(shape[8 + size :])
    if (alt := written_by_people(" ".join(told.split()))) and octets:
        yield Description(text=alt, octets=octets)
