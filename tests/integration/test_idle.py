"""IDLE: a letter is a draft within seconds; whatever happens to the connection, later letters come as well."""

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ingest.idle import STEADY_SECONDS, Watcher
from ingest.reading import Reading
from ingest.sandbox import Reader
from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice, write_config
from tests.servers.dovecot import Dovecot
from tests.servers.plain_imap import PlainImap, plain_imap
from tests.servers.program import free_port
from tinbai.article import Article
from tinbai.config import MailboxConfig, Security
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.errors import ReadingFailedError
from tinbai.message import Message
from tinbai.office import Office, migrated_office, office
from tinbai.timetable import Timetable

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]
SECONDS = 60  # a draft takes two or three on a machine with nothing else to do
NEVER = "[timetable]\npoll_seconds = 86400\n"


class NoReader(Reader):
    def read(self, *_: object, **__: object) -> Reading:
        raise ReadingFailedError(problem="không đọc ở đây")


@pytest.fixture
def idle_office(dovecot: Dovecot, tmp_path: Path) -> TestOffice:
    """An office that asks its mailbox once a day, unless it is told that something has come."""
    account = dovecot.add_user()
    config = write_config(tmp_path, dovecot, account, more=f"[web]\nport = {free_port()}\n{NEVER}")
    an_office = TestOffice(config=config, account=account)
    with migrated_office(config):
        return an_office


def wait_until(what: Callable[[], bool], seconds: float = SECONDS) -> float:
    """How long it took until `what()` was true."""
    start = time.monotonic()
    while not what():
        if time.monotonic() > start + seconds:
            pytest.fail(f"it did not happen within {seconds} seconds")
        time.sleep(0.05)
    return time.monotonic() - start


def count(database: Database, table: type) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def polled(database: Database) -> bool:
    with database.reading() as session:
        return session.scalars(select(MailboxRow.polled_at)).one() is not None


def serving(dovecot: Dovecot) -> list[int]:
    """The server's processes that serve a logged-in IMAP session."""
    master = int((dovecot.folder / "run/master.pid").read_text())
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [int(child) for child in children if _name(child) == "imap"]


def _name(process: str) -> str:
    """Of a running program; empty when it has ended meanwhile."""
    with suppress(OSError):
        return Path(f"/proc/{process}/comm").read_text().strip()
    return ""


def resources() -> tuple[int, int]:
    return threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))


def test_a_letter_is_a_draft_within_seconds_though_the_mailbox_is_asked_once_a_day(
    idle_office: TestOffice, dovecot: Dovecot
) -> None:
    process = idle_office.start("run")
    try:
        with office(idle_office.config) as opened:
            wait_until(lambda: polled(opened.database))
            wait_until(lambda: bool(serving(dovecot)))
            for drafts, raw in enumerate(letters(3, seed=5, photos=Photos.SMALL), start=1):
                dovecot.append(idle_office.account, raw)
                wait_until(lambda drafts=drafts: count(opened.database, Message) == drafts)  # type: ignore[misc]
            wait_until(lambda: count(opened.database, Article) >= 2)
    finally:
        start = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    assert time.monotonic() - start < SECONDS


def test_without_idle_it_would_have_waited_for_its_hour(idle_office: TestOffice, dovecot: Dovecot) -> None:
    """The broken variant of the test above: the hint is what makes the draft."""
    text = idle_office.config.read_text(encoding="utf-8").replace('key = "chung"', 'key = "chung"\nidle = false')
    idle_office.config.write_text(text, encoding="utf-8")
    with office(idle_office.config) as opened:
        timetable = Timetable(opened, NoReader(limits=opened.config.limits))
        timetable.start()
        try:
            wait_until(lambda: polled(opened.database))
            (raw,) = letters(1, seed=6, photos=Photos.SMALL)
            dovecot.append(idle_office.account, raw)
            time.sleep(3)
            assert count(opened.database, Message) == 0
        finally:
            timetable.stop()


@pytest.mark.parametrize(
    ("kills", "steady"), [(5, 0.1), pytest.param(20, STEADY_SECONDS, marks=pytest.mark.hard)], ids=["5", "20"]
)
def test_the_servers_process_killed_while_we_wait_costs_no_letter(
    idle_office: TestOffice, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, kills: int, steady: float
) -> None:
    """Each time after the connection was a good one: else the wait doubles, up to minutes."""
    monkeypatch.setattr("ingest.idle.STEADY_SECONDS", steady)
    with office(idle_office.config) as opened:
        opened.database.close()
        before = resources()
        timetable = Timetable(opened, NoReader(limits=opened.config.limits))
        timetable.start()
        try:
            wait_until(lambda: polled(opened.database))
            survive(kills, 1.1 * steady, idle_office, dovecot, opened)
            assert [thread.name for thread in threading.enumerate()].count("watching chung") == 1
        finally:
            timetable.stop()
        opened.database.close()
        wait_until(lambda: resources() == before)


def survive(kills: int, pause: float, idle_office: TestOffice, dovecot: Dovecot, opened: Office) -> None:
    for number, raw in enumerate(letters(kills, seed=8, photos=Photos.SMALL), start=1):
        wait_until(lambda: bool(serving(dovecot)))
        time.sleep(pause)
        for process in serving(dovecot):
            os.kill(process, signal.SIGKILL)
        dovecot.append(idle_office.account, raw)
        wait_until(lambda number=number: count(opened.database, Message) == number)  # type: ignore[misc]


def config_of(server: PlainImap, timeout_seconds: int = 1) -> MailboxConfig:
    return MailboxConfig(
        key="chung", host="127.0.0.1", port=server.port, security=Security.PLAIN, username="bbt",
        timeout_seconds=timeout_seconds,
    )  # fmt: skip


def logins(server: PlainImap) -> int:
    return sum(command.startswith(b"LOGIN") for command in server.commands)


def test_a_server_that_answers_no_more_is_left_for_a_new_connection() -> None:
    with plain_imap({}) as server:
        server.has_idle, server.answers_done = True, False
        hints: list[int] = []
        watcher = Watcher(config_of(server), lambda: hints.append(1), cycle_seconds=0.2)
        watcher.start()
        wait_until(lambda: len(hints) >= 3)  # what came while nobody watched is asked for
        assert logins(server) >= 3
        watcher.stop()
        assert watcher.join(SECONDS)


def test_a_server_without_idle_is_left_alone_and_the_thread_ends() -> None:
    with plain_imap({}) as server:
        watcher = Watcher(config_of(server), lambda: pytest.fail("no hint was to come"))
        watcher.start()
        assert watcher.join(SECONDS)
        assert logins(server) == 1


def test_stopping_takes_no_longer_than_a_moment_while_the_server_keeps_silent() -> None:
    with plain_imap({}) as server:
        server.has_idle, server.answers_done = True, False
        watcher = Watcher(config_of(server, timeout_seconds=SECONDS), lambda: None, cycle_seconds=0.2)
        watcher.start()
        assert server.idling.wait(SECONDS)
        time.sleep(0.5)  # it waits for the answer to DONE by now
        start = time.monotonic()
        watcher.stop()
        assert watcher.join(SECONDS)
        assert time.monotonic() - start < SECONDS / 4  # the server would be waited for four times as long


def test_a_connection_that_trickles_is_cut_off() -> None:
    """Every byte is in time for itself, and the answer never ends."""
    with plain_imap({}) as server:
        server.has_idle, server.trickles = True, True
        watcher = Watcher(config_of(server), lambda: None, cycle_seconds=0.2)
        watcher.start()
        wait_until(lambda: logins(server) >= 2)
        watcher.stop()
        assert watcher.join(SECONDS)
