"""Blobs copied from one folder to another, and checked where they lie.

They are copied, never hard-linked: a link is the same bytes on the same disk, and what harms one harms the other.
What is there already, of the same size, is not copied again. Bytes that do not agree with their name are not copied.
"""

import os
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from tinbai.backup_folder import hash_of
from tinbai.backup_trouble import Finding, Trouble
from tinbai.private import make_private_folder
from tinbai.syncing import sync

FILES_AT_ONCE = 64
PIECE = 1 << 20

Tick = Callable[[int, int], None]  # done, of how many


@dataclass(kw_only=True)
class Copied:
    """What became of the blobs that were to be copied."""

    copied: int = 0
    known: int = 0
    unreadable: list[str] = field(default_factory=list)


def blob_path(root: Path, name: str) -> Path:
    """Where the blob `name` lies in a folder of blobs."""
    return root / name[:2] / name


def blob_size(root: Path, name: str) -> int | None:
    """Its size in bytes; None when it is not there."""
    try:
        return blob_path(root, name).stat().st_size
    except FileNotFoundError:
        return None


def missing_bytes(source: Path, target: Path, names: Collection[str]) -> int:
    """How many bytes `copy_blobs` would write."""
    sizes = ((blob_size(source, name), blob_size(target, name)) for name in names)
    return sum(there for there, here in sizes if there is not None and there != here)


def copy_blobs(source: Path, target: Path, names: Collection[str], tick: Tick) -> Copied:
    """Copy them durably. One that has gone from `source` meanwhile is left out; who needs it will miss it."""
    done = Copied()
    folders: set[Path] = set()
    make_private_folder(target)
    try:
        for batch in _batches(sorted(names)):
            wanted = [name for name in batch if blob_size(source, name) not in {None, blob_size(target, name)}]
            done.known += len(batch) - len(wanted)
            before = done.known + done.copied + len(done.unreadable)
            tick(before, len(names))
            folders |= _copy_batch(source, target, wanted, done, partial(_tick_above, tick, before, len(names)))
    finally:
        for folder in (*folders, target):
            sync(folder)
    return done


def check_blobs(root: Path, names: Collection[str], tick: Tick) -> list[Finding]:
    """Read every one of them, and name those that are missing or whose bytes have another hash."""
    findings: list[Finding] = []
    for number, name in enumerate(sorted(names), 1):
        try:
            if hash_of(blob_path(root, name)) != name:
                findings.append(Finding(trouble=Trouble.BLOB_DAMAGED, name=name))
        except FileNotFoundError:
            findings.append(Finding(trouble=Trouble.BLOB_MISSING, name=name))
        except OSError:  # a disk that will not give it back
            findings.append(Finding(trouble=Trouble.BLOB_DAMAGED, name=name))
        tick(number, len(names))
    return findings


def blob_names(root: Path) -> list[str]:
    """Every blob in a folder of blobs."""
    return [path.name for path in root.glob("??/*") if len(path.name) == 64 and path.name[:2] == path.parent.name]


def _tick_above(tick: Tick, before: int, total: int, written: int) -> None:
    tick(before + written, total)


def _copy_batch(
    source: Path, target: Path, names: Collection[str], done: Copied, wrote: Callable[[int], None]
) -> set[Path]:
    """Write all of them, then sync all of them, then give them their names: the disk's journal is written once."""
    written: dict[Path, Path] = {}
    try:
        for number, name in enumerate(names, 1):
            place = blob_path(target, name)
            make_private_folder(place.parent)
            handle, temporary = tempfile.mkstemp(prefix=".tmp-", dir=place.parent)
            written[Path(temporary)] = place
            if _copy_bytes(blob_path(source, name), handle) != name:
                done.unreadable.append(name)
                del written[Path(temporary)]
                Path(temporary).unlink()
            wrote(number)
        for unsynced in written:
            sync(unsynced)
        for synced, place in written.items():
            synced.replace(place)
        done.copied += len(written)
        return {place.parent for place in written.values()}
    finally:
        for left in written:
            left.unlink(missing_ok=True)


def _copy_bytes(source: Path, handle: int) -> str:
    """Copy into the open file `handle`; the SHA-256 of what was written, "" when the source is unreadable or gone."""
    digest = sha256()
    with os.fdopen(handle, "wb") as target:
        try:
            file = source.open("rb")
        except OSError:
            return ""
        with file:
            while piece := _read(file):
                digest.update(piece)
                target.write(piece)
    return digest.hexdigest()


def _read(file: BinaryIO) -> bytes:
    """The next piece. What the disk does not give back ends the bytes here, and their hash tells."""
    try:
        return file.read(PIECE)
    except OSError:
        return b""


def _batches(names: list[str]) -> Iterator[list[str]]:
    return (names[start : start + FILES_AT_ONCE] for start in range(0, len(names), FILES_AT_ONCE))
