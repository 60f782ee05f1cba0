"""The alternative texts of the floating pictures of a Word 97 file.

All shapes that float are in one place of the table stream, the OfficeArtContent at fcDggInfo ([MS-DOC] 2.9.172,
2.5.6). A shape names its picture by a number (pib, [MS-ODRAW] 2.3.23.5), which counts the entries of the store of
pictures ([MS-ODRAW] 2.2.20); an entry tells where in the stream "WordDocument" the picture's own bytes are.
"""

import struct
from collections.abc import Iterator

from ingest.openers.described import Description
from ingest.openers.drawing_records import CONTAINER, Properties, octets_of, properties_of, records
from ingest.openers.wordml.media import written_by_people

_FLAGS, _FIRST_TABLE = 0x0A, 0x0200  # of the FIB: which of the two table streams is used
_DGG_INFO = 0x022A  # in the FIB: offset and length of the shapes in the table stream
_DGG, _STORE, _ENTRY = 0xF000, 0xF001, 0xF007
_DRAWING, _GROUP = 0xF002, 0xF003
_DELAYED, _ENTRY_SIZE = 28, 36  # in an entry of the store: where its offset stands, and its length
_DEEPEST = 20  # groups within groups


def table_stream(document: bytes) -> str:
    """Which stream holds the tables of this WordDocument stream."""
    flags = struct.unpack_from("<H", document, _FLAGS)[0]
    return "1Table" if flags & _FIRST_TABLE else "0Table"


def floating_descriptions(document: bytes, table: bytes) -> Iterator[Description]:
    """What the floating pictures say. Raises struct.error for a file that ends too early."""
    start, length = struct.unpack_from("<II", document, _DGG_INFO)
    content = table[start : start + length]
    store: list[int] = []
    place = 0
    while place + 8 <= len(content):
        _, kind, size = struct.unpack_from("<HHI", content, place)
        inner = content[place + 8 : place + 8 + size]
        if kind == _DGG:
            store = [*_store(inner)]
        elif kind == _DRAWING:
            yield from _in_drawing(inner, store, document, depth=0)
        place += 8 + size + 1  # each drawing has a byte before it that says to which text it belongs


def _store(content: bytes) -> Iterator[int]:
    """Where the bytes of each picture begin in the stream; 0 for one that has none there."""
    for _, kind, inner in records(content):
        if kind == _STORE:
            for _, entry, told in records(inner):
                if entry == _ENTRY:
                    yield struct.unpack_from("<I", told, _DELAYED)[0] if len(told) >= _ENTRY_SIZE else 0


def _in_drawing(content: bytes, store: list[int], document: bytes, *, depth: int) -> Iterator[Description]:
    for _, kind, inner in records(content):
        if kind == _GROUP and depth < _DEEPEST:
            yield from _in_drawing(inner, store, document, depth=depth + 1)
        elif kind == CONTAINER:
            yield from _in_shape(properties_of(inner), store, document)


def _in_shape(told: Properties, store: list[int], document: bytes) -> Iterator[Description]:
    alt = written_by_people(" ".join(told.description.split()))
    if not alt or not 1 <= told.picture <= len(store):
        return
    start = store[told.picture - 1]
    if not 0 < start <= len(document) - 8:
        return
    size = struct.unpack_from("<I", document, start + 4)[0]
    if octets := octets_of(document[start + 8 : start + 8 + size]):
        yield Description(text=alt, octets=octets)
