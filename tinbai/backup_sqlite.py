"""SQLite: its database copied while others write, looked into, and put in place."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from tinbai.backup_blobs import Tick
from tinbai.backup_contents import REFERENCE, STORED, Contents
from tinbai.backup_trouble import Trouble
from tinbai.db import LOCK_SECONDS
from tinbai.errors import BackupError
from tinbai.syncing import sync

PAGES_AT_ONCE = 2000


def size(database: Path) -> int:
    """Bytes of the database, with what waits in its log."""
    logs = (database.with_name(f"{database.name}-wal"), database)
    return sum(path.stat().st_size for path in logs if path.exists())


def copy(database: Path, target: Path, tick: Tick) -> None:
    """One moment of the database as one file. Nobody who writes waits for it: it is read inside one transaction.

    Without that transaction the copy would begin anew with every write of another process.
    """
    target.touch(mode=0o600)
    with closing(_open(database, "rw")) as live, closing(sqlite3.connect(target)) as made:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        live.backup(made, pages=PAGES_AT_ONCE, progress=lambda _, left, pages: tick(pages - left, pages))
        made.execute("PRAGMA journal_mode = DELETE")  # one file, that can be read from a disc too
    sync(target)


def look(database: Path) -> Contents:
    """What a copy holds. Raises BackupError (DATABASE_UNREADABLE) when it is not whole."""
    try:
        with closing(_open(database, "ro&immutable=1")) as connection:
            verdict = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
            if verdict != ["ok"]:
                raise BackupError(Trouble.DATABASE_UNREADABLE, str(verdict[0]))
            return _contents(connection)
    except sqlite3.Error as error:
        raise BackupError(Trouble.DATABASE_UNREADABLE, str(error)) from error


def _contents(connection: sqlite3.Connection) -> Contents:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows: dict[str, int] = {}
    blobs: set[str] = set()
    for table in sorted(name for name in tables if not name.startswith("sqlite_")):
        columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        rows[table] = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - its own names
        if REFERENCE in columns:
            query = f'SELECT DISTINCT {REFERENCE} FROM "{table}" WHERE {REFERENCE} IS NOT NULL'  # noqa: S608
            blobs.update(row[0] for row in connection.execute(query + (f" AND {STORED}" if STORED in columns else "")))
    version = (
        connection.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in rows else None
    )
    return Contents(revision=version[0] if version else None, rows=rows, blobs=frozenset(blobs))


def place(copied: Path, database: Path) -> None:
    """Put a copy where the database belongs, whole or not at all. Raises BackupError (TARGET_IN_USE)."""
    coming = database.with_name(f".restoring-{database.name}")
    with (
        copied.open("rb") as source,
        os.fdopen(os.open(coming, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as to,
    ):
        shutil.copyfileobj(source, to)
    with closing(sqlite3.connect(coming)) as connection, connection:
        # Whoever held a lease when the copy was made does not hold it here.
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'lease'").fetchone():
            connection.execute("DELETE FROM lease")
    sync(coming)
    with _alone(database):
        coming.replace(database)
    sync(database.parent)


def refuse_when_in_use(database: Path) -> None:
    """Raises BackupError (TARGET_IN_USE) when another process has the database open."""
    with _alone(database):
        pass


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Nobody else has the database open while the block runs.

    Every process of ours holds it in WAL mode, and out of that mode it comes only when nobody else has it open. Its log
    is gone with that: it would be taken for the next database's own.
    """
    with closing(_open(database, "rw", wait_seconds=0)) as connection:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise BackupError(Trouble.TARGET_IN_USE, str(database)) from error
        if mode != "delete":
            raise BackupError(Trouble.TARGET_IN_USE, str(database))
        yield


def _open(database: Path, mode: str, *, wait_seconds: float = LOCK_SECONDS) -> sqlite3.Connection:
    address = f"file:{quote(str(database))}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=wait_seconds, isolation_level=None)
