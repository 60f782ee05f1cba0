"""The structure of a letter as the standard library splits it, with what that gets wrong kept in bounds.

Nested letters are not taken apart here: they stay leaves, byte for byte, and whoever wants to read one parses
its bytes. Headers are read by our own files, which are linear and keep every byte.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import Policy, compat32

from ingest.encoded_words import raw_text, text_of_header
from ingest.filenames import safe_name
from ingest.parameters import MAX_LENGTH, Parameters, parse_parameters
from ingest.skeleton import Skeleton, skeleton_of
from ingest.transfer import decode_transfer
from tinbai.limits import Limits
from tinbai.text import clean_line

_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n|\r\r")
_MEDIA_TYPE = re.compile(r"^[\w!#$&.+^-]{1,80}/[\w!#$&.+^-]{1,120}$", re.ASCII)
_LONGEST_BOUNDARY = 1_000  # RFC 2046 allows 70
_MOST_MULTIPARTS = 100  # the parser holds every line against the boundaries of all that are open


class WholeMessage(Message):
    """A message whose parser does not descend into nested letters, and finds boundaries in linear time."""

    counted: "_Multiparts | None" = None  # by the parse that makes this message
    whole: bytes | None = None  # the body as it stands in the letter, where the parser saw its skeleton

    def get_content_type(self) -> str:
        """What the parser decides by: a nested letter, or a delivery status, is a leaf like any file."""
        declared = super().get_content_type()
        return "application/octet-stream" if declared.startswith("message/") else declared

    def wire(self) -> bytes:
        """The body's bytes as they stand in the letter. `get_payload` would replace what is no ASCII."""
        if self.whole is not None:
            return self.whole
        payload: object = self._payload
        return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""

    def set_wire(self, wire: bytes) -> None:
        """Set the body's bytes."""
        self._payload = wire.decode("ascii", "surrogateescape")

    def put_back(self, skeleton: Skeleton) -> list[bytes]:
        """Make the body whole again; the tokens that stood in it."""
        seen = self.wire()
        tokens = skeleton.tokens_in(seen)
        if tokens:
            self.whole = skeleton.whole(seen)
        return tokens

    def get_boundary(self, failobj: object = None) -> object:  # type: ignore[override]
        """The boundary as our own reader of parameters finds it."""
        value = first_header(self, "content-type")
        boundary = parse_parameters(raw_text(value)).values.get("boundary", "").rstrip()
        if not 0 < len(boundary) <= _LONGEST_BOUNDARY or (self.counted and not self.counted.one_more()):
            return failobj
        return boundary


@dataclass(kw_only=True)
class _Multiparts:
    """Makes the messages of one parse. Of too many multiparts the last ones are left whole, as leaves."""

    left: int = _MOST_MULTIPARTS

    def __call__(self, policy: Policy = compat32) -> WholeMessage:
        message = WholeMessage(policy)
        message.counted = self
        return message

    def one_more(self) -> bool:
        """Whether another multipart may be taken apart."""
        self.left -= 1
        return self.left >= 0


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
        if not self.message.is_multipart():
            return []
        return [child for child in self.message.get_payload() if isinstance(child, WholeMessage)]

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
    raw, defects = _with_bounded_header(raw, limits)
    try:
        return _parsed(raw), defects
    except RecursionError:
        return BytesParser(WholeMessage).parsebytes(raw, headersonly=True), [*defects, "các phần lồng nhau quá sâu"]


def _parsed(raw: bytes) -> WholeMessage:
    """The letter as the parser sees it, through its skeleton where all of that can be put back."""
    skeleton = skeleton_of(raw)
    if skeleton is not None:
        message = BytesParser(_Multiparts()).parsebytes(skeleton.raw)
        tokens = [token for leaf in _texts(message) for token in leaf.put_back(skeleton)]
        if sorted(tokens) == sorted(skeleton.pieces):
            return message
    return BytesParser(_Multiparts()).parsebytes(raw)


def _texts(message: WholeMessage) -> Iterator[WholeMessage]:
    """Every message below `message` that holds text, in any order: no recursion."""
    waiting = [message]
    while waiting:
        one = waiting.pop()
        if one.is_multipart():
            waiting.extend(child for child in one.get_payload() if isinstance(child, WholeMessage))
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


def first_header(message: Message, name: str) -> str:
    """The first value of a header as the parser keeps it (8-bit bytes as surrogate escapes), bounded; else ""."""
    for header, value in message.raw_items():
        if header.lower() == name:
            return str(value)[:MAX_LENGTH]
    return ""


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
    return head + b"\r\n" + (raw[end.end() :] if end else b""), ["phần đầu thư quá dài, đã cắt bớt"]
