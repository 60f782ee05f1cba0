"""The structure of a letter as the standard library splits it, with what that gets wrong kept in bounds.

Nested letters are not taken apart here: they stay leaves, byte for byte, and whoever wants to read one parses
its bytes. Headers are read by our own files, which are linear and keep every byte.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser

from ingest.beyond import Beyond
from ingest.encoded_words import raw_text, text_of_header
from ingest.filenames import safe_name
from ingest.mending import mend
from ingest.message import Multiparts, WholeMessage, first_header
from ingest.parameters import Parameters, parse_parameters
from ingest.skeleton import skeleton_of
from ingest.transfer import decode_transfer
from tinbai.limits import Limits
from tinbai.text import clean_line

_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n|\r\r")
_WINDOW = 4_096
_MOST_LONE_RETURNS = 1_000_000  # each is a line to the parser: fifty million take it a quarter of a minute
_MEDIA_TYPE = re.compile(r"^[\w!#$&.+^-]{1,80}/[\w!#$&.+^-]{1,120}$", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Entity:
    """One MIME entity, its headers read. `media_type` is what was declared, in lower case, or what that implies."""

    message: WholeMessage
    media_type: str
    parameters: dict[str, str]
    disposition: str
    filename: str | None
    content_id: str | None
    encoding: str  # of the transfer

    @property
    def children(self) -> list[WholeMessage]:
        """The parts of a multipart; empty for a leaf, and for a multipart without any boundary line."""
        return self.message.parts()

    @property
    def charset(self) -> str | None:
        """The label, unchecked."""
        return self.parameters.get("charset", "").partition(" ")[0] or None

    def content(self) -> bytes:
        """The bytes that were meant."""
        return decode_transfer(self.message.wire(), self.encoding, text=self.media_type.startswith("text/"))


def split(raw: bytes, limits: Limits) -> tuple[WholeMessage, list[str]]:
    """The parts of a letter, and in Vietnamese what a limit cut off. Never raises."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    raw, defects = _with_bounded_header(_with_line_feeds(raw), limits)
    multiparts = Multiparts(left=limits.multiparts)
    try:
        message = _parsed(raw, multiparts)
        defects += mend(message, lambda more: _parsed(more, multiparts))
        return message, [*defects, Beyond.MULTIPARTS] if multiparts.left < 0 else defects
    except RecursionError:
        return BytesParser(WholeMessage).parsebytes(raw, headersonly=True), [*defects, Beyond.PART_DEPTH]


def _with_line_feeds(raw: bytes) -> bytes:
    """A letter of more lone carriage returns than any program writes, in lines that cost nothing to read."""
    if len(raw) <= _MOST_LONE_RETURNS:
        return raw
    # Counting all of a letter of photos costs more than decoding it, so a sixteenth is looked at first. What hides from
    # that costs its own letter the time that a child is given.
    windows = range(0, len(raw), 16 * _WINDOW)
    sample = b"".join(raw[at : at + _WINDOW] for at in windows)
    if _lone_returns(sample) <= len(windows) or _lone_returns(raw) <= _MOST_LONE_RETURNS:  # a window may end in a CR
        return raw
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _lone_returns(data: bytes) -> int:
    return data.count(b"\r") - data.count(b"\r\n")


def _parsed(raw: bytes, multiparts: Multiparts) -> WholeMessage:
    """The letter as the parser sees it, through its skeleton where all of that can be put back."""
    skeleton = skeleton_of(raw)
    if skeleton is not None:
        left = multiparts.left
        message = BytesParser(multiparts).parsebytes(skeleton.raw)
        tokens = [token for leaf in _texts(message) for token in leaf.put_back(skeleton)]
        if sorted(tokens) == sorted(skeleton.pieces):
            return message
        multiparts.left = left
    return BytesParser(multiparts).parsebytes(raw)


def _texts(message: WholeMessage) -> Iterator[WholeMessage]:
    """Every message below `message` that holds text, in any order: no recursion."""
    waiting = [message]
    while waiting:
        one = waiting.pop()
        if one.is_multipart():
            waiting.extend(one.parts())
        else:
            yield one


def headers_only(raw: bytes, limits: Limits) -> WholeMessage:
    """The headers of a letter, its body left aside."""
    raw, _ = _with_bounded_header(raw.lstrip(b"\r\n"), limits)
    end = _END_OF_HEADERS.search(raw)
    return BytesParser(WholeMessage).parsebytes(raw[: end.end()] if end else raw, headersonly=True)


def entity_of(message: WholeMessage) -> Entity:
    """Read the headers that say what an entity is."""
    declared = _parameters(message, "content-type")
    disposition = _parameters(message, "content-disposition")
    media_type = declared.main if _MEDIA_TYPE.match(declared.main) else _implied_type(message, declared.main)
    name = disposition.values.get("filename") or declared.values.get("name") or disposition.values.get("name")
    content_id = clean_line(text_of_header(first_header(message, "content-id"))).strip("<> ")
    return Entity(
        message=message,
        media_type=media_type,
        parameters=declared.values,
        disposition=disposition.main,
        filename=safe_name(name),
        content_id=content_id[:500] or None,
        encoding=clean_line(raw_text(first_header(message, "content-transfer-encoding")))[:100],
    )


def leaves(message: WholeMessage) -> Iterator[Entity]:
    """Every leaf below `message` in order, however deep: no recursion."""
    waiting = [message]
    while waiting:
        entity = entity_of(waiting.pop())
        if entity.children:
            waiting.extend(reversed(entity.children))
        else:
            yield entity


def _parameters(message: Message, name: str) -> Parameters:
    return parse_parameters(raw_text(first_header(message, name)))


def _implied_type(message: Message, declared: str) -> str:
    """RFC 2045 section 5.2, and what stands for "no type" in practice."""
    if declared in ("", "text", "plain"):
        return message.get_default_type()
    return "text/html" if declared == "html" else "application/octet-stream"


def _with_bounded_header(raw: bytes, limits: Limits) -> tuple[bytes, list[str]]:
    """The letter with the rest of an enormous header block cut out."""
    end = _END_OF_HEADERS.search(raw)
    size = end.start() if end else len(raw)
    if size <= limits.header_bytes:
        return raw, []
    cut = raw.rfind(b"\n", 0, limits.header_bytes)
    head = raw[: cut + 1] if cut > 0 else raw[: limits.header_bytes] + b"\r\n"
    return head + b"\r\n" + (raw[end.end() :] if end else b""), [Beyond.HEADER_BYTES]
