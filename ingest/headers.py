"""The header block of a letter, decoded."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import Message

from ingest.addresses import parse_addresses
from ingest.encoded_words import text_of_header
from ingest.letter import Address
from ingest.parameters import MAX_LENGTH
from tinbai.limits import Limits
from tinbai.text import clean_line

_IDENTIFIER = re.compile(r"<[^<>\s]{1,995}>")
_MAX_REFERENCES = 200


@dataclass(frozen=True, kw_only=True)
class Headers:
    """Raw values by lower-case name, topmost first, as the parser keeps them; and what was cut off."""

    raw: Mapping[str, Sequence[str]]
    max_words: int
    defects: Sequence[str] = ()

    def text(self, name: str) -> str | None:
        """The first value decoded, on one line; None when the header is absent, or empty."""
        values = self.raw.get(name)
        return clean_line(text_of_header(values[0], self.max_words)) or None if values else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value decoded, topmost first."""
        return tuple(clean_line(text_of_header(value, self.max_words)) for value in self.raw.get(name, ()))

    def addresses(self, name: str) -> tuple[Address, ...]:
        """The mailboxes of every header of this name."""
        return tuple(address for value in self.raw.get(name, ()) for address in parse_addresses(value))

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


def read_headers(message: Message, limits: Limits) -> Headers:
    """The header block of `message`, within the limits."""
    raw: dict[str, list[str]] = {}
    defects: list[str] = []
    for number, (name, value) in enumerate(message.raw_items()):
        if number >= limits.headers:
            defects.append("thư có quá nhiều dòng đầu thư, các dòng sau bị bỏ qua")
            break
        raw.setdefault(clean_line(raw_name(name)).lower(), []).append(str(value)[: 4 * MAX_LENGTH])
    if any(len(raw.get(name, ())) > 1 for name in ("from", "subject", "message-id", "date")):
        defects.append("thư có dòng đầu thư lặp lại (From, Subject, Date hoặc Message-ID)")
    return Headers(raw=raw, max_words=limits.encoded_words, defects=defects)


def raw_name(name: str) -> str:
    """A header's name without bytes that no name may have."""
    return name.encode("ascii", "replace").decode("ascii")
