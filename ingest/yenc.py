"""Files that stand in a text as yEnc (yenc.org, draft 1.3): "=ybegin", octets moved by 42, "=yend".

No library: the living ones (sabctools) are made for one news reader, and the format is a table and an escape.
"""

import re
from collections.abc import Iterator

from ingest.uuencode import Embedded

_BEGIN = re.compile(
    rb"^=ybegin ([^\r\n]{0,200}?)name=([^\r\n]{1,250})\r?\n(?:=ypart [^\r\n]{0,200}\r?\n)?", re.MULTILINE
)
_END = re.compile(rb"^=yend(?: [^\r\n]{0,250})?\r?$\n?", re.MULTILINE)
_ESCAPED = re.compile(rb"=(.)", re.DOTALL)
_PART = re.compile(rb"\bpart=(\d+)")
_MOVED = bytes((octet - 42) % 256 for octet in range(256))
_UNESCAPED = bytes((octet - 64) % 256 for octet in range(256))


def take_yenc(data: bytes) -> tuple[bytes, list[Embedded]]:
    """The text without the files that stand in it as yEnc, and those files; the parts of one file are joined."""
    files: list[tuple[bytes, list[bytes]]] = []
    rest: list[bytes] = []
    place = 0
    for begin, end, body in _blocks(data):
        name, part = begin[2].strip(), _PART.search(begin[1])
        rest.append(data[place : begin.start()])
        place = end
        if not (part and int(part[1][:9]) > 1 and files and files[-1][0] == name):
            files.append((name, []))
        files[-1][1].append(_decoded(body))
    embedded = [Embedded(name=name, content=b"".join(pieces)) for name, pieces in files]
    return b"".join([*rest, data[place:]]), embedded


def _blocks(data: bytes) -> Iterator[tuple[re.Match[bytes], int, bytes]]:
    """Each file's first line, where it ends, and what is between; one that was cut off goes to the end."""
    place = 0
    while begin := _BEGIN.search(data, place):
        end = _END.search(data, begin.end())
        place = end.end() if end else len(data)
        yield begin, place, data[begin.end() : end.start() if end else len(data)]


def _decoded(body: bytes) -> bytes:
    """Line ends are no data; after an escape the next octet is moved by 64 more."""
    letters = body.replace(b"\r", b"").replace(b"\n", b"")
    return _ESCAPED.sub(lambda escape: escape[1].translate(_UNESCAPED), letters).translate(_MOVED)
