"""Bytes to text: what the label says, unless the bytes say otherwise. One bad byte costs one character.

Vietnamese that only looks right in a legacy font (TCVN3, VNI) comes out as Windows-1252 letters here; its repair
needs the font or the whole text, and is not this file's business.
"""

import codecs
import re
from dataclasses import dataclass

from ingest.mojibake import undo_double_encoding
from ingest.viscii import decode_viscii

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that do not mean what they say (WHATWG Encoding Standard), or that Python does not know.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
}
_ALIASES = {
    "unicode-1-1-utf-7": "utf-7",
    "utf-8mb4": "utf-8",
    "x-utf-8": "utf-8",
    "utf": "utf-8",
    "unicode": "utf-16",
    "x-sjis": "cp932",
    "iso-8859-8-i": "iso8859-8",
    "windows-874": "cp874",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "x-mac-roman": "mac-roman",
    "iso-2022-jp-ms": "iso2022_jp_ext",
}
# Codecs that turn text into text, or that are slow on purpose-made input (punycode, idna), are not charsets.
_CHARSETS = re.compile(r"ascii|utf-|cp\d|iso8859|iso2022|koi8|mac-|big5|gb|hz|euc_|shift_jis|johab|tis-620|kz1048|ptcp")
_WESTERN = re.compile(r"cp125\d|iso8859|koi8|mac-|cp8\d\d|cp437")
_ISO_2022 = (b"\x1b$B", b"\x1b$@", b"\x1b(J")


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text, and what had to be guessed or replaced (None when the label was right)."""

    text: str
    defect: str | None = None


def decode(data: bytes, label: str | None = None) -> Decoded:
    """Text of `data`, declared as `label`; never raises. Its marks may still stand apart: NFC comes after."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec)
    if (label or "").strip().lower() in ("viscii", "csviscii", "x-viscii"):
        return Decoded(text=decode_viscii(data))
    codec_name = codec_of(label)
    if codec_name is None or _WESTERN.match(codec_name):
        return _eight_bit(data, codec_name, label)
    decoded = _lenient(data, codec_name)
    if codec_name == "utf-8" and _mostly_wrong(decoded.text):
        return Decoded(text=_legacy(data, vietnamese_known=False), defect=f"nhãn {label} sai, đã đoán bảng mã")
    return Decoded(text=undo_double_encoding(decoded.text), defect=decoded.defect)


def codec_of(label: str | None) -> str | None:
    """Python's codec for a charset label, or None when the label names none that a letter may use."""
    name = (label or "").strip().strip("\"'").lower()
    if not name or len(name) > 60 or not name.isascii():
        return None
    try:
        found = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found) if _CHARSETS.match(found) else None


def _eight_bit(data: bytes, codec: str | None, label: str | None) -> Decoded:
    """Data labelled with a one-byte charset, or not at all: UTF-8 under a false label is common and unmistakable."""
    if data.isascii():
        if any(escape in data for escape in _ISO_2022):
            return _lenient(data, "iso2022_jp_ext")
        return Decoded(text=data.decode("ascii"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        defect = f"nhãn bảng mã {label} sai, chữ là UTF-8" if label else None
        return Decoded(text=undo_double_encoding(text), defect=defect)
    if codec in (None, "cp1252"):
        return Decoded(text=_legacy(data, vietnamese_known=False))
    if codec == "cp1258":
        return Decoded(text=_legacy(data, vietnamese_known=True))
    return _lenient(data, codec or "cp1252")


def _legacy(data: bytes, *, vietnamese_known: bool) -> str:
    """Windows-1258 when it was declared or its letters and marks fit together, else Windows-1252.

    The bytes that Windows-1252 leaves open stand for themselves, so that nothing is lost to a later repair.
    """
    vietnamese = data.decode("cp1258", "replace")
    if vietnamese_known or _fits_together(vietnamese):
        return vietnamese
    return data.decode("cp1252", "open_as_themselves")


def _fits_together(vietnamese: str) -> bool:
    """Whether every combining mark stands after a Vietnamese vowel, and there are letters of Vietnamese alone."""
    marks = re.findall("(.)[\u0300\u0301\u0303\u0309\u0323]", vietnamese)
    return (
        len(marks) >= 2
        and all(vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYàáéíóúýÀÁÉÍÓÚÝ" for vowel in marks)
        and any(letter in "đĐăĂơƠưƯ" for letter in vietnamese)
    )


def _mostly_wrong(text: str) -> bool:
    """More replaced bytes than letters beyond ASCII that came through."""
    replaced = text.count("\ufffd")
    return replaced > 0 and replaced > sum(letter > "\x7f" for letter in text) - replaced


def _lenient(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(text=data.decode(codec))
    except UnicodeError:
        return Decoded(text=data.decode(codec, "replace"), defect=f"có byte không thuộc bảng mã {codec}")


def _open_as_themselves(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("open_as_themselves", _open_as_themselves)
