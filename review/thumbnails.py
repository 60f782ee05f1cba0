"""Small copies of pictures, made anew from the pixels, kept beside the blob store. They can always be made again."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tinbai.blobs import Blobs
from tinbai.errors import BlobMissingError
from tinbai.picture_sandbox import of_picture
from tinbai.pictures import PictureError, web_copy

SMALL = 480
LARGE = 1600
SIZES = {"small": SMALL, "large": LARGE}


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A copy: JPEG, or PNG where it is transparent."""

    content: bytes

    @property
    def media_type(self) -> str:
        """By its own first bytes."""
        return "image/png" if self.content.startswith(b"\x89PNG") else "image/jpeg"


class Thumbnails:
    """A folder of copies, named by the original's hash and the longest side."""

    def __init__(self, folder: Path, blobs: Blobs) -> None:
        self.folder = folder
        self.blobs = blobs

    def get(self, sha256: str, longest: int) -> Picture | None:
        """The copy; None when the bytes are no picture that can be shown. Raises BlobMissingError."""
        path = self.folder / sha256[:2] / f"{self.blobs.path(sha256).name}-{longest}"
        if path.exists():
            return Picture(content=path.read_bytes())
        if not self.blobs.has(sha256):
            raise BlobMissingError(sha256)
        try:
            copy = of_picture(_copied, self.blobs.path(sha256), longest)
        except PictureError:
            return None
        self._keep(path, copy)
        return Picture(content=copy)

    def _keep(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)  # whoever reads meanwhile sees the whole file or none


def _copied(content: bytes, longest: int) -> bytes:
    return web_copy(content, longest=longest)
