"""The blob store: bytes under their SHA-256, in folders, synced to disk before anybody is told.

Blobs are written to temporary files, synced, given their names, and the folders synced, so that the names survive a
power cut too. Several at once share these steps: the disk's journal is then written once and not once a blob.
Writing the same bytes twice is one file. Files are readable by their owner only.

What is on the disk leaves the page cache: letters would push out what is used, and on a virtual machine pages that were
in use a moment ago are several times cheaper than fresh ones. Who reads asks the disk ahead.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from tinbai.errors import BlobMissingError
from tinbai.private import make_private_folder
from tinbai.syncing import sync

TEMPORARY = ".tmp-"
FILES_AT_ONCE = 64
_CAN_ADVISE = hasattr(os, "posix_fadvise")  # not everywhere


class Blobs:
    """A folder of blobs: aa/aabb… by hash."""

    def __init__(self, root: Path) -> None:
        self.root = root
        make_private_folder(root)
        missing = {f"{number:02x}" for number in range(256)} - {folder.name for folder in root.iterdir()}
        for name in missing:
            (root / name).mkdir(mode=0o700, exist_ok=True)  # another process may begin at the same moment
        if missing:
            sync(root)

    def put(self, content: bytes) -> str:
        """Store `content` durably; returns its SHA-256 in hexadecimal."""
        return self.put_all([content])[0]

    def put_all(self, contents: Sequence[bytes]) -> list[str]:
        """Store them all durably; returns their names, in order. After an error some may be stored, none half."""
        names = [sha256(content).hexdigest() for content in contents]
        wanted = dict(zip(names, contents, strict=True))
        missing = [name for name, content in wanted.items() if not self._is_whole(name, len(content))]
        for name in wanted.keys() - set(missing):
            os.utime(self.path(name))  # so that it is not swept as old before its new row is committed
        for start in range(0, len(missing), FILES_AT_ONCE):
            self._write({name: wanted[name] for name in missing[start : start + FILES_AT_ONCE]})
        # Those of a blob that was here already too: whoever wrote it may have died before he came to it.
        for folder in {self.path(name).parent for name in names}:
            sync(folder)
        return names

    def get(self, name: str) -> bytes:
        """The bytes stored under `name`; raises BlobMissingError."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError as error:
            raise BlobMissingError(name) from error

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """The blob as an open file, which the disk is asked to bring; raises BlobMissingError."""
        try:
            file = self.path(name).open("rb")
        except FileNotFoundError as error:
            raise BlobMissingError(name) from error
        with file:
            if _CAN_ADVISE:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_WILLNEED)
            yield file

    def has(self, name: str) -> bool:
        """Whether `name` is stored."""
        return self.path(name).exists()

    def path(self, name: str) -> Path:
        """Where `name` lies, or would. Raises ValueError for what is no SHA-256."""
        if not _is_name(name):
            raise ValueError("a blob is named by its SHA-256 in hexadecimal")
        return self.root / name[:2] / name

    def names(self) -> Iterator[str]:
        """Every blob's name, in no order."""
        return (path.name for path in self.root.glob("??/*") if _is_name(path.name))

    def leftovers(self) -> Iterator[Path]:
        """Files of writers that died."""
        return self.root.glob(f"??/{TEMPORARY}*")

    def _is_whole(self, name: str, size: int) -> bool:
        path = self.path(name)
        return path.exists() and path.stat().st_size == size

    def _write(self, blobs: Mapping[str, bytes]) -> None:
        written: dict[Path, Path] = {}  # temporary file: its name to be
        try:
            for name, content in blobs.items():
                handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=self.path(name).parent)
                written[Path(temporary)] = self.path(name)
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
            for unsynced in written:
                sync(unsynced)
                _leave_page_cache(unsynced)
            for synced, path in written.items():
                synced.replace(path)
        finally:
            for left in written:
                left.unlink(missing_ok=True)


def _is_name(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")


def _leave_page_cache(path: Path) -> None:
    """What is on the disk already goes; what is not stays."""
    if _CAN_ADVISE:
        with path.open("rb", buffering=0) as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
