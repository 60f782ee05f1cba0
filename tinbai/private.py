"""Folders and files that only their owner can read: letters and people's data lie in them."""

import os
import tempfile
from pathlib import Path

from tinbai.syncing import sync


def make_private_folder(folder: Path) -> None:
    """Make `folder` and every missing folder above it, for the owner only. What is there already stays as it is."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def make_private_file(file: Path) -> None:
    """Make an empty file for the owner only, unless it is there already."""
    make_private_folder(file.parent)
    file.touch(mode=0o600, exist_ok=True)


def write_private(file: Path, text: str) -> None:
    """Put `text` into `file`, for the owner only (0600): the whole of it is there, or what was there before.

    Line ends stay as they are. Raises OSError.
    """
    make_private_folder(file.parent)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)  # made with 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as unfinished:
            unfinished.write(text)
            unfinished.flush()
            os.fsync(unfinished.fileno())
        Path(name).replace(file)
        sync(file.parent)  # the new name survives a power cut, and comes before whatever is done next
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
