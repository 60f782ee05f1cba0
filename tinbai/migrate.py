"""Brings the database to the form this program knows: runs the migrations in `alembic/`.

All that is to be done is one transaction on SQLite and on PostgreSQL: a process that is killed in it leaves the old
state, and the next one begins again. Who migrates holds a lock of the database itself, since the table of leases may
not be there yet; such a lock ends with its process.

SQLAlchemy's own `create_all` is never used outside tests of the migrations themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from tinbai.db import LOCK_SECONDS, WRITES, Database
from tinbai.errors import BrokenReferencesError, MigrationBusyError, NewerDatabaseError

SCRIPTS = Path(__file__).resolve().parent.parent / "alembic"
ADVISORY_LOCK = 7_462_241_903  # any number, as long as it is always the same and nobody else's


def migrate(database: Database, target: str = "head") -> None:
    """Run every migration up to `target`, in one transaction. Nothing happens when there is nothing to do.

    Raises MigrationBusyError while another process migrates or holds the tables, NewerDatabaseError when the database
    is newer than this program, and BrokenReferencesError when a migration left rows that refer to nothing; the
    database then is as it was.
    """
    standing = current(database)
    if standing is not None and not is_known(standing):
        raise NewerDatabaseError(found=standing, known=head())
    if standing == _scripts().as_revision_number(target):
        return
    engine = database.engine.execution_options(**{WRITES: True})
    with engine.connect() as connection, _unreferenced(connection), _locked(connection):
        command.upgrade(_config(connection), target)
        _refuse_broken_references(connection)


def current(database: Database) -> str | None:
    """The migration the database stands at; None when it is empty.

    Alembic describes its table anew each time, so the statement is never the same: kept, each would be one more.
    """
    with database.engine.connect().execution_options(compiled_cache=None) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The newest migration this program has."""
    return _scripts().get_current_head()


def is_known(revision: str) -> bool:
    """Whether this program has the migration `revision`."""
    try:
        return _scripts().get_revision(revision) is not None
    except CommandError:
        return False


@contextmanager
def _unreferenced(connection: Connection) -> Iterator[None]:
    """SQLite rewrites a table by dropping the old one, which its references would forbid or, worse, follow.

    They can be switched off outside a transaction only (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.dbapi_connection
    assert driver is not None  # noqa: S101 - of an open connection
    driver.cursor().execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.cursor().execute("PRAGMA foreign_keys = ON")


@contextmanager
def _locked(connection: Connection) -> Iterator[None]:
    """The one transaction, begun once nobody else migrates. On SQLite nobody else writes meanwhile.

    On both it waits LOCK_SECONDS, on PostgreSQL for each table too: waiting longer would hold up everybody else.
    """
    try:
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
            yield
    except OperationalError as error:
        if _is_waiting_in_vain(error):
            raise MigrationBusyError from error
        raise


def _is_waiting_in_vain(error: OperationalError) -> bool:
    locked = getattr(error.orig, "sqlstate", None) in {"55P03", "40P01"}  # lock_not_available, deadlock_detected
    return locked or "database is locked" in str(error.orig)


def _refuse_broken_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise BrokenReferencesError(tables=sorted({str(row[0]) for row in broken}))


def _scripts() -> ScriptDirectory:
    return _scripts_in(SCRIPTS)


@cache  # loading them runs every migration's file, and the health is looked at again and again
def _scripts_in(folder: Path) -> ScriptDirectory:
    return ScriptDirectory(str(folder))


def _config(connection: object) -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config
