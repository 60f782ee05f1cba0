"""PostgreSQL: its database copied by pg_dump, the copy looked into without a server, and put in place by pg_restore.

A password goes to these programs in their environment, never in an argument: those stand in the list of processes.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from tinbai.backup_blobs import Tick
from tinbai.backup_contents import REFERENCE, STORED, Contents
from tinbai.backup_trouble import Trouble
from tinbai.errors import BackupError
from tinbai.nouns import METADATA
from tinbai.syncing import sync

DUMP, RESTORE = "pg_dump", "pg_restore"
ROWS = re.compile(rb'COPY (?:"?public"?\.)?"?(\w+)"? \((.*)\) FROM stdin;\n')
TRIES, PAUSE_SECONDS = 10, 0.3  # a server notices a little later that a connection was closed
WORDS = 500  # so much of what a program says stands in an error


def size(url: str) -> int:
    """Bytes of the database on its server: more than a copy of it takes."""
    with _connected(url) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0


def copy(url: str, target: Path, tick: Tick) -> None:
    """One moment of the database as one file, in pg_dump's custom format. Nobody who writes waits for it."""
    target.touch(mode=0o600)
    options = ["--format=custom", "--no-owner", "--no-privileges", "--no-password", f"--file={target}"]
    _run([_program(DUMP), *options, f"--dbname={_address(url)}"], tick, _password(url))
    sync(target)


def look(dump: Path) -> Contents:
    """What a copy holds: the whole of it is read. Raises BackupError (DATABASE_UNREADABLE, PROGRAM_MISSING)."""
    revision: str | None = None
    rows: dict[str, int] = {}
    blobs: set[str] = set()
    for table, row in _rows(dump):
        rows.setdefault(table, 0)
        if row is None:
            continue
        rows[table] += 1
        if table == "alembic_version":
            revision = row["version_num"]
        if row.get(REFERENCE, r"\N") != r"\N" and row.get(STORED, "t") == "t":
            blobs.add(row[REFERENCE])
    return Contents(revision=revision, rows=rows, blobs=frozenset(blobs))


def place(dump: Path, url: str) -> None:
    """Put a copy into the database, whose tables of ours are dropped first. Killed, it leaves a database without them.

    Raises BackupError (TARGET_IN_USE, PROGRAM_FAILED).
    """
    refuse_when_in_use(url)
    with _connected(url) as connection:
        names = sql.SQL(", ").join(map(sql.Identifier, (*METADATA.tables, "alembic_version")))
        connection.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(names))
        connection.execute("DROP FUNCTION IF EXISTS event_stays() CASCADE")  # goes with no table
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password"]
    _run([_program(RESTORE), *options, f"--dbname={_address(url)}", str(dump)], _silent, _password(url))
    with _connected(url) as connection:
        connection.execute("DELETE FROM lease")  # whoever held one when the copy was made does not hold it here


def refuse_when_in_use(url: str) -> None:
    """Raises BackupError (TARGET_IN_USE) when anybody else is connected to the database."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with _connected(url) as connection:
        for _ in range(TRIES):
            if connection.execute(others + " AND backend_type = 'client backend'").fetchone() == (0,):
                return
            time.sleep(PAUSE_SECONDS)
    raise BackupError(Trouble.TARGET_IN_USE, str(make_url(url).database))


def _rows(dump: Path) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """Every row of every table as (table, its fields by column); each table comes once without a row, too."""
    with tempfile.TemporaryFile() as said:
        command = [_program(RESTORE), "--file=-", "--data-only", str(dump)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as process:
            assert process.stdout is not None  # noqa: S101 - asked for
            yield from _parsed(process.stdout)
        if process.returncode:
            raise BackupError(Trouble.DATABASE_UNREADABLE, _words(said))


def _parsed(lines: IO[bytes]) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """COPY's text format: a line a row, fields parted by tabs, which are escaped inside a field."""
    table: str | None = None
    columns: list[str] = []
    for line in lines:
        begins = ROWS.fullmatch(line) if table is None else None
        if begins:
            table, columns = begins[1].decode(), begins[2].decode().replace('"', "").split(", ")
            yield table, None
        elif table is not None and line == b"\\.\n":
            table = None
        elif table is not None:
            yield table, dict(zip(columns, line.decode().rstrip("\n").split("\t"), strict=False))


def _run(command: list[str], tick: Tick, environment: Mapping[str, str]) -> None:
    """Run one of the programs to its end. Raises BackupError (PROGRAM_FAILED) with what it said last."""
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, env={**os.environ, **environment}
        ) as process:
            try:
                while process.poll() is None:
                    tick(0, 0)
                    with suppress(subprocess.TimeoutExpired):
                        process.wait(timeout=1)
            finally:
                process.kill()  # when we are stopped; it is over by itself otherwise
        if process.returncode:
            raise BackupError(Trouble.PROGRAM_FAILED, Path(command[0]).name, _words(said))


def _words(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read().decode(errors="replace").strip()[-WORDS:]


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BackupError(Trouble.PROGRAM_MISSING, name)
    return found


def _address(url: str) -> str:
    """The database's address as libpq reads it, without its password."""
    # `set` takes None for "as it is"; the address would then hold three stars for a password.
    return make_url(url)._replace(drivername="postgresql", password=None).render_as_string()


def _password(url: str) -> dict[str, str]:
    password = make_url(url).password
    return {"PGPASSWORD": str(password)} if password else {}


def _connected(url: str) -> psycopg.Connection:
    password = make_url(url).password
    try:
        return psycopg.connect(_address(url), password=str(password) if password else None, autocommit=True)
    except psycopg.OperationalError as error:
        raise BackupError(Trouble.DATABASE_UNREACHABLE, str(error)) from error


def _silent(_done: int, _total: int) -> None:
    """A tick that nobody hears."""
