"""The header fields of a letter as their bytes stand, in order: for judging who wrote which of them.

The reader (`ingest/parse.py`) is lenient, for a letter must be shown whatever it looks like. Who decides about trust is
strict: a field that another program may see otherwise, or not at all, is marked, and nothing is decoded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST_BLOCK = 262_144  # bytes
MOST_FIELDS = 1_000

_FIELD = re.compile(rb"([!-9;-~]+)([ \t]*):")  # RFC 5322 section 3.6.8; white space before the colon is obsolete
_SHOWN = frozenset({b"from", b"sender", b"subject", b"date", b"content-type", b"content-transfer-encoding"})
_BLANK_LINE = re.compile(rb"\n\r?\n")
_ANY_FROM = re.compile(rb"^from[ \t\0]*:", re.IGNORECASE | re.MULTILINE)
_ODD = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")  # a bare CR is one of them


@dataclass(frozen=True, kw_only=True)
class HeaderLine:
    """One field. `name` is in lower case; `value` is unfolded (RFC 5322 section 2.2.3), its white space kept.

    `plain` says that every program sees this field as we do: no control character, no bare CR, no white space before
    the colon. A line that is no field at all has the name b"" and is not plain.
    """

    name: bytes
    value: bytes
    plain: bool


def header_lines(raw: bytes) -> Sequence[HeaderLine]:
    """The fields from the top down to the first empty line, within LONGEST_BLOCK and MOST_FIELDS."""
    found: list[list[bytes]] = []
    for number, line in enumerate(_lines(raw)):
        if line[:1] in (b" ", b"\t") and found:
            found[-1].append(line)
        elif number == 0 and line.startswith(b"From "):
            continue  # the envelope of an mbox file
        elif len(found) < MOST_FIELDS:
            found.append([line])
    return tuple(_line(b"".join(lines)) for lines in found)


def is_whole(raw: bytes) -> bool:
    """Whether `header_lines` gives every field: another program sees those beyond the limits too."""
    ends = len(raw) <= LONGEST_BLOCK or _BLANK_LINE.search(raw[:LONGEST_BLOCK]) is not None
    return ends and len(header_lines(raw)) < MOST_FIELDS


def count_from(raw: bytes) -> int:
    """How many From fields any program might see: after a bare CR, or with something before the colon, too."""
    return len(_ANY_FROM.findall(_block(raw).replace(b"\r\n", b"\n").replace(b"\r", b"\n")))


def doubled(raw: bytes) -> str | None:
    """A field that shows or decodes the letter and stands in it twice, with different words; None without one.

    Programs differ in which of the two they show (RFC 5322, section 3.6, allows one), and nobody who verified a letter
    says which of them he saw. Counted are the fields that any program might see, as in `count_from`.
    """
    block = _block(raw).replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\0", b"")
    seen: dict[bytes, bytes] = {}
    for line in header_lines(block):
        if line.name in _SHOWN and seen.setdefault(line.name, line.value.strip()) != line.value.strip():
            return line.name.decode("ascii").title()
    return None


def _lines(raw: bytes) -> Iterator[bytes]:
    for line in _block(raw).split(b"\n"):
        yield line.removesuffix(b"\r")


def _block(raw: bytes) -> bytes:
    head = raw[:LONGEST_BLOCK]
    if head.startswith((b"\n", b"\r\n")):
        return b""
    end = _BLANK_LINE.search(head)
    return head[: end.start()] if end else head


def _line(text: bytes) -> HeaderLine:
    field = _FIELD.match(text)
    if field is None:
        return HeaderLine(name=b"", value=text, plain=False)
    plain = not field[2] and not _ODD.search(text)
    return HeaderLine(name=field[1].lower(), value=text[field.end() :], plain=plain)
