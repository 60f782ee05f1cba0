"""Copies of pictures for the pages: those that were prepared, and others made now and kept beside the blob store.

All of them are made anew from the pixels, and can always be made again.
"""

import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.errors import BlobMissingError
from tinbai.picture import LARGE, MEDIUM, SMALL, page_copy
from tinbai.picture_sandbox import of_picture
from tinbai.pictures import PictureError, edited_copy, web_copy

SIZES = {"small": SMALL, "medium": MEDIUM, "large": LARGE}


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A copy: JPEG, or PNG where it is transparent."""

    content: bytes

    @property
    def media_type(self) -> str:
        """By its own first bytes."""
        return "image/png" if self.content.startswith(b"\x89PNG") else "image/jpeg"


class Thumbnails:
    """Prepared copies, and a folder of others, named by the original's hash and the longest side."""

    def __init__(self, folder: Path, blobs: Blobs, database: Database) -> None:
        self.folder = folder
        self.blobs = blobs
        self.database = database

    def get(self, sha256: str, longest: int, edit: str = "") -> Picture | None:
        """The copy, turned and cut as `edit` says; None when the bytes are no picture that can be shown.

        Raises BlobMissingError.
        """
        prepared = None if edit else self._prepared(sha256, longest)
        if prepared is not None:
            return prepared
        path = self.folder / sha256[:2] / f"{self.blobs.path(sha256).name}-{longest}{edit.replace(':', '-')}"
        if path.exists():
            return Picture(content=path.read_bytes())
        if not self.blobs.has(sha256):
            raise BlobMissingError(sha256)
        try:
            copy = of_picture(_copied, self.blobs.path(sha256), longest, edit)
        except PictureError:
            return None
        self._keep(path, copy)
        return Picture(content=copy)

    def _prepared(self, sha256: str, longest: int) -> Picture | None:
        with self.database.reading() as session:
            name = session.scalar(page_copy(sha256, longest))
        try:
            return None if name is None else Picture(content=self.blobs.get(name))
        except BlobMissingError:  # after a restore, say
            return None

    def _keep(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)  # whoever reads meanwhile sees the whole file or none


def sweep_copies(folder: Path, older_than: datetime) -> int:
    """Remove copies made before that moment: whoever still looks at one has it made again."""
    swept = 0
    for path in folder.glob("??/*"):
        try:
            if path.stat().st_mtime < older_than.timestamp():
                path.unlink()
                swept += 1
        except FileNotFoundError:  # another sweeper was faster
            continue
    return swept


def folder_of_copies(blobs: Blobs) -> Path:
    """Where they lie: beside the blob store, not in it, since no row names them."""
    return blobs.root.with_name(f"{blobs.root.name}-web")


def _copied(content: bytes, longest: int, edit: str) -> bytes:
    if edit:
        return edited_copy(content, edit, longest)
    return web_copy(content, longest=longest)
