"""A `winmail.dat` as Outlook sends it: TNEF ([MS-OXTNEF]), the message's class and its attachments."""

import struct
from collections.abc import Sequence

SIGNATURE = 0x223E9F78
MESSAGE, ATTACHMENT = 1, 2
VERSION = 0x00089006
OEM_CODEPAGE = 0x00069007
MESSAGE_CLASS = 0x00078008
RENDER_DATA = 0x00069002
ATTACH_DATA = 0x0006800F
ATTACH_TITLE = 0x00018010
ATTACH_MAPI = 0x00069005
MESSAGE_MAPI = 0x00069003
LONG_FILENAME_UNICODE, BODY_UNICODE = 0x3707001F, 0x1000001F
ATTACH_FILE = 1
WINDOWS_1258 = 1258


def winmail(files: Sequence[tuple[str, bytes]], *, text: str | None = None) -> bytes:
    """The stream's bytes with the files in the given order; `text` is that of the letter, where it has one here."""
    parts = [
        struct.pack("<IH", SIGNATURE, 1),
        _attribute(MESSAGE, VERSION, struct.pack("<I", 0x00010000)),
        _attribute(MESSAGE, OEM_CODEPAGE, struct.pack("<II", WINDOWS_1258, 0)),
        _attribute(MESSAGE, MESSAGE_CLASS, b"IPM.Microsoft Mail.Note\0"),
    ]
    if text is not None:
        parts.append(_attribute(MESSAGE, MESSAGE_MAPI, _string(BODY_UNICODE, text)))
    for name, content in files:
        parts += _file(name, content)
    return b"".join(parts)


def _file(name: str, content: bytes) -> list[bytes]:
    """An attachment; its long name stands in the MAPI properties, its title is the short one of the old days."""
    short = name.encode("ascii", "replace").replace(b" ", b"_")
    return [
        _attribute(ATTACHMENT, RENDER_DATA, struct.pack("<HIHHI", ATTACH_FILE, 0xFFFFFFFF, 0, 0, 0)),
        _attribute(ATTACHMENT, ATTACH_TITLE, short + b"\0"),
        _attribute(ATTACHMENT, ATTACH_DATA, content),
        _attribute(ATTACHMENT, ATTACH_MAPI, _string(LONG_FILENAME_UNICODE, name)),
    ]


def _string(tag: int, text: str) -> bytes:
    """One MAPI property that is a string."""
    value = (text + "\0").encode("utf-16-le")
    padded = value + bytes(-len(value) % 4)
    return struct.pack("<III", 1, tag, 1) + struct.pack("<I", len(value)) + padded


def _attribute(level: int, tag: int, data: bytes) -> bytes:
    return struct.pack("<BII", level, tag, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
