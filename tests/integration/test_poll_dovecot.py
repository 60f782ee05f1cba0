"""Many letters on a real server: all of them, byte for byte, once, whenever the process is killed."""

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
MANY = pytest.mark.parametrize(
    "on_server", [100, pytest.param(500, marks=pytest.mark.hard)], ids=["100", "500"], indirect=True
)


@pytest.fixture
def on_server(request: pytest.FixtureRequest, dovecot: Dovecot, an_office: TestOffice) -> list[str]:
    """Letters of mixed kinds in the mailbox; their SHA-256 as FETCH returns them, sorted."""
    for raw in letters(request.param, seed=20261015, photos=Photos.SMALL):
        dovecot.append(an_office.account, raw)
    in_small_slices(an_office)
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
    assert len(found) == request.param
    return sorted(found)


def in_small_slices(an_office: TestOffice) -> None:
    """Some letters are stored at once, so that a kill comes between two slices however few they are."""
    text = an_office.config.read_text(encoding="utf-8").replace('key = "chung"', 'key = "chung"\nslice_bytes = 300000')
    an_office.config.write_text(text, encoding="utf-8")


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


@MANY
def test_one_poll_stores_what_fetch_returns_and_a_second_fetches_no_body(
    dovecot: Dovecot, an_office: TestOffice, on_server: list[str]
) -> None:
    an_office.tinbai("poll", "--no-read")
    assert stored(an_office) == on_server
    before = sent_bytes(dovecot, an_office)
    an_office.tinbai("poll", "--no-read")
    assert stored(an_office) == on_server
    assert 0 < sent_bytes(dovecot, an_office) - before < 10_000


@MANY
def test_killed_at_random_moments_it_still_stores_the_same(an_office: TestOffice, on_server: list[str]) -> None:
    chance, kills = random.Random(7), len(on_server) // 25
    counts = []
    for target in sorted(chance.sample(range(len(on_server) - 20), kills)):
        process = an_office.start("poll", "--no-read")
        wait_until_stored(an_office, target, process)
        time.sleep(chance.uniform(0, 0.02))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        with opened_again(an_office) as connection:
            counts.append(count(connection))
    middle = sum(0 < number < len(on_server) for number in counts)
    assert middle > kills / 2, "the kills did not come in the middle"
    an_office.tinbai("poll", "--no-read")
    assert stored(an_office) == on_server


def wait_until_stored(an_office: TestOffice, target: int, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as more than `target` letters are committed, or the process has ended."""
    with opened_again(an_office) as connection:
        while count(connection) <= target and process.poll() is None:
            time.sleep(0.01)


def opened_again(an_office: TestOffice) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(an_office.config.with_name("tinbai.db"), timeout=30))


def count(connection: sqlite3.Connection) -> int:
    """How many letters are committed at this moment."""
    (number,) = connection.execute("SELECT count(*) FROM message").fetchone()
    return int(number)
