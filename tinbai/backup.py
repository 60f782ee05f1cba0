"""`tinbai backup`: a copy of the office while it goes on working.

The database first, then the blobs: a blob is on the disk before a row refers to it, and none is swept while the backup
holds its lease; so whatever the copy of the database refers to is found afterwards. The manifest comes last. An
earlier copy in the same folder stays whole until then, and its blobs are not copied again.

Not in it: secrets, which the manifest names, and the portal's own database and files.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from tinbai import __version__
from tinbai.backup_blobs import Copied, Tick, blob_names, blob_size, copy_blobs, missing_bytes
from tinbai.backup_contents import Contents
from tinbai.backup_engine import FILES, BackupEngine, engine_of, look
from tinbai.backup_folder import (
    FORMAT,
    BackupFolder,
    Manifest,
    hash_of,
    hash_of_names,
    write,
    write_manifest,
)
from tinbai.backup_trouble import Trouble
from tinbai.backup_words import README
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.errors import BackupError
from tinbai.lease import BACKUP_LEASE, leased, take
from tinbai.migrate import current
from tinbai.office import open_database
from tinbai.private import make_private_folder

LEASE = timedelta(minutes=5)  # prolonged with every minute of work
ROOM = 50_000_000  # bytes that stay free beside what is written

Progress = Callable[[str, int, int], None]  # step ("database", "blobs", "check"), done, of how many (0: not known)


@dataclass(frozen=True, kw_only=True)
class BackedUp:
    """A finished backup. The manifest's `missing` are blobs that rows refer to and the store did not give."""

    copy: Path
    manifest: Manifest
    blobs: Copied
    same_disk: bool


def backup(config_path: Path, config: Config, folder: Path, *, keep: int, clock: Clock, progress: Progress) -> BackedUp:
    """Back up into `folder`, beside its earlier copies; the `keep` newest stay.

    Raises BackupError (NO_DATABASE, BUSY, NO_SPACE, DISK, PROGRAM_MISSING, PROGRAM_FAILED, DATABASE_UNREACHABLE).
    """
    engine = engine_of(config)
    if engine.path and not engine.path.exists():
        raise BackupError(Trouble.NO_DATABASE)
    database = open_database(config)
    try:
        if current(database) is None:
            raise BackupError(Trouble.NO_DATABASE)
        with leased(database, BACKUP_LEASE, LEASE, clock) as holder:
            if holder is None:
                raise BackupError(Trouble.BUSY)
            ticks = _Ticks(database, holder, clock, progress)
            return _backup(config_path, config, engine, BackupFolder(root=folder.resolve()), keep, ticks)
    except OSError as error:
        raise BackupError(Trouble.DISK, error.strerror or str(error)) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise BackupError(Trouble.DATABASE_UNREACHABLE, str(getattr(error, "orig", error))) from error
    finally:
        database.close()


class _Ticks:
    """Says how far it is, and prolongs the lease. Should it be lost, a blob that was swept shows as missing."""

    def __init__(self, database: Database, holder: str, clock: Clock, progress: Progress) -> None:
        self.clock = clock
        self._database, self._holder, self._progress = database, holder, progress
        self._prolonged = clock()

    def of(self, step: str) -> Tick:
        def tick(done: int, total: int) -> None:
            if self.clock() - self._prolonged > LEASE / 5:
                take(self._database, BACKUP_LEASE, self._holder, LEASE, self.clock)
                self._prolonged = self.clock()
            self._progress(step, done, total)

        return tick


def _backup(
    config_path: Path, config: Config, engine: BackupEngine, folder: BackupFolder, keep: int, ticks: _Ticks
) -> BackedUp:
    store = config.path(config.blobs.path)
    began = ticks.clock()
    make_private_folder(folder.blobs)
    _refuse_when_full(folder, engine, store)
    copy = folder.begin(began)
    copied = copy / FILES[engine.name]
    engine.copy(copied, ticks.of("database"))
    blobs = copy_blobs(store, folder.blobs, blob_names(store), ticks.of("blobs"))
    contents = look(engine.name, copied)
    _copy_configuration(config_path, copy)
    write(folder.root / "README.txt", README.encode())
    manifest = _manifest(config, engine, copied, contents, folder, began, ticks.clock())
    write_manifest(copy, manifest)
    folder.prune(copy, keep)
    return BackedUp(copy=copy, manifest=manifest, blobs=blobs, same_disk=_on_one_disk(folder.root, store))


def _refuse_when_full(folder: BackupFolder, engine: BackupEngine, store: Path) -> None:
    needed = engine.size() + missing_bytes(store, folder.blobs, blob_names(store)) + ROOM
    free = shutil.disk_usage(folder.root).free
    if free < needed:
        raise BackupError(Trouble.NO_SPACE, str(folder.root), f"{needed // 1_000_000}", f"{free // 1_000_000}")


def _copy_configuration(config_path: Path, copy: Path) -> None:
    for path in (config_path, config_path.with_name(f"{config_path.stem}.local{config_path.suffix}")):
        if path.exists():
            write(copy / path.name, path.read_bytes())


def _manifest(
    config: Config, engine: BackupEngine, copied: Path, contents: Contents, folder: BackupFolder, began: datetime,
    ended: datetime,
) -> Manifest:  # fmt: skip
    return Manifest(
        format=FORMAT, began_at=began.isoformat(), ended_at=ended.isoformat(), version=__version__,
        engine=engine.name, revision=contents.revision, database=copied.name,
        database_bytes=copied.stat().st_size, database_sha256=hash_of(copied), rows=contents.rows,
        blobs=len(contents.blobs), blobs_sha256=hash_of_names(contents.blobs),
        missing=sorted(name for name in contents.blobs if blob_size(folder.blobs, name) is None),
        kept_apart=kept_apart(config),
    )  # fmt: skip


def kept_apart(config: Config) -> list[str]:
    """Secrets and files that the configuration names and a backup does not hold, each as it is named there."""
    return sorted({named for named in _named(config.model_dump(exclude={"root"})) if named})


def _named(value: Any, key: str = "") -> Iterator[str]:
    match value:
        case dict():
            for name, inner in value.items():
                yield from _named(inner, name)
        case list() | tuple():
            for inner in value:
                yield from _named(inner, key)
        case str() if value.startswith(("env:", "file:")) or key == "data" or key.endswith("_file"):
            yield value


def _on_one_disk(one: Path, other: Path) -> bool:
    return other.exists() and one.stat().st_dev == other.stat().st_dev
