"""The header block of a letter, decoded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message

from ingest.addresses import parse_addresses
from ingest.beyond import Beyond
from ingest.encoded_words import text_of_header
from ingest.letter import Address
from ingest.parameters import parse_parameters
from tinbai.limits import Limits
from tinbai.text import clean_line, has_too_many_marks

_IDENTIFIER = re.compile(r"<[^<>\s]{1,995}>")
_MAX_REFERENCES = 200
_MOST_LOOKED_AT = 20  # parts, for the charset of the letter's text


@dataclass(frozen=True, kw_only=True)
class Headers:
    """Raw values by lower-case name, topmost first, as the parser keeps them; and what was cut off.

    `charset` is what the letter's own text is written in: raw text in a header is read by it.
    """

    raw: Mapping[str, Sequence[str]]
    max_words: int
    charset: str | None = None
    defects: Sequence[str] = ()

    def text(self, name: str) -> str | None:
        """The first value that says something, decoded, on one line; None when there is none."""
        return next((text for value in self.raw.get(name, ()) if (text := self._decoded(value))), None)

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value decoded, topmost first."""
        return tuple(self._decoded(value) for value in self.raw.get(name, ()))

    def addresses(self, name: str) -> tuple[Address, ...]:
        """The mailboxes of every header of this name."""
        return tuple(address for value in self.raw.get(name, ()) for address in parse_addresses(value, self.charset))

    def identifier(self, name: str) -> str | None:
        """A message id with its angle brackets, else whatever stands there: two letters must not become one."""
        text = self.text(name)
        found = _IDENTIFIER.search(text or "")
        return found[0] if found else text

    def identifiers(self, name: str) -> tuple[str, ...]:
        """The message ids of a References header."""
        text = " ".join(self.texts(name))
        return tuple(found[0] for found in _IDENTIFIER.finditer(text))[-_MAX_REFERENCES:]

    def firsts(self) -> dict[str, str]:
        """The first value of every header, decoded."""
        return {name: self.text(name) or "" for name in self.raw}

    def _decoded(self, value: str) -> str:
        return clean_line(text_of_header(value, self.max_words, self.charset))


def read_headers(message: Message, limits: Limits) -> Headers:
    """The header block of `message`, within the limits."""
    raw: dict[str, list[str]] = {}
    defects: list[str] = []
    for number, (name, given) in enumerate(message.raw_items()):
        if number >= limits.headers:
            defects.append(Beyond.HEADERS)
            break
        value = str(given)
        defects += _beyond(name, value, limits)
        raw.setdefault(clean_line(raw_name(name)).lower(), []).append(value[: limits.header_line_bytes])
    if any(len(raw.get(name, ())) > 1 for name in ("from", "subject", "message-id", "date")):
        defects.append("thư có dòng đầu thư lặp lại (From, Subject, Date hoặc Message-ID)")
    return Headers(raw=raw, max_words=limits.encoded_words, charset=_charset_of(message, raw), defects=defects)


def _beyond(name: str, value: str, limits: Limits) -> Iterator[Beyond]:
    """The limits that one header passes."""
    if len(value) > limits.header_line_bytes:
        yield Beyond.HEADER_LINE_BYTES
    if value.count("=?") > limits.encoded_words:
        yield Beyond.ENCODED_WORDS
    if name.lower() == "subject" and has_too_many_marks(text_of_header(value[: limits.header_line_bytes])):
        yield Beyond.COMBINING_MARKS


def _charset_of(message: Message, raw: Mapping[str, Sequence[str]]) -> str | None:
    """The label of the letter's first text; asked only where a header has raw text that it could explain."""
    declared = "".join(raw.get("content-type", ()))
    if "utf-7" not in declared.lower() and all(value.isascii() for values in raw.values() for value in values):
        return None
    waiting = [message]
    for _ in range(_MOST_LOOKED_AT):
        if not waiting:
            break
        one = waiting.pop(0)
        if one.is_multipart():
            waiting = [child for child in one.get_payload() if isinstance(child, Message)] + waiting
            continue
        types = [value for name, value in one.raw_items() if name.lower() == "content-type"]
        label = parse_parameters(str(types[0])).values.get("charset") if types else None
        if label:
            return label
    return None


def raw_name(name: str) -> str:
    """A header's name without bytes that no name may have."""
    return name.encode("ascii", "replace").decode("ascii")
