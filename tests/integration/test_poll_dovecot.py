"""Five hundred letters on a real server: all of them, byte for byte, once, whenever the process is killed."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from hashlib import sha256

import pytest
from imapclient import IMAPClient
from sqlalchemy import func, select

from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice
from tests.servers.dovecot import Dovecot
from tinbai.config import load
from tinbai.db import Database, connect
from tinbai.delivery import Delivery
from tinbai.message import Message

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]
LETTERS = 500
KILLS = 20


@pytest.fixture
def on_server(dovecot: Dovecot, an_office: TestOffice) -> list[str]:
    """500 letters of mixed kinds in the mailbox; their SHA-256 as FETCH returns them, sorted."""
    for raw in letters(LETTERS, seed=20261015, photos=Photos.SMALL):
        dovecot.append(an_office.account, raw)
    with IMAPClient(dovecot.host, port=dovecot.port, ssl=False, timeout=30) as client:
        client._imap.debug = 0
        client.login(an_office.account.user, an_office.account.password)
        client.select_folder("INBOX", readonly=True)
        uids = client.search("ALL")
        found = [
            sha256(data[b"BODY[]"]).hexdigest()
            for start in range(0, len(uids), 50)
            for data in client.fetch(uids[start : start + 50], ["BODY.PEEK[]"]).values()
        ]
    assert len(found) == LETTERS
    return sorted(found)


def sent_bytes(dovecot: Dovecot, an_office: TestOffice) -> int:
    """The bytes that Dovecot's log says it sent to this user in all its ended sessions."""
    total = 0
    for line in (dovecot.folder / "dovecot.log").read_text(encoding="utf-8").splitlines():
        if f"({an_office.account.user})" in line and " out=" in line:
            total += int(line.partition(" out=")[2].split()[0])
    return total


def database_of(an_office: TestOffice) -> Database:
    config = load(an_office.config)
    return connect(f"sqlite:///{config.path('tinbai.db')}")


def stored(an_office: TestOffice) -> list[str]:
    database = database_of(an_office)
    with database.reading() as session:
        hashes = sorted(session.scalars(select(Message.sha256)))
        assert session.scalar(select(func.count()).select_from(Delivery)) == len(hashes)
    database.close()
    for name in hashes:
        path = load(an_office.config).path("blobs") / name[:2] / name
        assert sha256(path.read_bytes()).hexdigest() == name
    return hashes


def test_one_poll_stores_what_fetch_returns_and_a_second_fetches_no_body(
    dovecot: Dovecot, an_office: TestOffice, on_server: list[str]
) -> None:
    an_office.tinbai("poll", "--no-read")
    assert stored(an_office) == on_server
    before = sent_bytes(dovecot, an_office)
    an_office.tinbai("poll", "--no-read")
    assert stored(an_office) == on_server
    assert 0 < sent_bytes(dovecot, an_office) - before < 10_000


def test_killed_at_twenty_random_moments_it_still_stores_the_same_five_hundred(
    an_office: TestOffice, on_server: list[str]
) -> None:
    chance = random.Random(7)
    counts = []
    for target in sorted(chance.sample(range(LETTERS - 20), KILLS)):
        process = an_office.start("poll", "--no-read")
        wait_until_stored(an_office, target, process)
        time.sleep(chance.uniform(0, 0.02))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        counts.append(count(an_office))
    assert sum(0 < number < LETTERS for number in counts) > KILLS / 2, "the kills did not come in the middle"
    an_office.tinbai("poll", "--no-read")
    assert stored(an_office) == on_server


def wait_until_stored(an_office: TestOffice, target: int, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as more than `target` letters are committed, or the process has ended."""
    while count(an_office) <= target and process.poll() is None:
        time.sleep(0.005)


def count(an_office: TestOffice) -> int:
    """How many letters are committed at this moment."""
    with closing(sqlite3.connect(load(an_office.config).path("tinbai.db"), timeout=30)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM message").fetchone()
        return int(number)
