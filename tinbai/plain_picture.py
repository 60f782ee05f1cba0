"""Whether a picture's bytes hold a picture and nothing else.

Such a picture is published byte for byte. Everything else (a camera's EXIF with the place it was taken, comments,
another file hidden behind the end) is made anew from its pixels. JPEG: ITU T.81, annex B; PNG: W3C PNG, chapter 5.
"""

from collections.abc import Iterator

_JPEG_FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended, progressive: what every browser shows
_JPEG_TABLES = {0xC4, 0xDB, 0xDD}
_JPEG_SCAN, _JPEG_END = 0xDA, 0xD9
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"}


def is_plain(content: bytes) -> bool:
    """Whether `content` is a JPEG or PNG without anything but its picture, in grey or in the colours of the web.

    One with a colour profile is not, even if that says sRGB: a profile has room for words too. Nor is one in the
    colours of print (CMYK), which not every browser shows.
    """
    try:
        if content.startswith(b"\xff\xd8"):
            return _is_plain_jpeg(content)
        return content.startswith(_PNG_START) and _is_plain_png(content)
    except (IndexError, ValueError):  # cut off, or no markers where markers must be
        return False


def _is_plain_jpeg(content: bytes) -> bool:
    at = 2
    while content[at + 1] != _JPEG_END:
        marker = content[at + 1]
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        segment = content[at + 4 : at + 2 + length]
        if content[at] != 0xFF or length < 2 or not _may_stay(marker, segment):
            return False
        at += 2 + length
        if marker == _JPEG_SCAN:
            at = _after_scan(content, at)
    return content[at] == 0xFF and at + 2 == len(content)


def _may_stay(marker: int, segment: bytes) -> bool:
    if marker == 0xE0:  # JFIF, without a thumbnail: one may show what was cropped away
        return segment.startswith(b"JFIF\0") and len(segment) == 14 and segment[12:14] == b"\0\0"
    if marker == 0xEE:
        return segment.startswith(b"Adobe") and len(segment) == 12
    if marker in _JPEG_FRAMES:
        return segment[5] in {1, 3}  # components: grey, or three colours
    return marker == _JPEG_SCAN or marker in _JPEG_TABLES


def _after_scan(content: bytes, at: int) -> int:
    """The next marker: in a scan, FF is followed by 00, or by a restart marker."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] != 0x00 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _is_plain_png(content: bytes) -> bool:
    names = list(_png_chunks(content))
    return bool(names) and set(names) <= _PNG_CHUNKS and names.index(b"IEND") == len(names) - 1


def _png_chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG_START)
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8]
        at += 12 + length
    if at != len(content):
        raise ValueError("a chunk is cut off")
