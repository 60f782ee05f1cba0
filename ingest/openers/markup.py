"""Whether a text is a page or a drawing: HTML and SVG are told by their first element, or by their DOCTYPE.

What may stand before it is passed over: a byte order mark, white space, an XML declaration, comments. Each byte is
looked at once: a pattern of nested repetitions took minutes with sixty comments.
"""

import re
from enum import Enum

_ELEMENTS = (
    "html head body title meta link base style script noscript frameset div p table tbody tr td th span font center br "
    "hr h1 h2 h3 h4 h5 h6 ul ol li dl b i u strong em a img blockquote pre section article main header footer nav form"
).split()
_NAME = re.compile(rb"<([a-z][a-z0-9]*)(?=[\s/>])", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!doctype\s+([a-z]{1,20})\b[^>\[]{0,1000}", re.IGNORECASE)
_HTML = frozenset(name.encode() for name in _ELEMENTS)
_WHITE = re.compile(rb"(?:\s|\xef\xbb\xbf)*+")
_PASSED_OVER = ((b"<!--", b"-->"), (b"<?", b"?>"))
_WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_MOST_WIDE = 65_536  # bytes; the rest of a text in UTF-16 says nothing more


class Markup(Enum):
    """What a text is written in."""

    HTML = "html"
    SVG = "svg"


def markup_of(content: bytes) -> Markup | None:
    """HTML or SVG; None for a text that begins as neither. Never raises."""
    text = _narrow(content)
    place = _start(text)
    if place is None:
        return None
    if doctype := _DOCTYPE.match(text, place):
        name = doctype[1].lower()
    else:
        first = _NAME.match(text, place)
        name = first[1].lower() if first else b""
    if name == b"svg":
        return Markup.SVG
    return Markup.HTML if name in _HTML else None


def _narrow(content: bytes) -> bytes:
    """The text in a charset that has ASCII in it, without its mark."""
    charset = _WIDE_MARKS.get(content[:2])
    if charset:
        return content[2:_MOST_WIDE].decode(charset, "replace").encode("utf-8", "replace")
    return content.removeprefix(b"\xef\xbb\xbf")


def _start(text: bytes) -> int | None:
    """Where the first element or DOCTYPE stands; None when a comment never ends."""
    place = _after_white(text, 0)
    while opened := next((pair for pair in _PASSED_OVER if text.startswith(pair[0], place)), None):
        end = text.find(opened[1], place + len(opened[0]))
        if end < 0:
            return None
        place = _after_white(text, end + len(opened[1]))
    return place


def _after_white(text: bytes, place: int) -> int:
    found = _WHITE.match(text, place)
    return found.end() if found else place
