"""A letter as Outlook saves it, .msg ([MS-OXMSG]): a stream for each property, a folder for each attachment."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from compressed_rtf import compress

from tests.mail.making.compound import Folder, compound

SENT_TAG, CODE_PAGE_TAG = 0x00390040, 0x3FDE0003
SENT = datetime(2026, 10, 15, 7, 5, 11, tzinfo=UTC)
TICKS = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000  # tenths of microseconds


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A file, or a letter as the streams of its folder."""

    name: str
    content: bytes | Folder
    content_id: str | None = None


def message(
    *, strings: Mapping[str, str], attached: Sequence[Attached] = (), html: bytes | None = None,
    rtf: bytes | None = None, code_page: int = 65001, narrow: bool = False, inner: bool = False,
) -> Folder:  # fmt: skip
    """The folder of a letter. `strings` by identifier ("0037" is the subject); `narrow`: in the code page."""
    folder: dict[str, bytes | Folder] = {}
    for identifier, text in strings.items():
        octets = text.encode(f"cp{code_page}") if narrow else text.encode("utf-16-le")
        folder[f"__substg1.0_{identifier}{'001E' if narrow else '001F'}"] = octets
    if html is not None:
        folder["__substg1.0_10130102"] = html
    if rtf is not None:
        folder["__substg1.0_10090102"] = compress(rtf)
    fixed = struct.pack("<IIQ", SENT_TAG, 6, TICKS) + struct.pack("<IIQ", CODE_PAGE_TAG, 6, code_page)
    folder["__properties_version1.0"] = bytes(24 if inner else 32) + fixed
    for number, file in enumerate(attached):
        folder[f"__attach_version1.0_#{number:08X}"] = _attached(file)
    return folder


def outlook(folder: Folder) -> bytes:
    """The file."""
    return compound(folder)


def _attached(file: Attached) -> Folder:
    is_letter = not isinstance(file.content, bytes)
    streams: dict[str, bytes | Folder] = {
        "__properties_version1.0": bytes(8),
        "__substg1.0_3707001F": file.name.encode("utf-16-le"),
        f"__substg1.0_3701{'000D' if is_letter else '0102'}": file.content,
    }
    if file.content_id:
        streams["__substg1.0_3712001F"] = file.content_id.encode("utf-16-le")
    return streams
