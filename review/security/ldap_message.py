"""The four messages of LDAP that a log-in needs, and the server's answers to them (RFC 4511), as bytes.

They are written in the subset of BER that section 5.1 prescribes: one-byte tags and definite lengths.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tinbai.ldap_text import Filter, Group, Item, Substrings

START_TLS = "1.3.6.1.4.1.1466.20037"  # section 4.14
SUCCESS, SIZE_LIMIT_EXCEEDED = 0, 4  # appendix A
# What a server says of a name or a password that it does not take; anything else is trouble of its own.
REFUSED = frozenset({19, 32, 34, 48, 49, 50, 53})

_INTEGER, _STRING, _CHOICE, _BOOLEAN, _SEQUENCE = 0x02, 0x04, 0x0A, 0x01, 0x30
_BIND, _BOUND, _UNBIND, _SEARCH, _ENTRY, _FOUND, _REFERENCE, _EXTENDED, _DONE = (
    0x60, 0x61, 0x42, 0x63, 0x64, 0x65, 0x73, 0x77, 0x78,
)  # fmt: skip
_GROUPS = {"and": 0xA0, "or": 0xA1, "not": 0xA2}
_COMPARISONS = {"equalityMatch": 0xA3, "greaterOrEqual": 0xA5, "lessOrEqual": 0xA6, "approxMatch": 0xA8}
_SUBSTRINGS, _PRESENT, _EXTENSIBLE = 0xA4, 0x87, 0xA9


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry that was found: its distinguished name, and attributes by their names in small letters."""

    name: str
    attributes: Mapping[str, Sequence[bytes]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A message of the server: to which request, and an entry, or the code that ends the request, or neither."""

    number: int
    code: int | None = None
    entry: Entry | None = None


def bind(number: int, name: str, password: str) -> bytes:
    """A simple bind (section 4.2)."""
    return _message(number, _BIND, _number(_INTEGER, 3) + _text(name) + _tagged(0x80, password.encode()))


def search(
    number: int, base: str, wanted: Filter, attributes: Sequence[str], *, whole_subtree: bool, most: int, seconds: int
) -> bytes:
    """A search (section 4.5.1) for at most so many entries, in at most so many seconds. Aliases are not followed."""
    limits = _number(_INTEGER, most) + _number(_INTEGER, seconds) + _tagged(_BOOLEAN, b"\x00")
    names = _tagged(_SEQUENCE, b"".join(map(_text, attributes)))
    scope = _number(_CHOICE, 2 if whole_subtree else 0) + _number(_CHOICE, 0)
    return _message(number, _SEARCH, _text(base) + scope + limits + _filter(wanted) + names)


def start_tls(number: int) -> bytes:
    """The wish to go on encrypted (section 4.14)."""
    return _message(number, _EXTENDED, _tagged(0x80, START_TLS.encode()))


def unbind(number: int) -> bytes:
    """The goodbye (section 4.3)."""
    return _message(number, _UNBIND, b"")


def read(content: bytes) -> Answer:
    """The one message that `content` is. Raises ValueError for anything else."""
    [(tag, body)] = _parts(content)  # unpacking raises ValueError, too
    (number_tag, number), (kind, said), *_ = _parts(body)  # controls may follow; none was asked for
    if tag != _SEQUENCE or number_tag != _INTEGER or len(number) > 4:
        raise ValueError("no message of LDAP")
    known = int.from_bytes(number, signed=True)
    if kind == _ENTRY:
        return Answer(number=known, entry=_entry(said))
    if kind in {_BOUND, _FOUND, _DONE}:
        (code_tag, code), *_ = _parts(said)
        if code_tag != _CHOICE or not 0 < len(code) <= 4:
            raise ValueError("no result")
        return Answer(number=known, code=int.from_bytes(code, signed=True))
    if kind == _REFERENCE:  # another server that knows more: it is not asked
        return Answer(number=known)
    raise ValueError(f"no answer of LDAP: {kind:#x}")


def size(beginning: bytes) -> int | None:
    """How many bytes the message has that begins so; None while too little of it is there. Raises ValueError."""
    if beginning[:1] not in {b"", bytes((_SEQUENCE,))}:
        raise ValueError("no message of LDAP")
    count = 0 if len(beginning) < 2 or beginning[1] < 0x80 else beginning[1] & 0x7F
    if len(beginning) < 2 + count:
        return None
    start, length = _length(beginning, 1)
    return start + length


def _entry(said: bytes) -> Entry:
    (_, name), (_, listed), *_ = _parts(said)
    attributes: dict[str, list[bytes]] = {}
    for _, attribute in _parts(listed):
        (_, kind), (_, values), *_ = _parts(attribute)
        attributes.setdefault(kind.decode().lower(), []).extend(value for _, value in _parts(values))
    return Entry(name=name.decode(), attributes=attributes)


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The tags and contents that stand one after the other in `content`."""
    position = 0
    while position < len(content):
        start, length = _length(content, position + 1)
        if start + length > len(content):
            raise ValueError("cut off")
        yield content[position], content[start : start + length]
        position = start + length


def _length(content: bytes, position: int) -> tuple[int, int]:
    """Where the content begins whose length stands at `position`, and that length."""
    if position >= len(content):
        raise ValueError("cut off")
    first = content[position]
    if first < 0x80:
        return position + 1, first
    count = first & 0x7F
    if not 0 < count <= 4 or len(content) <= position + count:
        raise ValueError("a length that is not allowed, or cut off")
    return position + 1 + count, int.from_bytes(content[position + 1 : position + 1 + count])


def _message(number: int, kind: int, content: bytes) -> bytes:
    return _tagged(_SEQUENCE, _number(_INTEGER, number) + _tagged(kind, content))


def _tagged(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes((tag, length)) + content
    written = length.to_bytes((length.bit_length() + 7) // 8)
    return bytes((tag, 0x80 | len(written))) + written + content


def _text(text: str) -> bytes:
    return _tagged(_STRING, text.encode())


def _number(tag: int, number: int) -> bytes:
    return _tagged(tag, number.to_bytes(number.bit_length() // 8 + 1, signed=True))


def _filter(wanted: Filter) -> bytes:
    """Section 4.5.1.7."""
    match wanted:
        case Group():
            return _tagged(_GROUPS[wanted.kind], b"".join(map(_filter, wanted.parts)))
        case Substrings():
            return _tagged(_SUBSTRINGS, _text(wanted.attribute) + _tagged(_SEQUENCE, b"".join(_substrings(wanted))))
        case Item(kind="present"):
            return _tagged(_PRESENT, wanted.attribute.encode())
        case Item(kind="extensibleMatch"):
            return _tagged(_EXTENSIBLE, _extensible(wanted))
        case Item():
            return _tagged(_COMPARISONS[wanted.kind], _text(wanted.attribute) + _tagged(_STRING, wanted.value))


def _substrings(wanted: Substrings) -> Iterator[bytes]:
    last = len(wanted.parts) - 1
    for number, part in enumerate(wanted.parts):
        if part:
            yield _tagged({0: 0x80, last: 0x82}.get(number, 0x81), part)


def _extensible(wanted: Item) -> bytes:
    rule = _tagged(0x81, wanted.rule.encode()) if wanted.rule else b""
    attribute = _tagged(0x82, wanted.attribute.encode()) if wanted.attribute else b""
    with_names = _tagged(0x84, b"\xff") if wanted.with_names else b""
    return rule + attribute + _tagged(0x83, wanted.value) + with_names
