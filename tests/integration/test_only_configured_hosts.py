"""The program calls the servers of its configuration and nobody else, whatever addresses a letter names."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.integration.luring_letters import luring
from tests.offices import TestOffice, write_config
from tests.servers.dovecot import Dovecot
from tests.servers.program import free_port
from tinbai.office import migrated_office

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
SECONDS = 120
LETTERS = 9


@pytest.fixture
def trap() -> Iterator[socket.socket]:
    """A server that nobody has configured; whoever calls it is seen."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def lured(dovecot: Dovecot, tmp_path: Path, trap: socket.socket) -> TestOffice:
    """An office to which such letters were sent; nobody may be asked for the keys of signers."""
    account = dovecot.add_user()
    coming = luring(f"http://127.0.0.1:{trap.getsockname()[1]}/")
    assert len(coming) == LETTERS
    for raw in coming:
        dovecot.append(account, raw)
    often = "poll_seconds = 1\nread_seconds = 1\nalarm_seconds = 1\noutbox_seconds = 1\npublish_seconds = 1\n"
    config = write_config(tmp_path, dovecot, account, more=f"[web]\nport = {free_port()}\n[timetable]\n{often}")
    with migrated_office(config):
        return TestOffice(config=config, account=account)


def run(office: TestOffice, mistake: str = "none") -> set[str]:
    """Let the program run until every letter is read and some more; whom it has called and asked for."""
    told = office.config.with_name("connections")
    command = [sys.executable, "-m", "tests.integration.connecting", str(told), mistake, "run", "--config"]
    with subprocess.Popen([*command, str(office.config)], stderr=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            until = time.monotonic() + SECONDS
            while read(office) < LETTERS:
                assert process.poll() is None
                assert time.monotonic() < until, "the letters were not read"
                time.sleep(0.2)
            time.sleep(2)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:  # what failed before is to be seen, and nothing to stay behind
                os.killpg(process.pid, signal.SIGKILL)
    return set(told.read_text().splitlines())


def read(office: TestOffice) -> int:
    with closing(sqlite3.connect(office.config.with_name("tinbai.db"), timeout=30)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM message WHERE status != 'received'").fetchone()
    return int(count)


def trapped(trap: socket.socket) -> bool:
    with suppress(BlockingIOError):
        trap.accept()[0].close()
        return True
    return False


def allowed(dovecot: Dovecot) -> set[str]:
    """The mail server, by the name in the configuration and by each address that it may have."""
    port = dovecot.tls_port
    return {"name localhost", "name 127.0.0.1", f"call 127.0.0.1 {port}", f"call ::1 {port}"}


def test_nobody_is_called_whom_the_configuration_does_not_name(
    lured: TestOffice, dovecot: Dovecot, trap: socket.socket
) -> None:
    called = run(lured)
    assert any(one.startswith("call") for one in called)  # the witness sees what there is
    assert called - allowed(dovecot) == set()
    assert not trapped(trap)


def test_a_program_that_fetches_what_letters_name_is_found(
    lured: TestOffice, dovecot: Dovecot, trap: socket.socket
) -> None:
    assert f"call 127.0.0.1 {trap.getsockname()[1]}" in run(lured, "curious") - allowed(dovecot)
    assert trapped(trap)
