"""The entries of a zip file, with their names made readable. zipfile ends at this file and `wordml/package.py`."""

import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile, ZipInfo

from ingest.openers.names import repaired_name
from ingest.openers.unreadable import UnreadableError
from tinbai.limits import Limits
from tinbai.vietnamese.detect import has_unicode_vietnamese, marked_words, share_of_syllables

_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field that repeats the name in UTF-8
_RATIO_COUNTS_FROM = 1_000_000
_DAMAGED = "Không mở được tệp nén: tệp bị hỏng. Đề nghị người gửi nén lại rồi gửi lại."
_TOO_BIG = "Không mở tệp nén vì nội dung bung ra lớn bất thường. Đề nghị người gửi chia nhỏ rồi gửi lại."


class ProtectedEntryError(UnreadableError):
    """An entry needs a password."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A file in an archive. `read` gives its bytes, raising UnreadableError or ProtectedEntryError."""

    path: str
    read: Callable[[], bytes]


def zip_entries(content: bytes, limits: Limits) -> Iterator[Entry]:
    """The files of a zip, in its order; directories and symbolic links are left out. Raises UnreadableError."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise UnreadableError(_DAMAGED) from error
    infos = archive.infolist()
    if len(infos) > limits.archive_entries:
        raise UnreadableError(_TOO_BIG, check="archive_bomb")
    budget = _Budget(left=limits.archive_bytes)
    for info in infos:
        if not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16):
            yield Entry(path=_name(info), read=lambda info=info: _read(archive, info, budget, limits))  # type: ignore[misc]


@dataclass(kw_only=True)
class _Budget:
    left: int


def _read(archive: ZipFile, info: ZipInfo, budget: _Budget, limits: Limits) -> bytes:
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise ProtectedEntryError(_DAMAGED)
    allowed = min(budget.left, max(_RATIO_COUNTS_FROM, limits.archive_ratio * info.compress_size))
    try:
        with archive.open(info) as file:
            content = file.read(allowed + 1)
    except (BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(_DAMAGED) from error
    if len(content) > allowed:
        raise UnreadableError(_TOO_BIG, check="archive_bomb")
    budget.left -= len(content)
    return content


def _name(info: ZipInfo) -> str:
    """The entry's name: UTF-8 where the zip says so, else whichever old code page gives readable Vietnamese."""
    if info.flag_bits & _UTF8_FLAG or info.orig_filename.isascii():
        return normalize("NFC", info.orig_filename)
    return _unicode_path(info.extra) or most_readable(info.orig_filename.encode("cp437", "replace"))


def _unicode_path(extra: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == _UNICODE_PATH and size > 5:
            return normalize("NFC", extra[at + 9 : at + 4 + size].decode("utf-8", "replace"))
        at += 4 + size
    return None


def most_readable(raw: bytes) -> str:
    """A file name whose code page nobody told: the reading with the most Vietnamese in it.

    One in a legacy encoding comes as its letters stand, for whoever tells what was made of them (`names.py`).
    """
    readings: list[str] = []
    for charset in ("utf-8", "cp1258", "cp1252", "cp437"):
        try:
            readings.append(normalize("NFC", raw.decode(charset)))
        except UnicodeDecodeError:
            continue
    best = max(readings, key=_readability, default="")
    legacy = raw.decode("latin-1")
    return legacy if not best or _readability(repaired_name(legacy).text) > _readability(best) else best


def _readability(name: str) -> tuple[float, bool]:
    """Words that are Vietnamese syllables count first; of equals, letters that only Vietnamese has; then the order."""
    words = [word for word in marked_words(name.replace("/", " ").replace("_", " ")) if word]
    return share_of_syllables(words), has_unicode_vietnamese(name)
