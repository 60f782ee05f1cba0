"""The content of an opaque S/MIME message (RFC 8551): the one path through CMS (RFC 5652) that leads to it.

Reads BER (X.690) with definite and indefinite lengths and octet strings in pieces, as Outlook and OpenSSL write it.
It checks no signature: whose letter it is, the mail server's own word says. No library: `cryptography` gives no
content out, and readers of the whole of ASN.1 build objects of every certificate on the way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_DATA = bytes.fromhex("2a864886f70d010701")
_SEQUENCE, _OID, _OCTETS, _OCTETS_IN_PIECES, _EXPLICIT = 0x30, 0x06, 0x04, 0x24, 0xA0
_CONSTRUCTED = 0x20
_DEEPEST = 8
_MOST_ELEMENTS = 100_000  # pieces of a content are a kilobyte each


class Kind(Enum):
    """What a CMS message is, by its object identifier."""

    SIGNED = bytes.fromhex("2a864886f70d010702")
    ENVELOPED = bytes.fromhex("2a864886f70d010703")
    AUTH_ENVELOPED = bytes.fromhex("2a864886f70d0109100117")
    COMPRESSED = bytes.fromhex("2a864886f70d0109100109")


@dataclass(frozen=True, kw_only=True)
class Cms:
    """A CMS message. `content` is what was signed, when it stands inside; None when it does not, or is locked."""

    kind: Kind
    content: bytes | None = None


class _BrokenError(Exception):
    """The bytes are no BER."""


@dataclass(frozen=True, kw_only=True)
class _Element:
    """One element: its tag, and where its contents begin and end. An indefinite one ends where its parent does."""

    tag: int
    begin: int
    end: int
    indefinite: bool = False


def read_cms(data: bytes) -> Cms | None:
    """Read a CMS message in BER or DER; None when it is none. Never raises; cut off, it gives what is there."""
    try:
        identifier, explicit = _pair(data, _first(data, 0, len(data), _SEQUENCE))
        kind = Kind(identifier)
        if kind is not Kind.SIGNED:
            return Cms(kind=kind)
        signed = _first(data, explicit.begin, explicit.end, _SEQUENCE)
        inner = next((one for one in _elements(data, signed) if one.tag == _SEQUENCE), None)
        if inner is None:
            return Cms(kind=kind)
        inner_identifier, content = _pair(data, inner)
        octets = b"".join(_octets(data, content, 0)) if inner_identifier == _DATA else b""
        return Cms(kind=kind, content=octets or None)
    except (_BrokenError, ValueError):
        return None


def _pair(data: bytes, sequence: _Element) -> tuple[bytes, _Element]:
    """ContentInfo, and EncapsulatedContentInfo: an identifier, and what it says as [0] EXPLICIT."""
    elements = _elements(data, sequence)
    identifier, explicit = next(elements, None), next(elements, None)
    if identifier is None or identifier.tag != _OID:
        raise _BrokenError
    name = data[identifier.begin : identifier.end]
    if explicit is None or explicit.tag != _EXPLICIT:
        return name, _Element(tag=_EXPLICIT, begin=len(data), end=len(data))
    return name, explicit


def _first(data: bytes, begin: int, end: int, tag: int) -> _Element:
    element = _element(data, begin, end)
    if element.tag != tag:
        raise _BrokenError
    return element


def _elements(data: bytes, parent: _Element) -> Iterator[_Element]:
    """The elements in a constructed one, in order."""
    place = parent.begin
    for _ in range(_MOST_ELEMENTS):
        if place >= parent.end or (parent.indefinite and data[place : place + 2] == b"\0\0"):
            return
        element = _element(data, place, parent.end)
        yield element
        place = _end(data, element, 0)


def _element(data: bytes, place: int, end: int) -> _Element:
    if place + 2 > end:
        raise _BrokenError
    tag, length, begin = data[place], data[place + 1], place + 2
    if length == 0x80:
        return _Element(tag=tag, begin=begin, end=end, indefinite=True)
    if length > 0x80:
        size = length & 0x7F
        length, begin = int.from_bytes(data[begin : begin + size], "big"), begin + size
        if size > 8:
            raise _BrokenError
    return _Element(tag=tag, begin=begin, end=min(begin + length, end))


def _end(data: bytes, element: _Element, depth: int) -> int:
    """Where the next element begins."""
    if not element.indefinite:
        return element.end
    if depth > _DEEPEST or not element.tag & _CONSTRUCTED:
        raise _BrokenError
    place = element.begin
    while place < element.end and data[place : place + 2] != b"\0\0":
        place = _end(data, _element(data, place, element.end), depth + 1)
    return place + 2


def _octets(data: bytes, parent: _Element, depth: int) -> Iterator[bytes]:
    """The octet strings below an element, however they were cut into pieces."""
    if depth > _DEEPEST:
        raise _BrokenError
    for element in _elements(data, parent):
        if element.tag == _OCTETS:
            yield data[element.begin : element.end]
        elif element.tag in (_OCTETS_IN_PIECES, _EXPLICIT):
            yield from _octets(data, element, depth + 1)
