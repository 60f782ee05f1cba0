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
LONG_FILENAME_UNICODE = 0x3707001F
ATTACH_FILE = 1
WINDOWS_1258 = 1258


def winmail(files: Sequence[tuple[str, bytes]]) -> bytes:
    """The stream's bytes with the files in the given order."""
    parts = [
        struct.pack("<IH", SIGNATURE, 1),
        _attribute(MESSAGE, VERSION, struct.pack("<I", 0x00010000)),
        _attribute(MESSAGE, OEM_CODEPAGE, struct.pack("<II", WINDOWS_1258, 0)),
        _attribute(MESSAGE, MESSAGE_CLASS, b"IPM.Microsoft Mail.Note\0"),
    ]
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
        _attribute(ATTACHMENT, ATTACH_MAPI, _long_name(name)),
    ]


def _long_name(name: str) -> bytes:
    value = (name + "\0").encode("utf-16-le")
    padded = value + bytes(-len(value) % 4)
    return struct.pack("<III", 1, LONG_FILENAME_UNICODE, 1) + struct.pack("<I", len(value)) + padded


def _attribute(level: int, tag: int, data: bytes) -> bytes:
    return struct.pack("<BII", level, tag, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
