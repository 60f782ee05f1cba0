"""Archives (.zip, .rar, .7z): every file in them becomes a part. Nothing in an archive chooses where it is written."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.letter import Part
from ingest.openers.names import MOST_TOLD, repaired_name, told_name
from ingest.openers.sniff import Form, form_of
from ingest.openers.unpack import unpacked_entries
from ingest.openers.unreadable import UnreadableError, about_attachment, hint
from ingest.openers.zip_entries import Entry, ProtectedEntryError, zip_entries
from ingest.source import Opened
from ingest.vietnamese.normal import normal
from tinbai.finding import Finding
from tinbai.limits import Limits

_IGNORED_NAMES = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))
_IGNORED_STARTS = ("~$", "._", "~wrl")
_IGNORED_FOLDER = "__macosx"
_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f<>:"|?*/\\]')
_LONGEST_NAME = 200
_SHOWN = 5


@dataclass(kw_only=True)
class _Gathered:
    """What came out of an archive so far."""

    archive: str
    parts: list[Part] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    protected: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    left_out: int = 0
    renamed: list[Finding] = field(default_factory=list)


def open_archive(part: Part, limits: Limits) -> Opened:
    """The files of an archive. Raises UnreadableError."""
    form = form_of(part.content)
    gathered = _Gathered(archive=part.filename)
    entries = zip_entries(part.content, limits) if form is Form.ZIP else unpacked_entries(part, form, limits)
    for entry in entries:
        if len(gathered.parts) < limits.parts:
            _take(entry, gathered)
        else:
            gathered.left_out += 1
    return Opened(parts=gathered.parts, findings=list(_findings(gathered)))


def _take(entry: Entry, gathered: _Gathered) -> None:
    came = entry.path.replace("\\", "/")
    repaired = repaired_name(came)
    path = repaired.text
    name = posixpath.basename(path)
    if _leads_outside(path):
        gathered.refused.append(normal(path))
    elif _is_litter(path, name):
        gathered.ignored.append(name)
    else:
        try:
            content = entry.read()
        except ProtectedEntryError:
            gathered.protected.append(name)
        except UnreadableError as error:
            if error.check == "archive_bomb":
                raise
            gathered.broken.append(name)
        else:
            part = _part(path, content, gathered)
            gathered.parts.append(part)
            finding = told_name(posixpath.basename(came), part.filename, repaired.encoding)
            gathered.renamed.extend([finding] if finding is not None else [])


def _leads_outside(path: str) -> bool:
    return path.startswith("/") or ".." in path.split("/") or re.match(r"^[A-Za-z]:", path) is not None


def _is_litter(path: str, name: str) -> bool:
    """Files that programs leave behind: thumbnails, lock files, the other half of Mac files."""
    lowered = name.lower()
    in_litter = path.lower().split("/")[0] == _IGNORED_FOLDER
    return in_litter or lowered in _IGNORED_NAMES or lowered.startswith(_IGNORED_STARTS)


def _part(path: str, content: bytes, gathered: _Gathered) -> Part:
    """The part for a file; two files of one name in different folders are told apart by their folders."""
    filename = _safe(posixpath.basename(path))
    if any(part.filename == filename for part in gathered.parts):
        folder = posixpath.basename(posixpath.dirname(path)) or str(len(gathered.parts) + 1)
        filename = _safe(f"{folder} - {filename}")
    return Part(filename=filename, media_type=form_of(content).media_type, content=content, inside=gathered.archive)


def _safe(name: str) -> str:
    cleaned = _NOT_IN_A_NAME.sub("_", " ".join(normal(name).split())).strip(" .")
    return cleaned[-_LONGEST_NAME:] or "khong-ten"


def _findings(gathered: _Gathered) -> Iterable[Finding]:
    archive = gathered.archive
    yield from gathered.renamed[:MOST_TOLD]
    if gathered.refused:
        message = f"Trong “{archive}” có tệp mang đường dẫn nguy hiểm, không mở: {_listed(gathered.refused)}."
        yield about_attachment("path_traversal", message)
    if gathered.protected:
        message = (
            f"Tệp nén “{archive}” có mật khẩu nên không mở được: {_listed(gathered.protected)}. "
            "Đề nghị người gửi nén lại, không đặt mật khẩu."
        )
        yield about_attachment("attachment_protected", message)
    if gathered.broken:
        message = f"Trong “{archive}” có tệp hỏng: {_listed(gathered.broken)}. Đề nghị người gửi gửi lại."
        yield about_attachment("attachment_unreadable", message)
    if gathered.left_out:
        message = f"“{archive}” có quá nhiều tệp: {gathered.left_out} tệp không được lấy ra, đề nghị xem ở tệp gốc."
        yield about_attachment("archive_cut", message)
    if gathered.ignored:
        yield hint("files_ignored", f"Bỏ qua tệp tạm trong “{archive}”: {_listed(gathered.ignored)}.")


def _listed(names: list[str]) -> str:
    shown, more = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    return f"{shown} và {more} tệp khác" if more > 0 else shown
