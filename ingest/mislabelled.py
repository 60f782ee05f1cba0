"""Parts that are not what their headers say: files among the texts, and bytes under a false transfer encoding."""

from binascii import a2b_base64

from ingest.message import WholeMessage
from ingest.transfer import decode_base64

_LEAST_SIGNATURE = 8
_SAMPLE = 4_000
_HEAD = 80
_MOST_CONTROLS = 0.1  # of a text's bytes
_MOST_ON_ONE_SIDE = 0.9  # of the NULs of UTF-16, which all stand in the same half of the pairs
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32)})
_ENCODED = ("base64", "quoted-printable")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NEVER_TEXT = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"II*\x00",
    b"MM\x00*",
    b"\x78\x9f\x3e\x22",
)
_FILES = (*_NEVER_TEXT, b"%PDF-", b"GIF87a", b"GIF89a", b"{\\rtf")


def is_file(content: bytes, charset: str | None) -> bool:
    """Whether what claims to be a text is a file: by its first bytes, or because no text has so many controls."""
    if content.startswith(_FILES):
        return True
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= len(sample) * _MOST_CONTROLS or len(sample) < _LEAST_SIGNATURE:
        return False
    return not (sample.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(sample, charset))


def _is_wide(sample: bytes, charset: str | None) -> bool:
    """UTF-16 or UTF-32, by label or because its NULs stand in step; nothing but NULs is no text."""
    nuls = sample.count(0)
    if nuls == len(sample):
        return False
    if (charset or "").lower().replace("-", "").replace("_", "").startswith(("utf16", "utf32", "ucs")):
        return True
    return nuls > 0 and max(sample[::2].count(0), sample[1::2].count(0)) > _MOST_ON_ONE_SIDE * nuls


def meant(message: WholeMessage, decoded: bytes, encoding: str) -> bytes:
    """The bytes of a file, `decoded` as its label says, when that can be; else as its first bytes say.

    Raw bytes labelled as encoded are left as they are; base64 that is not labelled is decoded when a known file
    comes out.
    """
    head = message.head(_HEAD)
    if encoding.lower() in _ENCODED:
        return message.wire() if head.startswith(_NEVER_TEXT) else decoded
    letters = head.translate(None, b"\r\n=")
    if letters.translate(None, _BASE64) or len(letters) < _LEAST_SIGNATURE:
        return decoded
    first = a2b_base64(letters[: len(letters) // 4 * 4])
    return decode_base64(message.wire()) if first.startswith(_FILES) else decoded
