"""BinHex 4.0 (RFC 1741): a Mac file as seven-bit text, with its name, its data and its resources.

No library: the standard one dropped it in Python 3.11, and none on the index is alive. Linear, and never more than
`most` bytes out: a run is three characters for up to 255 bytes.
"""

import re
from base64 import b64decode
from binascii import crc_hqx
from dataclasses import dataclass

from ingest.uuencode import Embedded

_ALPHABET = b"!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_AS_BASE64 = bytes.maketrans(_ALPHABET, _BASE64)
_NO_LETTERS = bytes(set(range(256)) - set(_ALPHABET))
_MARK = rb"\(This file must be converted with BinHex[^\r\n]{0,20}\)?[ \t]*\r?\n\s*"
_BEGIN = re.compile(rb"^" + _MARK + rb":", re.MULTILINE | re.IGNORECASE)
_RUN = 0x90
_LONGEST_NAME = 63


class BinHexError(Exception):
    """What stands there is no BinHex, or too much comes of it (`too_large`)."""

    def __init__(self, *, too_large: bool = False) -> None:
        self.too_large = too_large
        super().__init__(too_large)


@dataclass(frozen=True, kw_only=True)
class MacFile:
    """A file of a Mac; its resources, which say nothing to others, are left. `sound`: the sums are right."""

    name: bytes  # in the Mac's own charset
    content: bytes
    sound: bool


def is_binhex(content: bytes) -> bool:
    """Whether a text has a file in BinHex in it."""
    return _BEGIN.search(content) is not None


def decode_binhex(text: bytes, most: int) -> MacFile:
    """The first file in `text`. Raises BinHexError."""
    begin = _BEGIN.search(text)
    if begin is None:
        raise BinHexError
    end = text.find(b":", begin.end())
    return _file(_expanded(_octets(text[begin.end() : end if end >= 0 else len(text)]), most))


def take_binhex(text: bytes, most: int) -> tuple[bytes, list[Embedded]]:
    """The text without the files that stand in it as BinHex, and those files. What cannot be decoded stays text."""
    files: list[Embedded] = []
    rest: list[bytes] = []
    place = 0
    while begin := _BEGIN.search(text, place):
        closing = text.find(b":", begin.end())
        end = closing + 1 if closing >= 0 else len(text)
        try:
            file = _file(_expanded(_octets(text[begin.end() : end]), most))
        except BinHexError:
            rest.append(text[place:end])
        else:
            files.append(Embedded(name=file.name, content=file.content))
            rest.append(text[place : begin.start()])
            most -= len(file.content)
        place = end
    return b"".join([*rest, text[place:]]), files


def _octets(letters: bytes) -> bytes:
    """Six bits a letter, as in base64 with other letters."""
    known = letters.translate(_AS_BASE64, _NO_LETTERS)
    known = known[:-1] if len(known) % 4 == 1 else known
    return b64decode(known + b"=" * (-len(known) % 4))


def _expanded(octets: bytes, most: int) -> bytes:
    """Runs written out: 0x90 and a count repeat the byte before them, 0x90 and 0 are the byte 0x90 itself."""
    found: list[bytes] = []
    size = place = 0
    last = b""
    while (mark := octets.find(_RUN, place)) >= 0:
        count = octets[mark + 1] if mark + 1 < len(octets) else 0
        piece = octets[place:mark]
        last = piece[-1:] or last
        repeated = last * max(count - 1, 0) if count else bytes([_RUN])
        last = repeated[-1:] or last
        found += [piece, repeated]
        size += len(piece) + len(repeated)
        if size > most:
            raise BinHexError(too_large=True)
        place = mark + 2
    return b"".join([*found, octets[place:]])


def _file(octets: bytes) -> MacFile:
    """The header, the data and their sums; what is missing at the end is told by `sound`."""
    length = octets[0] if octets else 0
    head = 1 + length + 1 + 4 + 4 + 2 + 4 + 4  # name, version, type, creator, flags, sizes of data and resources
    if not 0 < length <= _LONGEST_NAME or len(octets) < head + 2:
        raise BinHexError
    size = int.from_bytes(octets[head - 8 : head - 4], "big")
    content = octets[head + 2 : head + 2 + size]
    sums = octets[head : head + 2], octets[head + 2 + size : head + 4 + size]
    sound = sums == (_sum(octets[:head]), _sum(content))
    return MacFile(name=octets[1 : 1 + length], content=content, sound=sound)


def _sum(octets: bytes) -> bytes:
    return crc_hqx(octets, 0).to_bytes(2, "big")
