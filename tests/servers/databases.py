"""Real PostgreSQL and MariaDB servers for the tests of a session, and an empty database in each for every test."""

import itertools
import pwd
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pymysql
import pytest

from tests.servers.program import as_ordinary_user, find_program, free_port, running, server_folder

numbers = itertools.count(1)


class PostgresServer:
    """A server of its own, in a folder that is gone with it. It is killed and started again by `crash`."""

    def __init__(self, folder: Path, *settings: str) -> None:
        initdb = find_program("initdb", package="postgresql")
        server = find_program("postgres", package="postgresql")
        data, self._folder, self._port = folder / "data", folder, free_port()
        options = ["--username=tinbai", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        make_data(as_ordinary_user([initdb, f"--pgdata={data}", *options]))
        where = ["-p", str(self._port), "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}"]
        chosen = [word for setting in ("fsync=off", *settings) for word in ("-c", setting)]
        self._command = as_ordinary_user([server, "-D", str(data), *where, *chosen])
        self._running = ExitStack()
        # A server ends with the thread that started it (prctl(2), PR_SET_PDEATHSIG), so this is one that lasts.
        self._keeper = ThreadPoolExecutor(max_workers=1)

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://tinbai@127.0.0.1:{self._port}/postgres"

    def start(self, stop_signal: signal.Signals = signal.SIGINT) -> None:
        """SIGINT is its "fast" way to stop: it does not wait for connections that a failed test left open."""
        self._running.enter_context(
            running(
                self._command, log=self._folder / "output.log", ready=lambda: postgresql_answers(self._port),
                stop_signal=stop_signal,
            )
        )  # fmt: skip

    def stop(self) -> None:
        self._running.close()

    def close(self) -> None:
        self.stop()
        self._keeper.shutdown()

    def crash(self) -> None:
        """Every connection is cut, nothing is tidied up; then it is there again. To be begun with SIGQUIT."""
        self._keeper.submit(self._crash).result()

    def _crash(self) -> None:
        self.stop()
        self.start(signal.SIGQUIT)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a running server's own database. Tests take `postgresql_database`."""
    with server_folder("postgresql") as folder:
        # Nothing of a test's data outlives a power cut, nor has to.
        server = PostgresServer(folder, "full_page_writes=off", "synchronous_commit=off")
        server.start()
        yield server.url
        server.close()


@pytest.fixture
def crashing_postgresql() -> Iterator[PostgresServer]:
    """A server of this test's own, which keeps what it has committed when it is killed."""
    with server_folder("postgresql") as folder:
        server = PostgresServer(folder)
        server.start(signal.SIGQUIT)
        yield server
        server.close()


@pytest.fixture
def postgresql_database(postgresql: str) -> Iterator[str]:
    """The URL of an empty database of this test's own, dropped after it."""
    server, _, _ = postgresql.rpartition("/")
    name = f"test_{next(numbers)}"
    with psycopg.connect(postgresql.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{server}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def postgresql_answers(port: int) -> bool:
    try:
        psycopg.connect(f"postgresql://tinbai@127.0.0.1:{port}/postgres", connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture(scope="session")
def mariadb() -> Iterator[str]:
    """The URL of a running server without a database. Tests take `mariadb_database`."""
    install = find_program("mariadb-install-db", package="mariadb-server")
    server = find_program("mariadbd", package="mariadb-server")
    with server_folder("mariadb") as folder:
        data, port = folder / "data", free_port()
        options = mariadb_options(folder, data, port)
        # The program's own test database and its time zones are not needed; leaving them out saves seconds.
        make_data(
            as_ordinary_user(
                [install, *options, "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"]
            )
        )
        # At its end it may leave its data as a crash would: nobody reads them again.
        command = as_ordinary_user([server, *options, "--innodb-fast-shutdown=2"])
        with running(command, log=folder / "output.log", ready=lambda: mariadb_answers(port)):
            yield f"mysql+pymysql://root@127.0.0.1:{port}"


@pytest.fixture
def mariadb_database(mariadb: str) -> Iterator[str]:
    """The URL of an empty utf8mb4 database of this test's own, dropped after it."""
    name = f"test_{next(numbers)}"
    port = int(mariadb.rpartition(":")[2])
    with (
        closing(pymysql.connect(host="127.0.0.1", port=port, user="root", autocommit=True)) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
        yield f"{mariadb}/{name}?charset=utf8mb4"
        cursor.execute(f"DROP DATABASE {name}")


def mariadb_options(folder: Path, data: Path, port: int) -> list[str]:
    return [
        "--no-defaults",
        f"--user={pwd.getpwuid(folder.stat().st_uid).pw_name}",
        f"--datadir={data}",
        f"--socket={folder}/mariadb.sock",
        f"--pid-file={folder}/mariadb.pid",
        f"--port={port}",
        "--bind-address=127.0.0.1",
        "--skip-log-bin",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-log-file-size=16M",
        "--innodb-buffer-pool-size=64M",
        # What photos need; an office's own server may allow less, which the portal's tests set for themselves.
        "--max-allowed-packet=64M",
    ]


def mariadb_answers(port: int) -> bool:
    try:
        pymysql.connect(host="127.0.0.1", port=port, user="root", connect_timeout=2).close()
    except pymysql.err.OperationalError:
        return False
    return True


def make_data(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode != 0:
        pytest.fail(f"{command!r} failed:\n{done.stdout}{done.stderr}", pytrace=False)
