"""UTF-16 and UTF-32: told by their mark, by their label, and by where the zeros stand."""

import codecs

from ingest.damaged_utf8 import is_nearly_utf8

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_096
_UNMISTAKABLE = 0.3  # of one half of the bytes; without a label


def wide_codec(data: bytes, declared: str | None) -> tuple[str, int] | None:
    """The codec with its byte order and the length of the mark, or None when `data` is neither.

    `declared` is the codec that the label names. Letters say UTF-16 and are not, and are and do not say it; but every
    space and every ASCII letter of UTF-16 has a zero, and no text in another charset has any.
    """
    says_so = declared is not None and declared.startswith(("utf-16", "utf-32"))
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not even and not odd and (not says_so or data.isascii() or is_nearly_utf8(data)):
        return None
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec, len(mark)
    if says_so and declared not in ("utf-16", "utf-32"):
        return declared or "", 0
    order = "be" if even >= odd else "le"  # RFC 2781, 4.3: big-endian when nothing tells
    if declared == "utf-32":
        return f"utf-32-{order}", 0
    if says_so or (max(even, odd) > len(sample) / 2 * _UNMISTAKABLE and min(even, odd) * 10 < max(even, odd)):
        return f"utf-16-{order}", 0
    return None
