"""Letters written by hand, octet by octet.

The e-mail package of the standard library is not used to write them: what it writes differs between versions, and
the letters need mistakes that it refuses to make.
"""

import base64
import quopri
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

CRLF = b"\r\n"
ENCODED_WORD_BYTES = 45  # of text in one encoded word: 60 base64 characters, below the 75 of RFC 2047 §2


class Transfer(StrEnum):
    """A Content-Transfer-Encoding."""

    BASE64 = "base64"
    QUOTED = "quoted-printable"
    SEVEN = "7bit"
    EIGHT = "8bit"


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A part with content. `content_type` is written as it is, parameters and mistakes included."""

    content_type: str
    content: bytes
    transfer: Transfer = Transfer.BASE64
    headers: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class Multipart:
    """Parts between boundaries. `subtype` may carry parameters: `report; report-type=delivery-status`."""

    subtype: str
    boundary: str
    parts: Sequence["Leaf | Multipart"]


def letter(headers: Sequence[tuple[str, str]], content: Leaf | Multipart) -> bytes:
    """The whole letter. Header values are written as UTF-8 just as given: encode what should be encoded."""
    return CRLF.join([*_header_lines(headers), b"MIME-Version: 1.0", *part_lines(content)])


def plain(text: str, *, charset: str = "utf-8", transfer: Transfer = Transfer.QUOTED) -> Leaf:
    """A text body."""
    return Leaf(content_type=f"text/plain; charset={charset}", content=text.encode(charset), transfer=transfer)


def html(text: str, *, charset: str = "utf-8", transfer: Transfer = Transfer.QUOTED) -> Leaf:
    """An HTML body."""
    return Leaf(content_type=f"text/html; charset={charset}", content=text.encode(charset), transfer=transfer)


def attachment(name: str, media_type: str, content: bytes) -> Leaf:
    """A file with its name in both manners of today: RFC 2047 in `name`, RFC 2231 in `filename*`."""
    disposition = f'attachment; filename="{name}"' if name.isascii() else f"attachment; filename*=UTF-8''{quote(name)}"
    return Leaf(
        content_type=f'{media_type}; name="{encoded(name)}"',
        content=content,
        headers=[("Content-Disposition", disposition)],
    )


def inline(name: str, media_type: str, content: bytes, *, content_id: str) -> Leaf:
    """A picture that an HTML body shows by `cid:`."""
    return Leaf(
        content_type=f'{media_type}; name="{name}"',
        content=content,
        headers=[("Content-ID", f"<{content_id}>"), ("Content-Disposition", f'inline; filename="{name}"')],
    )


def encoded(text: str) -> str:
    """Text for a header: as it is when ASCII, else UTF-8 encoded words, folded, none of which splits a character."""
    if text.isascii():
        return text
    words, word = [], b""
    for character in text:
        octets = character.encode()
        if len(word) + len(octets) > ENCODED_WORD_BYTES:
            words.append(word)
            word = b""
        word += octets
    return "\r\n ".join(f"=?UTF-8?B?{base64.b64encode(word).decode()}?=" for word in [*words, word])


def part_lines(part: Leaf | Multipart) -> list[bytes]:
    """Headers and content of a part, without the last line break."""
    if isinstance(part, Leaf):
        headers = [("Content-Type", part.content_type), ("Content-Transfer-Encoding", part.transfer), *part.headers]
        return [*_header_lines(headers), b"", _transferred(part)]
    lines = [f'Content-Type: multipart/{part.subtype};\r\n boundary="{part.boundary}"'.encode(), b""]
    for child in part.parts:
        lines += [f"--{part.boundary}".encode(), *part_lines(child)]
    return [*lines, f"--{part.boundary}--".encode(), b""]


def _header_lines(headers: Sequence[tuple[str, str]]) -> list[bytes]:
    return [f"{name}: {value}".encode() for name, value in headers]


def _transferred(part: Leaf) -> bytes:
    if part.transfer is Transfer.BASE64:
        return base64.encodebytes(part.content).replace(b"\n", CRLF)
    content = part.content
    if part.transfer is Transfer.QUOTED:
        content = quopri.encodestring(content)
    return content.replace(b"\r\n", b"\n").replace(b"\n", CRLF)
