"""The folder of a backup: what lies where in it, and its manifests.

    blobs/aa/aabb…                   letters, photos and files, shared by all copies; only ever added
    copies/20261015T190000Z/         one copy of the database, with the configuration of that day
        database.sqlite | database.pgdump
        config.toml, config.local.toml
        manifest.json                written last: a copy without one was not finished

Everything is for its owner only, and on the disk before the manifest says that it is there.
"""

import json
import os
import shutil
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from tinbai.backup_trouble import Trouble
from tinbai.errors import BackupError
from tinbai.private import make_private_folder
from tinbai.syncing import sync

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a copy of the database is and holds. Moments are ISO 8601 in UTC, sizes are bytes."""

    format: int
    began_at: str
    ended_at: str
    version: str
    engine: str
    revision: str | None
    database: str
    database_bytes: int
    database_sha256: str
    rows: dict[str, int]
    blobs: int
    blobs_sha256: str
    missing: list[str]
    kept_apart: list[str]


@dataclass(frozen=True, kw_only=True)
class BackupFolder:
    """The folder `root` of a backup."""

    root: Path

    @property
    def blobs(self) -> Path:
        """Where the blobs lie."""
        return self.root / "blobs"

    def copies(self) -> list[Path]:
        """Every copy, finished or not, oldest first."""
        return sorted(path for path in (self.root / "copies").glob("*") if path.is_dir())

    def finished(self) -> list[Path]:
        """Those whose manifest was written, oldest first."""
        return [copy for copy in self.copies() if (copy / MANIFEST).exists()]

    def begin(self, at: datetime) -> Path:
        """A new folder for one copy, named by its moment."""
        make_private_folder(self.root / "copies")
        name = at.strftime("%Y%m%dT%H%M%SZ")
        names = (name, *(f"{name}-{number}" for number in range(2, 100)))
        copy = next(copy for copy in (self.root / "copies" / each for each in names) if not copy.exists())
        make_private_folder(copy)
        return copy

    def prune(self, newest: Path, keep: int) -> None:
        """Leave the `keep` newest finished copies; what older was not finished goes too."""
        kept = set(self.finished()[-keep:])
        for copy in self.copies():
            if copy not in kept and copy.name < newest.name:
                (copy / MANIFEST).unlink(missing_ok=True)  # first: half a copy is not to be taken for a whole one
                shutil.rmtree(copy)


def write_manifest(copy: Path, manifest: Manifest) -> None:
    """Say that `copy` is whole. The last step of a backup."""
    write(copy / MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=2).encode())


def read_manifest(copy: Path) -> Manifest:
    """The manifest of `copy`; raises BackupError (UNFINISHED, MANIFEST)."""
    try:
        given: dict[str, Any] = json.loads((copy / MANIFEST).read_bytes())
        manifest = Manifest(**given)
    except FileNotFoundError as error:
        raise BackupError(Trouble.UNFINISHED, copy.name) from error
    except (OSError, ValueError, TypeError) as error:
        raise BackupError(Trouble.MANIFEST, f"{copy.name}/{MANIFEST}") from error
    wrong = [key for key, value in given.items() if not _is_like(Manifest.__annotations__[key], value)]
    if wrong or manifest.format != FORMAT:
        raise BackupError(Trouble.MANIFEST, f"{copy.name}/{MANIFEST}")
    return manifest


def _is_like(annotation: Any, value: object) -> bool:
    kind = getattr(annotation, "__origin__", annotation)
    return isinstance(value, kind)


def write(path: Path, content: bytes) -> None:
    """Write a file for its owner only, durably, whole or not at all."""
    unfinished = path.with_name(f".tmp-{path.name}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync(path.parent)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def hash_of_names(names: Collection[str]) -> str:
    """The SHA-256 of a list of blobs: their names sorted, one a line."""
    return sha256("\n".join(sorted(names)).encode()).hexdigest()
