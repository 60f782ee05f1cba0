"""Connections to a portal's database, whatever its kind. Every wait has an end; every error becomes a PortalError."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DataError, SQLAlchemyError

from tinbai.config import PortalConfig
from tinbai.errors import PortalError
from tinbai.secret import database_url

WRITES = "portal_writes"


def opened(
    config: PortalConfig, root: Path, make: Callable[[str, int], Engine], *, wrong_url: str
) -> tuple[Engine, Path]:
    """The engine that `make` gives and the folder for photos; relative paths start from `root`.

    Connects to nothing yet. Raises SecretError, and PortalError where one of the two is not said, or with `wrong_url`
    where the address is no usable one.
    """
    for name, given in (("url", config.url), ("media_path", config.media_path)):
        if not given:
            problem = f"chưa khai báo {name} trong config.toml; điền vào, hoặc đặt enabled = false"
            raise PortalError(portal=config.key, problem=problem, retryable=False)
    try:
        engine = make(database_url(config.url, config.password, root), config.timeout_seconds)
    except (ArgumentError, ModuleNotFoundError) as error:  # what it says may hold the address, with a password in it
        raise PortalError(portal=config.key, problem=wrong_url, retryable=False) from error
    return engine, (root / config.media_path).resolve()


def engine_for(address: str, timeout_seconds: int) -> Engine:
    """An engine that keeps no connection open: a pass is short, and the portal's database is not ours."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            _existing(url), poolclass=NullPool, connect_args={"timeout": timeout_seconds}, hide_parameters=True
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    arguments = _timeouts(url.get_backend_name(), timeout_seconds)
    # MariaDB's usual isolation locks the gap where a key is looked for: two who insert different keys would deadlock.
    return create_engine(
        _with_driver(url), poolclass=NullPool, connect_args=dict(arguments), hide_parameters=True,
        isolation_level="READ COMMITTED",
    )  # fmt: skip


@contextmanager
def reading(engine: Engine, portal: str) -> Iterator[Connection]:
    """A new connection that only reads."""
    with _explained(portal), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, portal: str) -> Iterator[Connection]:
    """One transaction on a new connection: committed at the end, undone by an error."""
    with _explained(portal), engine.execution_options(**{WRITES: True}).begin() as connection:
        yield connection


@contextmanager
def _explained(portal: str) -> Iterator[None]:
    try:
        yield
    except DataError as error:
        problem = f"cơ sở dữ liệu của cổng không nhận nội dung bài: {_first_line(error)}"
        raise PortalError(portal=portal, problem=problem, retryable=False) from error
    except SQLAlchemyError as error:
        problem = f"cơ sở dữ liệu của cổng chưa dùng được: {_first_line(error)}"
        raise PortalError(portal=portal, problem=problem) from error


def _first_line(error: SQLAlchemyError) -> str:
    """What the driver said; never the statement, which holds the whole article."""
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0][:300] if said else type(error).__name__


def _existing(url: URL) -> URL:
    """SQLite makes a missing database without asking; a portal that is not there must be an error."""
    if not url.database or url.database == ":memory:":
        return url
    return url.set(database=f"file:{quote(str(Path(url.database)))}", query={"mode": "rw", "uri": "true"})


def _with_driver(url: URL) -> URL:
    """Offices write mysql:// or mariadb://; the driver that is installed is PyMySQL, and text is utf8mb4."""
    if url.get_backend_name() not in {"mysql", "mariadb"}:
        return url
    return url.set(drivername=f"{url.get_backend_name()}+pymysql").update_query_dict({"charset": "utf8mb4"})


def _timeouts(backend: str, seconds: int) -> Mapping[str, Any]:
    if backend == "postgresql":
        limits = f"-c statement_timeout={seconds}s -c lock_timeout={seconds}s"
        limits += f" -c idle_in_transaction_session_timeout={seconds}s"
        # Milliseconds: how long data may stay unacknowledged before the connection counts as lost.
        return {"connect_timeout": seconds, "options": limits, "tcp_user_timeout": seconds * 1000}
    if backend in {"mysql", "mariadb"}:
        return {"connect_timeout": seconds, "read_timeout": seconds, "write_timeout": seconds}
    return {}


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """The driver's own transactions are switched off: ours begin explicitly. The file's settings stay its own."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    """A writer waits its turn at the start, instead of failing in the middle."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
