"""A migration that is killed, meets another one, or goes wrong leaves the old state, and the next one finishes it."""

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path

import psycopg
import pytest
from alembic import command
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

import tinbai.db
import tinbai.migrate
from tests.migrations.next_release import (
    BUSY,
    LAST_COMMIT,
    NEXT,
    fill,
    killed_at,
    old_rows,
    scripts_with_next,
    state,
    statements,
)
from tests.rows import NOON
from tinbai.db import Database, connect
from tinbai.errors import BrokenReferencesError, MigrationBusyError, NewerDatabaseError
from tinbai.message import Message, MessageStatus
from tinbai.migrate import ADVISORY_LOCK, current, head, migrate

pytestmark = pytest.mark.timeout(600)
MOMENTS = {"sqlite": 10, "postgresql": 3}


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/empty.db"
    return str(request.getfixturevalue("postgresql_database"))


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """The same, at the newest migration of the tree, with rows."""
    opened = connect(url)
    migrate(opened)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Database) -> None:
    """From here on the program has one migration more than the database."""
    monkeypatch.setattr("tinbai.migrate.SCRIPTS", scripts_with_next(tmp_path))


def moments(url: str, count: int, most: int) -> list[int]:
    """So many moments, spread over `count` statements, and the last commit."""
    chosen = min(most - 1, count)
    return [*(number * count // chosen for number in range(chosen)), LAST_COMMIT]


def engine_name(url: str) -> str:
    return url.partition(":")[0].partition("+")[0]


def kill_from_empty(url: str, most: int) -> None:
    count = statements(url, migrate)
    for moment in moments(url, count, most):
        assert killed_at(url, moment, migrate) == -signal.SIGKILL
        looked = connect(url)
        assert state(looked) == (None, {}, {})
        looked.close()
    finished = connect(url)
    migrate(finished)
    assert current(finished) == head()
    finished.close()


def test_killed_on_an_empty_database_it_leaves_it_empty_and_the_next_one_finishes(url: str) -> None:
    kill_from_empty(url, MOMENTS[engine_name(url)])


@pytest.mark.hard
def test_killed_at_forty_moments_on_an_empty_database(url: str) -> None:
    kill_from_empty(url, 40)


def test_killed_on_the_way_to_the_next_release_it_leaves_the_old_state_with_every_row(
    url: str, tmp_path: Path, database: Database, next_release: None
) -> None:
    old, rows = state(database), old_rows(database)
    database.close()
    # Every statement from the first look to the last is a moment, on both engines.
    survived = 0
    for moment in range(200):
        ended = killed_at(url, moment, migrate)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        assert state(database) == old
        database.close()
        survived += 1
    else:
        pytest.fail("it never came to its end")
    assert survived >= MOMENTS[engine_name(url)]
    assert current(database) == NEXT
    assert old_rows(database) == rows


def test_killed_before_its_commit_it_leaves_the_old_state(url: str, database: Database, next_release: None) -> None:
    old = state(database)
    database.close()
    assert killed_at(url, LAST_COMMIT, migrate) == -signal.SIGKILL
    assert state(database) == old


def without_transaction(database: Database) -> None:
    """A broken variant: every statement is a transaction of its own."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        command.upgrade(tinbai.migrate._config(connection), "head")


def without_transaction_on_sqlite(database: Database) -> None:
    """The same on SQLite, whose driver leaves every statement to itself when nobody begins."""
    event.remove(database.engine, "begin", tinbai.db._begin_sqlite)
    without_transaction(database)


def test_without_its_transaction_a_killed_migration_leaves_half_a_state(
    url: str, database: Database, next_release: None
) -> None:
    old = state(database)
    database.close()
    variant = without_transaction_on_sqlite if engine_name(url) == "sqlite" else without_transaction
    states = []
    for moment in range(200):
        if killed_at(url, moment, variant) == 0:
            break
        states.append(state(database))
        database.close()
        if states[-1] != old:
            break
    assert states[-1] != old
    assert states[-1][0] != NEXT


def test_two_at_once_end_with_one_migration(url: str, database: Database, next_release: None) -> None:
    rows = old_rows(database)
    database.close()
    ends: list[int | None] = []
    threads = [threading.Thread(target=lambda: ends.append(killed_at(url, 10_000, migrate))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0 in ends
    assert set(ends) <= {0, BUSY}
    assert current(database) == NEXT
    assert old_rows(database) == rows


def test_letters_that_are_stored_meanwhile_are_all_there_afterwards(
    url: str, database: Database, next_release: None
) -> None:
    before = len(old_rows(database)["message"])
    database.close()
    processes = multiprocessing.get_context("fork")
    stop, stored = processes.Event(), processes.Value("i", 0)
    writer = processes.Process(target=store_letters, args=(url, stop, stored))
    writer.start()
    try:
        wait_for(lambda: stored.value > 3)
        assert killed_at(url, 5, migrate) == -signal.SIGKILL
        assert killed_at(url, LAST_COMMIT, migrate) == -signal.SIGKILL
        migrate(database)
        at_the_end = stored.value
        wait_for(lambda: stored.value > at_the_end + 3)
    finally:
        stop.set()
        writer.join(timeout=60)
    assert writer.exitcode == 0
    assert current(database) == NEXT
    assert len(old_rows(database)["message"]) - before == stored.value


def store_letters(url: str, stop: Event, stored: "Synchronized[int]") -> None:
    """The release before, at work."""
    opened = connect(url)
    while not stop.is_set():
        letter = Message(
            site_id=1, sha256=f"{stored.value + 100:064x}", size=1, status=MessageStatus.RECEIVED, received_at=NOON
        )
        with opened.writing() as session:
            session.add(letter)
        stored.value += 1
        time.sleep(0.01)  # SQLite lets nobody wait in turn: without a pause the migration would be refused
    opened.close()


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not what():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def test_on_postgresql_it_refuses_while_another_one_migrates(
    postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tinbai.migrate.LOCK_SECONDS", 1)
    opened = connect(postgresql_database)
    with psycopg.connect(postgresql_database.replace("+psycopg", ""), autocommit=True) as other:
        other.execute(f"SELECT pg_advisory_lock({ADVISORY_LOCK})")
        with pytest.raises(MigrationBusyError):
            migrate(opened)
        assert state(opened) == (None, {}, {})
    migrate(opened)
    assert current(opened) == head()
    opened.close()


def test_on_sqlite_it_refuses_while_somebody_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tinbai.db.LOCK_SECONDS", 0.2)
    url = f"sqlite:///{tmp_path}/busy.db"
    opened, other = connect(url), connect(url)
    with other.writing() as session:
        session.execute(text("SELECT 1"))
        with pytest.raises(MigrationBusyError):
            migrate(opened)
    migrate(opened)
    assert current(opened) == head()
    opened.close()
    other.close()


def test_a_database_of_a_newer_program_is_refused_and_left_alone(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'of_next_year'"))
    before = state(database)
    with pytest.raises(NewerDatabaseError):
        migrate(database)
    assert state(database) == before


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_rewritten_table_keeps_what_refers_to_it_only_because_references_are_off_meanwhile(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tinbai.migrate.SCRIPTS", scripts_with_next(tmp_path, recreate="always"))
    rows = old_rows(database)
    with monkeypatch.context() as broken:
        broken.setattr("tinbai.migrate._unreferenced", lambda _connection: nullcontext())
        with pytest.raises(IntegrityError):
            migrate(database)
    migrate(database)
    assert old_rows(database) == rows
    with closing(database.engine.raw_connection()) as connection:
        assert connection.cursor().execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_migration_that_leaves_references_to_nothing_is_undone(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = "op.execute('DELETE FROM site')"
    monkeypatch.setattr("tinbai.migrate.SCRIPTS", scripts_with_next(tmp_path, last=last))
    before = state(database)
    with pytest.raises(BrokenReferencesError):
        migrate(database)
    assert state(database) == before
