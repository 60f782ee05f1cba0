"""A message as the standard library's parser makes it, with what that gets wrong kept in bounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from email.policy import Policy, compat32

from ingest.encoded_words import raw_text
from ingest.parameters import MAX_LENGTH, parse_parameters
from ingest.skeleton import Skeleton

_LONGEST_BOUNDARY = 1_000  # RFC 2046 allows 70
_MOST_MULTIPARTS = 100  # the parser holds every line against the boundaries of all that are open


class WholeMessage(Message):
    """A message whose parser does not descend into nested letters, and finds boundaries in linear time."""

    counted: "Multiparts | None" = None  # by the parse that makes this message
    whole: bytes | None = None  # the body as it stands in the letter, where the parser saw its skeleton

    def get_content_type(self) -> str:
        """What the parser decides by: a nested letter, or a delivery status, is a leaf like any file."""
        declared = super().get_content_type()
        return "application/octet-stream" if declared.startswith("message/") else declared

    def wire(self) -> bytes:
        """The body's bytes as they stand in the letter. `get_payload` would replace what is no ASCII."""
        return self.seen() if self.whole is None else self.whole

    def seen(self) -> bytes:
        """The body as the parser saw it: of a long one that is base64, no more than what stands for it."""
        payload: object = self._payload
        return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""

    def head(self, size: int) -> bytes:
        """The first bytes of the body as they stand in the letter."""
        if self.whole is not None:
            return self.whole[:size]
        payload: object = self._payload
        return payload[:size].encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""

    def parts(self) -> "list[WholeMessage]":
        """The parts of a multipart; none of a leaf."""
        if not self.is_multipart():
            return []
        return [part for part in self.get_payload() if isinstance(part, WholeMessage)]

    def set_parts(self, parts: "Sequence[WholeMessage]") -> None:
        """Make it a multipart of these."""
        self.whole = None
        self.set_payload(list[Message | str](parts))

    def set_wire(self, wire: bytes) -> None:
        """Set the body's bytes."""
        self.whole = None
        self._payload = wire.decode("ascii", "surrogateescape")

    def keep_headers(self, count: int) -> None:
        """Drop all headers but the first `count`."""
        kept = list(self.raw_items())[:count]
        for name in {name.lower() for name in self.keys()}:
            del self[name]
        for name, value in kept:
            self.set_raw(name, value)

    def put_back(self, skeleton: Skeleton) -> list[bytes]:
        """Make the body whole again; the tokens that stood in it."""
        seen = self.wire()
        tokens = skeleton.tokens_in(seen)
        if tokens:
            self.whole = skeleton.whole(seen)
        return tokens

    def get_boundary(self, failobj: object = None) -> object:  # type: ignore[override]
        """The boundary as our own reader of parameters finds it."""
        boundary = boundary_of(self)
        if not 0 < len(boundary) <= _LONGEST_BOUNDARY or (self.counted and not self.counted.one_more()):
            return failobj
        return boundary


@dataclass(kw_only=True)
class Multiparts:
    """Makes the messages of one letter. Of too many multiparts the last ones are left whole, as leaves."""

    left: int = _MOST_MULTIPARTS

    def __call__(self, policy: Policy = compat32) -> WholeMessage:
        message = WholeMessage(policy)
        message.counted = self
        return message

    def one_more(self) -> bool:
        """Whether another multipart may be taken apart."""
        self.left -= 1
        return self.left >= 0


def first_header(message: Message, name: str) -> str:
    """The first value of a header as the parser keeps it (8-bit bytes as surrogate escapes), bounded; else ""."""
    for header, value in message.raw_items():
        if header.lower() == name:
            return str(value)[:MAX_LENGTH]
    return ""


def boundary_of(message: Message) -> str:
    """The boundary that a message declares, as our own reader of parameters finds it; else ""."""
    return parse_parameters(raw_text(first_header(message, "content-type"))).values.get("boundary", "").rstrip()
