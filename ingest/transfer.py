"""Content-Transfer-Encoding: from what stands in the letter to the bytes that were meant.

Damaged base64 gives the bytes up to the damage and beyond it; a label that the content contradicts is not believed.
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator

import pybase64

from ingest.uuencode import take_uuencoded

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_PADDED = re.compile(rb"[^=]+=*")


def decode_transfer(wire: bytes, encoding: str, *, text: bool = False) -> bytes:
    """The bytes behind `wire`; an unknown or missing encoding leaves them as they are.

    `text` says that the part claims to be text, where plain text under the label base64 is recognised.
    """
    match encoding.strip().strip("\"'").lower():
        case "base64" if not (text and _is_prose(wire)):
            return decode_base64(wire)
        case "quoted-printable":
            return a2b_qp(wire)
        case "x-uuencode" | "uuencode" | "uue" | "x-uue":
            _, files = take_uuencoded(wire)
            return files[0].content if files else wire
        case _:
            return wire


def decode_base64(wire: bytes) -> bytes:
    """Every byte that is there: strange characters skipped, several padded pieces one after the other read all."""
    try:
        decoded = pybase64.b64decode(wire)  # as a2b_base64, at five times its speed
    except Base64Error:
        return b"".join(_pieces(_NOT_BASE64.sub(b"", wire)))
    padding = wire.find(b"=")
    if padding < 0 or not wire[padding:].strip(b"=\r\n \t-"):
        return decoded
    return b"".join(_pieces(_NOT_BASE64.sub(b"", wire)))


def _is_prose(wire: bytes) -> bool:
    """More characters outside of base64's alphabet than line breaks explain."""
    sample = wire[:4_000]
    strange = sum(len(run) for run in _NOT_BASE64.findall(sample)) - sum(sample.count(b) for b in (b"\r", b"\n"))
    return strange * 20 > len(sample)


def _pieces(letters: bytes) -> Iterator[bytes]:
    for piece in _PADDED.findall(letters):
        bare = piece.rstrip(b"=")
        whole = bare[: len(bare) - 1] if len(bare) % 4 == 1 else bare
        yield a2b_base64(whole + b"=" * (-len(whole) % 4))
