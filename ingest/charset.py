"""Bytes to text: what the label says, unless the bytes say otherwise. One bad byte costs one character.

Vietnamese that only looks right in a legacy font (TCVN3, VNI) comes out as Windows-1252 letters here; its repair
needs the font or the whole text, and is not this file's business.
"""

import codecs
import re
from dataclasses import dataclass

from ingest.charset_labels import TCVN, VISCII, codec_of
from ingest.damaged_utf8 import is_nearly_utf8, read_damaged_utf8
from ingest.legacy_bytes import guessed, is_font_text, open_as_themselves
from ingest.mojibake import undo_double_encoding
from ingest.tcvn5712 import decode_tcvn5712
from ingest.utf7 import decode_utf7
from ingest.wide import wide_codec
from tinbai.vietnamese.viscii_charset import decode_viscii

_TABLES = {VISCII: decode_viscii, TCVN: decode_tcvn5712}
_SEVEN_BIT = re.compile(r"utf-7|iso2022|hz")
_MANY_BYTES = re.compile(r"gb|big5|cp9(?:32|49|50)|euc_|shift_jis|johab|hz|iso2022")
_ESCAPE = re.compile(rb"\x1b(?:\$[@BAC()]|\([JI])")  # ISO 2022: another set of characters begins
_NO_ACCIDENT = 4  # so many characters are UTF-8 in a text of another charset only when it is that


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text, and what had to be guessed or replaced (None when the label was right)."""

    text: str
    defect: str | None = None


def decode(data: bytes, label: str | None = None) -> Decoded:
    """Text of `data`, declared as `label`; never raises. Its marks may still stand apart: NFC comes after."""
    codec = codec_of(label)
    wide = wide_codec(data, codec)
    if wide is not None:
        return _lenient(data[wide[1] :], wide[0])
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.isascii():
        return Decoded(text=_below_0x80(data, codec))
    text = _sound_utf8(data, codec)
    if text is not None:
        is_news = codec not in (None, "utf-8")
        defect = f"nhãn bảng mã {label} sai, chữ là UTF-8" if is_news else None
        return Decoded(text=undo_double_encoding(text), defect=defect)
    if codec is not None and _SEVEN_BIT.match(codec) and not _ESCAPE.search(data):
        codec = "cp932" if codec.startswith("iso2022_jp") else None
    if codec in (None, "utf-8", "cp1252") or is_nearly_utf8(data, least=_NO_ACCIDENT):
        return _undeclared(data, label)
    return _declared(data, codec or "", label)


def _below_0x80(data: bytes, codec: str | None) -> str:
    """Bytes of seven bits, which are not always ASCII."""
    if codec == "utf-7":
        return decode_utf7(data)
    if codec in _TABLES:
        return _TABLES[codec](data)
    if codec == "hz":
        return data.decode("hz", "replace")
    if _ESCAPE.search(data):
        return data.decode(codec if codec and codec.startswith("iso2022") else "iso2022_jp_ext", "replace")
    return data.decode("ascii")


def _sound_utf8(data: bytes, codec: str | None) -> str | None:
    """The text when every byte of it is UTF-8: that is unmistakable, whatever the label says."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    by_accident = codec is not None and _MANY_BYTES.match(codec) and _beyond_ascii(text) < _NO_ACCIDENT
    return None if by_accident else text


def _undeclared(data: bytes, label: str | None) -> Decoded:
    """Without a label that can be relied on: everybody's Latin-1 and UTF-8, and what names no charset."""
    text = read_damaged_utf8(data)
    if text is not None:
        return Decoded(text=undo_double_encoding(text), defect="có byte không thuộc bảng mã utf-8")
    believed = codec_of(label) in (None, "cp1252")
    return Decoded(text=guessed(data), defect=None if believed else f"nhãn {label} sai, đã đoán bảng mã")


def _declared(data: bytes, codec: str, label: str | None) -> Decoded:
    """Not UTF-8, and under a label that is hardly ever put by accident."""
    if codec in _TABLES:
        return Decoded(text=_TABLES[codec](data))
    if codec == "cp1258" and is_font_text(data):
        return Decoded(text=open_as_themselves(data))
    decoded = _lenient(data, codec)
    replaced = decoded.text.count("\ufffd")
    mostly_wrong = _MANY_BYTES.match(codec) and replaced * 2 > _beyond_ascii(decoded.text)
    return _undeclared(data, label) if mostly_wrong else decoded


def _lenient(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(text=data.decode(codec))
    except UnicodeError:
        return Decoded(text=data.decode(codec, "replace"), defect=f"có byte không thuộc bảng mã {codec}")


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
