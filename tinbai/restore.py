"""`tinbai restore`: a backup brought back into an office that has nothing to lose.

Blobs first, then the database, as letters are stored: killed in between, a restore can be begun again, since a database
without letters is still what it finds. A database that has letters or articles is never written over.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from tinbai.article import Article
from tinbai.backup import ROOM, Progress
from tinbai.backup_blobs import blob_path, check_blobs, copy_blobs, missing_bytes
from tinbai.backup_contents import Contents
from tinbai.backup_engine import BackupEngine, engine_of
from tinbai.backup_folder import BackupFolder, Manifest, read_manifest
from tinbai.backup_trouble import Finding, Trouble
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.errors import BackupError
from tinbai.lease import Lease, held
from tinbai.message import Message
from tinbai.migrate import current, head
from tinbai.office import open_database
from tinbai.private import make_private_folder
from tinbai.restore_check import checked_contents, newest, unfinished


@dataclass(frozen=True, kw_only=True)
class Restored:
    """A restored office. `findings`: blobs it lacks, where `partial` was asked for; backups that were not finished."""

    copy: Path
    manifest: Manifest
    findings: list[Finding]
    needs_migration: bool


def restore(
    config: Config, folder: BackupFolder, name: str | None, *, partial: bool, clock: Clock, progress: Progress
) -> Restored:
    """Bring back the copy `name`, else the newest finished one; then check what was brought back.

    With `partial`, blobs that the backup lacks do not keep the rest from being restored. Raises BackupError.
    """
    engine = engine_of(config)
    copy = newest(folder, name)
    manifest = read_manifest(copy)
    if manifest.engine != engine.name:
        raise BackupError(Trouble.OTHER_ENGINE, manifest.engine, engine.name)
    contents = _contents(copy, manifest)
    store = config.path(config.blobs.path)
    try:
        _refuse_target(config, engine, clock)
        _refuse_when_full(engine, store, folder, contents, manifest)
        findings = _bring_blobs(folder, store, contents, progress)
        if findings and not partial:
            raise BackupError(Trouble.INCOMPLETE, *(finding.name for finding in findings))
        progress("database", 0, 0)
        engine.place(copy / manifest.database)
    except OSError as error:
        raise BackupError(Trouble.DISK, error.strerror or str(error)) from error
    needs_migration = _check(config, manifest)
    left = [] if name else unfinished(folder)
    return Restored(copy=copy, manifest=manifest, findings=left + findings, needs_migration=needs_migration)


def _contents(copy: Path, manifest: Manifest) -> Contents:
    findings: list[Finding] = []
    contents = checked_contents(copy, manifest, findings)
    if findings or contents is None:
        raise BackupError(findings[0].trouble, findings[0].name)
    return contents


def _refuse_target(config: Config, engine: BackupEngine, clock: Clock) -> None:
    """Nothing of the target is changed before all of this is asked."""
    make_private_folder(config.path(config.blobs.path))
    database = open_database(config)
    try:
        leases, rows = _standing(database, clock)
    except SQLAlchemyError as error:
        raise BackupError(Trouble.DATABASE_UNREACHABLE, str(getattr(error, "orig", error))) from error
    finally:
        database.close()
    if leases:
        raise BackupError(Trouble.TARGET_IN_USE, ", ".join(leases))
    if any(rows):
        raise BackupError(Trouble.TARGET_FULL, *map(str, rows), engine.name)
    engine.refuse_when_in_use()


def _standing(database: Database, clock: Clock) -> tuple[list[str], tuple[int, int]]:
    """Who works in the target, and how many messages and articles it has."""
    tables = set(inspect(database.engine).get_table_names())
    with database.reading() as session:
        leases = held(session, clock) if Lease.__tablename__ in tables else []
        messages, articles = (
            session.scalar(select(func.count()).select_from(noun)) or 0 if noun.__tablename__ in tables else 0
            for noun in (Message, Article)
        )
    return leases, (messages, articles)


def _refuse_when_full(
    engine: BackupEngine, store: Path, folder: BackupFolder, contents: Contents, manifest: Manifest
) -> None:
    places = {store: missing_bytes(folder.blobs, store, contents.blobs)}
    if engine.path:
        places[engine.path.parent] = manifest.database_bytes
    for place, needed in places.items():
        free = shutil.disk_usage(place).free
        if free < needed + ROOM:
            raise BackupError(Trouble.NO_SPACE, str(place), f"{needed // 1_000_000}", f"{free // 1_000_000}")


def _bring_blobs(folder: BackupFolder, store: Path, contents: Contents, progress: Progress) -> list[Finding]:
    """Copy what rows refer to, then read all of it where it lies now."""
    copy_blobs(folder.blobs, store, contents.blobs, lambda done, total: progress("blobs", done, total))
    found = check_blobs(store, contents.blobs, lambda done, total: progress("check", done, total))
    damaged = {each.name for each in found if each.trouble is Trouble.BLOB_DAMAGED}
    if not damaged:
        return found
    for name in damaged:  # of the right size, so not copied over, and wrong since before
        blob_path(store, name).rename(blob_path(store, name).with_name(f".tmp-damaged-{name}"))
    copy_blobs(folder.blobs, store, damaged, lambda _done, _total: None)
    return check_blobs(store, contents.blobs, lambda done, total: progress("check", done, total))


def _check(config: Config, manifest: Manifest) -> bool:
    """The database that is there now stands where the copy stood; whether it must be migrated."""
    database = open_database(config)
    try:
        standing = current(database)
    finally:
        database.close()
    if standing != manifest.revision:
        raise BackupError(Trouble.DATABASE_DIFFERS, str(standing))
    return standing != head()
