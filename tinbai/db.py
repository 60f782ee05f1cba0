"""The database: its connection, its types, and the border of a transaction.

Every table hangs on `Base`. A unit of work is either `reading()` or `writing()`. On SQLite a writing one begins
IMMEDIATE: it waits its turn at the start instead of failing in the middle, when a reader turned writer meets
another writer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import JSON, CursorResult, DateTime, Dialect, Engine, MetaData, Result, String, create_engine, event
from sqlalchemy.engine import URL, Connection, ExceptionContext, make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
WRITES = "tinbai_writes"
LOCK_SECONDS = 30  # how long a writer waits for another on SQLite


E = TypeVar("E", bound=StrEnum)
Json = JSON(none_as_null=True)


class Base(DeclarativeBase):
    """The root of every table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {dict[str, Any]: Json, list[dict[str, Any]]: Json, list[str]: Json}  # noqa: RUF012


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored in UTC. A naive one is a mistake and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps no zone, so it is dropped there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back from UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Choice(TypeDecorator[E], Generic[E]):
    """A StrEnum, stored by its value as text: a new member needs no migration, and SQL stays readable."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        self.kind = kind
        super().__init__()

    def process_bind_param(self, value: E | str | None, dialect: Dialect) -> str | None:
        """The value; anything that is no member is refused."""
        del dialect
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """The member."""
        del dialect
        return None if value is None else self.kind(value)


class Database:
    """An engine with its two kinds of transaction. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._reading = sessionmaker(engine, expire_on_commit=False)
        self._writing = sessionmaker(engine.execution_options(**{WRITES: True}), expire_on_commit=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads: closing it rolls back, and what was loaded stays usable afterwards."""
        with self._reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction: committed at the end, rolled back when an error leaves it."""
        with self._writing() as session, session.begin():
            yield session

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()


def connect(url: str | URL) -> Database:
    """Open the database at `url` (SQLite or PostgreSQL)."""
    target = make_url(url)
    # Errors are logged: without the values, which are letters.
    if target.get_backend_name() == "sqlite":
        engine = create_engine(
            target, connect_args={"timeout": LOCK_SECONDS, "check_same_thread": False}, hide_parameters=True
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "handle_error", _leave_when_readonly)
    else:
        engine = create_engine(target, pool_pre_ping=True, hide_parameters=True)
    return Database(engine)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Make SQLite durable and strict. The driver's own transactions are switched off: ours begin explicitly."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _leave_when_readonly(context: ExceptionContext) -> None:
    """A file that was opened while it could not be written is never written: when it can be, it must be opened anew.

    SQLite keeps the file open while one of its statements lives, and the error's traceback keeps the cursor alive.
    """
    if "readonly database" in str(context.original_exception):
        context.is_disconnect = True
        if context.execution_context is not None:
            context.execution_context.cursor.close()


def changed(result: Result[Any]) -> int:
    """How many rows a guarded UPDATE or DELETE changed."""
    if not isinstance(result, CursorResult):
        raise TypeError("only an UPDATE or DELETE changes rows")
    return result.rowcount
