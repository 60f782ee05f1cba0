"""The whole program: it starts, works by its timetable, and stops cleanly with the letter in hand finished."""

import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from sqlite3 import connect as open_sqlite

import pytest

from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice, write_config
from tests.servers.dovecot import Dovecot
from tests.servers.program import free_port
from tinbai.config import load

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
LETTERS = 10
MORE = [None, pytest.param(20, marks=pytest.mark.hard)]


def wait_for(what: Callable[[], object], seconds: float = 90) -> None:
    """Return once `what()` is true; fails when it does not become so."""
    deadline = time.monotonic() + seconds
    while not what():
        if time.monotonic() > deadline:
            pytest.fail("it did not happen in time")
        time.sleep(0.05)


def count(an_office: TestOffice, table: str, where: str = "1 = 1") -> int:
    with closing(open_sqlite(an_office.config.with_name("tinbai.db"), timeout=30)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])


@pytest.fixture
def waiting(request: pytest.FixtureRequest) -> int:
    """How many letters wait."""
    return int(getattr(request, "param", None) or LETTERS)


@pytest.fixture
def running(dovecot: Dovecot, tmp_path: Path, waiting: int) -> TestOffice:
    """An office with letters waiting, configured to poll every second."""
    account = dovecot.add_user()
    for raw in letters(waiting, seed=11, photos=Photos.SMALL):
        dovecot.append(account, raw)
    port = free_port()
    config = write_config(
        tmp_path, dovecot, account, more=f"[web]\nport = {port}\n[timetable]\npoll_seconds = 1\nread_seconds = 1\n"
    )
    an_office = TestOffice(config=config, account=account)
    an_office.tinbai("migrate")
    return an_office


@pytest.mark.parametrize("waiting", [40], indirect=True)  # two seconds' work: it is not all done when the signal comes
def test_on_sigterm_the_letter_in_hand_is_finished_and_nothing_is_left_running(
    running: TestOffice, waiting: int
) -> None:
    process = running.start("run")
    wait_for(lambda: count(running, "message", "status = 'drafted'") >= 3)
    os.kill(process.pid, signal.SIGTERM)
    assert process.wait(timeout=60) == 0
    assert count(running, "message", "status = 'received' AND lease_until IS NOT NULL") == 0
    assert count(running, "lease") == 0
    assert 3 <= count(running, "message", "status = 'drafted'") < waiting
    with pytest.raises(ProcessLookupError):  # the whole group is gone, the reading child included
        wait_for(lambda: os.killpg(process.pid, 0), seconds=5)


def test_it_answers_for_its_health_while_it_runs(running: TestOffice) -> None:
    process = running.start("run")
    try:
        port = load(running.config).web.port
        wait_for(lambda: count(running, "mailbox", "polled_at IS NOT NULL") == 1)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            assert (answer.status, answer.read()) == (200, b"{}")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            assert b"tinbai_messages{" in answer.read()
    finally:
        process.terminate()
        process.wait(timeout=60)


def has_drafted(an_office: TestOffice, process: subprocess.Popen[bytes], target: int) -> bool:
    return count(an_office, "article") >= target or process.poll() is not None


@pytest.mark.parametrize("waiting", MORE, ids=["10", "20"], indirect=True)
def test_killed_while_reading_it_reads_every_letter_once_in_the_end(running: TestOffice, waiting: int) -> None:
    for target in range(2, waiting * 2 // 3, 4):
        process = running.start("poll")
        wait_for(partial(has_drafted, running, process, target))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    with closing(open_sqlite(load(running.config).path("tinbai.db"), timeout=30)) as connection, connection:
        connection.execute("UPDATE message SET lease_until = NULL")  # as five minutes later
    running.tinbai("poll")
    assert count(running, "message") == waiting
    assert count(running, "message", "status = 'received'") == 0
    assert count(running, "article") == count(running, "(SELECT DISTINCT message_id, ordinal FROM article)")
    assert count(running, "event", "noun = 'message' AND decision = 'draft'") == count(
        running, "message", "status = 'drafted'"
    )


@pytest.mark.parametrize("waiting", MORE, ids=["10", "20"], indirect=True)
def test_a_second_program_on_the_same_office_does_no_harm(running: TestOffice, waiting: int) -> None:
    processes = [running.start("poll") for _ in range(2)]
    for process in processes:
        assert process.wait(timeout=200) == 0
    running.tinbai("poll")
    assert count(running, "message") == count(running, "delivery") == waiting
    assert count(running, "message", "status = 'received'") == 0


def test_a_command_without_a_database_says_what_to_run(tmp_path: Path, dovecot: Dovecot) -> None:
    config = write_config(tmp_path, dovecot, dovecot.add_user())
    done = TestOffice(config=config, account=dovecot.add_user()).tinbai("poll", check=False)
    assert done.returncode == 1
    assert "tinbai migrate" in done.stderr
    assert isinstance(done, subprocess.CompletedProcess)
