"""RAR and 7z, through whichever unpacker is installed, into a directory of its own, within limits."""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.letter import Part
from ingest.openers.programs import run, working_folder
from ingest.openers.sniff import Form
from ingest.openers.unreadable import UnreadableError
from ingest.openers.zip_entries import Entry, ProtectedEntryError
from tinbai.limits import Limits

_EXTENSIONS = {Form.RAR: ".rar", Form.SEVEN_ZIP: ".7z"}
_PASSWORD = "tinbai"  # noqa: S105 - given only so that no unpacker waits for one to be typed
_UNPACKERS: tuple[tuple[str, Sequence[str]], ...] = (
    ("unar", ("-quiet", "-force-skip", "-no-directory", "-password", _PASSWORD, "-output-directory", "{to}", "{file}")),
    ("7zz", ("x", "-y", f"-p{_PASSWORD}", "-o{to}", "{file}")),
    ("7z", ("x", "-y", f"-p{_PASSWORD}", "-o{to}", "{file}")),
    ("bsdtar", ("-x", "-f", "{file}", "-C", "{to}")),
)
_MISSING = (
    "Chưa giải nén được tệp {extension} “{name}” vì máy chủ chưa có chương trình giải nén. "
    "Tệp gốc vẫn được giữ; đề nghị người gửi nén lại dạng .zip, hoặc báo quản trị cài gói unar."
)
_FAILED = (
    "Chưa giải nén được tệp {extension} “{name}” (tệp hỏng hoặc có mật khẩu). "
    "Tệp gốc vẫn được giữ; đề nghị người gửi nén lại dạng .zip, không đặt mật khẩu."
)
_PROTECTED = "Tệp nén “{name}” có mật khẩu nên không mở được. Đề nghị người gửi nén lại, không đặt mật khẩu."
_TOO_BIG = "Không mở tệp nén “{name}” vì nội dung bung ra lớn bất thường. Đề nghị người gửi chia nhỏ rồi gửi lại."
_SECONDS_TO_LIST = 10


@dataclass(frozen=True, kw_only=True)
class _Listed:
    """What an archive declares. `protected` are the files that need a password."""

    files: int
    size: int
    protected: frozenset[str]
    closed: bool  # even the list needs a password


def unpacked_entries(part: Part, form: Form, limits: Limits) -> Iterator[Entry]:
    """The files in a RAR or 7z archive. Raises UnreadableError."""
    extension = _EXTENSIONS[form]
    unpacker = next((found for found in _UNPACKERS if shutil.which(found[0])), None)
    if unpacker is None:
        raise UnreadableError(_MISSING.format(extension=extension, name=part.filename), check="archive_not_opened")
    with working_folder() as folder:
        archive, target = folder / f"given{extension}", folder / "out"
        archive.write_bytes(part.content)
        target.mkdir()
        listed = _listed(archive, part)
        if listed.files > limits.archive_entries or listed.size > limits.archive_bytes:
            raise UnreadableError(_TOO_BIG.format(name=part.filename), check="archive_bomb")
        if listed.closed:
            raise UnreadableError(_PROTECTED.format(name=part.filename), check="attachment_protected")
        command = [unpacker[0], *(word.format(to=target, file=archive) for word in unpacker[1])]
        # What was unpacked until it had to be killed is still looked at.
        run(
            command,
            folder,
            seconds=min(limits.wall_seconds, limits.converter_seconds),
            file_bytes=limits.archive_bytes,
            cpu_seconds=limits.cpu_seconds,
        )
        entries = [*_entries(target, part, limits, listed.protected), *map(_protected_entry, sorted(listed.protected))]
        if not entries:
            raise UnreadableError(_FAILED.format(extension=extension, name=part.filename), check="archive_not_opened")
        yield from entries


def _listed(archive: Path, part: Part) -> _Listed:
    """What the archive declares, where lsar is there to ask. Raises UnreadableError when it takes too long."""
    if shutil.which("lsar") is None:
        return _Listed(files=0, size=0, protected=frozenset(), closed=False)
    try:
        command, printed = ["lsar", "-json", "-password", _PASSWORD, str(archive)], archive.with_name("list.json")
        if not run(command, archive.parent, seconds=_SECONDS_TO_LIST, output=printed):
            raise UnreadableError(_TOO_BIG.format(name=part.filename), check="archive_bomb")
        answer = json.loads(printed.read_bytes() or b"{}")
        files = answer.get("lsarContents", [])
        sizes = [file.get("XADFileSize", 0) for file in files]
        protected = [str(file.get("XADFileName")) for file in files if file.get("XADIsEncrypted")]
        closed = not files and bool(answer.get("lsarProperties", {}).get("XADIsEncrypted"))
    except (ValueError, AttributeError) as error:
        raise UnreadableError(_TOO_BIG.format(name=part.filename), check="archive_bomb") from error
    size = sum(size for size in sizes if isinstance(size, int))
    return _Listed(files=len(files), size=size, protected=frozenset(protected), closed=closed)


def _entries(target: Path, part: Part, limits: Limits, protected: frozenset[str]) -> Iterator[Entry]:
    """The regular files that were written, read at once: the directory goes when this is over.

    Of a file that needs a password an empty one is written, or a piece of garbage.
    """
    left = limits.archive_bytes
    for folder, folders, names in os.walk(target):
        folders.sort()
        for name in sorted(names):
            path = Path(folder) / name
            written = os.fsencode(path.relative_to(target)).decode("utf-8", "replace")
            if path.is_symlink() or not path.is_file() or written in protected:
                continue
            left -= path.stat().st_size
            if left < 0:
                raise UnreadableError(_TOO_BIG.format(name=part.filename), check="archive_bomb")
            yield _entry(written, path.read_bytes())


def _entry(path: str, content: bytes) -> Entry:
    return Entry(path=path, read=lambda: content)


def _protected_entry(path: str) -> Entry:
    def refuse() -> bytes:
        raise ProtectedEntryError(path, check="attachment_protected")

    return Entry(path=path, read=refuse)
