"""Outlook's own letters, .msg ([MS-OXMSG]): a compound file with a stream for each property."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO

from compressed_rtf import decompress
from olefile import STGTY_STREAM, OleFileIO

from ingest.charset import decode
from ingest.filenames import name_for, name_of_letter, safe_name
from ingest.letter import Part
from ingest.openers.as_mail import StoredLetter, as_mail
from ingest.openers.rtf import html_in_rtf, text_in_rtf
from ingest.openers.sniff import form_of
from ingest.openers.unreadable import UnreadableError
from tinbai.limits import Limits

_DAMAGED = "Không mở được thư Outlook “{name}” (.msg): tệp hỏng. Đề nghị người gửi chuyển tiếp thư đó hoặc gửi lại."
_FILE, _PROPERTY, _FIXED = "__attach_version1.0_#", "__substg1.0_", "__properties_version1.0"
_STRINGS = ("001F", "001E")  # UTF-16, and the sender's code page
_BINARY, _STORAGE = "0102", "000D"
_SUBJECT, _HEADERS, _BODY, _HTML, _RTF = "0037", "007D", "1000", "1013", "1009"
_SENDER_NAMES, _SENDER_ADDRESSES = ("0C1A", "0042"), ("5D01", "5D02", "0C1F", "0065")
_DATA, _LONG_NAME, _SHORT_NAME, _TITLE, _TYPE, _CONTENT_ID = "3701", "3707", "3704", "3001", "370E", "3712"
_SENT, _DELIVERED, _CODE_PAGE, _INTERNET_CODE_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
_HEADER_SIZES = (32, 24)  # of the fixed properties: of a letter, of a letter in a letter
_DEEPEST = 5
_TICKS_BEGIN = datetime(1601, 1, 1, tzinfo=UTC)

Path = tuple[str, ...]


def mail_in_msg(part: Part, limits: Limits) -> bytes:
    """The letter in a .msg as mail, its attachments and the letters in it included. Raises UnreadableError."""
    try:
        with OleFileIO(BytesIO(part.content)) as ole:
            return as_mail(_Msg(ole=ole, left=limits.archive_bytes, most=limits.parts).letter((), 0))
    except Exception as error:
        raise UnreadableError(_DAMAGED.format(name=part.filename)) from error


@dataclass(kw_only=True)
class _Msg:
    """A compound file. `left` is how many bytes may still be read: streams can share their sectors."""

    ole: OleFileIO
    left: int
    most: int
    streams: Mapping[Path, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        folders: dict[Path, set[str]] = {}
        for path in self.ole.listdir(streams=True, storages=True):
            folders.setdefault(tuple(path[:-1]), set()).add(path[-1])
        self.streams = {path: frozenset(names) for path, names in folders.items()}

    def letter(self, folder: Path, depth: int) -> StoredLetter:
        """The letter in `folder`."""
        label = self._code_page(folder)
        rtf = self._rtf(folder)
        markup = self._bytes(folder, _HTML + _BINARY)
        html = decode(markup, label).text if markup else self._string(folder, _HTML) or (rtf and html_in_rtf(rtf))
        name, address = self._first(folder, _SENDER_NAMES), self._address(folder)
        return StoredLetter(
            headers=self._string(folder, _HEADERS) or "",
            subject=self._string(folder, _SUBJECT),
            sender=f'"{(name or "").replace(chr(34), "")}" <{address}>' if address else name,
            date=self._date(folder),
            text=self._string(folder, _BODY) or (text_in_rtf(rtf) if rtf and not html else None),
            html=html or None,
            files=list(self._files(folder, html or "", depth)),
        )

    def _files(self, folder: Path, html: str, depth: int) -> Iterator[Part]:
        names = sorted(name for name in self.streams.get(folder, ()) if name.startswith(_FILE))
        for number, name in enumerate(names[: self.most], 1):
            place = (*folder, name)
            told = self._first(place, (_LONG_NAME, _SHORT_NAME, _TITLE))
            inner = (*place, _PROPERTY + _DATA + _STORAGE)
            if inner in self.streams and depth < _DEEPEST:
                stored = self.letter(inner, depth + 1)
                filename = name_of_letter(stored.subject or told, number)
                yield Part(filename=filename, media_type="message/rfc822", content=as_mail(stored))
            elif content := self._bytes(place, _DATA + _BINARY):
                yield self._file(place, told, content, html, number)

    def _file(self, place: Path, told: str | None, content: bytes, html: str, number: int) -> Part:
        form = form_of(content)
        content_id = self._string(place, _CONTENT_ID)
        return Part(
            filename=safe_name(told) or name_for(number, form.media_type),
            media_type=self._string(place, _TYPE) or form.media_type,
            content=content,
            inline=bool(content_id) and f"cid:{content_id}" in html,
            content_id=content_id or None,
        )

    def _first(self, folder: Path, properties: tuple[str, ...]) -> str | None:
        return next((text for each in properties if (text := self._string(folder, each))), None)

    def _address(self, folder: Path) -> str | None:
        """An address of the internet; inside an organisation Exchange has names of its own."""
        found = (self._string(folder, each) for each in _SENDER_ADDRESSES)
        return next((address for address in found if address and "@" in address), None)

    def _string(self, folder: Path, identifier: str) -> str | None:
        for kind in _STRINGS:
            octets = self._bytes(folder, identifier + kind)
            if octets:
                wide = kind == _STRINGS[0]
                text = octets.decode("utf-16-le", "replace") if wide else decode(octets, self._code_page(folder)).text
                return text.strip("\0") or None
        return None

    def _rtf(self, folder: Path) -> bytes | None:
        """The text as RTF, which Outlook compresses ([MS-OXRTFCP]); None when it is damaged."""
        compressed = self._bytes(folder, _RTF + _BINARY)
        try:
            return bytes(decompress(compressed)) if compressed else None
        except Exception:  # noqa: BLE001 - the plain text stands beside it in most letters
            return None

    def _bytes(self, folder: Path, name: str) -> bytes:
        return self._stream((*folder, _PROPERTY + name))

    def _stream(self, path: Path) -> bytes:
        is_there = path[-1] in self.streams.get(path[:-1], ())
        if not is_there or self.ole.get_type(list(path)) != STGTY_STREAM:
            return b""
        self.left -= self.ole.get_size(list(path))
        if self.left < 0:
            raise UnreadableError(_DAMAGED)
        with self.ole.openstream(list(path)) as stream:
            return bytes(stream.read())

    def _code_page(self, folder: Path) -> str | None:
        number = self._fixed(folder, _INTERNET_CODE_PAGE) or self._fixed(folder, _CODE_PAGE)
        number = number & 0xFFFFFFFF if number else None
        known = {65001: "utf-8", 20127: "us-ascii", 28591: "iso-8859-1"}
        return known.get(number, f"windows-{number}") if number else None

    def _date(self, folder: Path) -> str | None:
        """When it was sent. Windows counts tenths of microseconds from 1601."""
        ticks = self._fixed(folder, _SENT) or self._fixed(folder, _DELIVERED)
        try:
            return format_datetime(_TICKS_BEGIN + timedelta(microseconds=ticks // 10)) if ticks else None
        except OverflowError:
            return None

    def _fixed(self, folder: Path, identifier: int) -> int | None:
        """A property of a fixed size: sixteen bytes with its tag at the front and its value at the end."""
        table = self._stream((*folder, _FIXED))
        for place in range(_HEADER_SIZES[len(folder) > 0], len(table) - 15, 16):
            (tag,) = struct.unpack_from("<I", table, place)
            if tag >> 16 == identifier:
                return int.from_bytes(table[place + 8 : place + 16], "little")
        return None
