"""A letter that takes long is overtaken by those behind it, except by one that answers it."""

import re
import time
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest
from sqlalchemy import select

from ingest import overtaking
from ingest.letter import Letter
from ingest.reading import Reading, Verdict
from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from tests.ingest.fake_mailbox import FakeMailbox
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.message import Message, MessageStatus


@pytest.fixture
def config(tmp_path: Path, database: Database) -> Config:
    """One site with one mailbox, its row made."""
    with database.writing() as session:
        session.add(MailboxRow(site_id=a_site(session).id, key="chung"))
    site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung"}]}
    return Config.model_validate({"root": tmp_path, "sites": [site], "blobs": {"free_bytes": 0}})


class SlowReader(Reader):
    """Finds nothing in any letter; one that says "slow" takes until `go_on` is set, or for some seconds."""

    def __init__(self, seconds: float = 4) -> None:
        super().__init__()
        self.go_on, self.seconds = Event(), seconds

    def read(self, letter: bytes | BinaryIO, **_: object) -> Reading:
        raw = letter if isinstance(letter, bytes) else letter.read()
        if b"slow" in raw:
            self.go_on.wait(self.seconds)
        answered = re.search(rb"In-Reply-To: (<.*>)", raw)
        read = Letter(
            message_id=None,
            date=None,
            subject=None,
            sender=None,
            in_reply_to=answered[1].decode() if answered else None,
        )
        return Reading(letter=read, verdict=Verdict.NOTHING, reason="trống")


def received(config: Config, database: Database, blobs: Blobs, *letters: str) -> None:
    """Letters of these texts, their Message-IDs numbered from <1@x>."""
    raw = {
        number: f"Message-ID: <{number}@x>\r\nSubject: tin\r\n{letter}".encode()
        for number, letter in enumerate(letters, 1)
    }
    site = config.sites[0]
    poll(
        config,
        site,
        site.mailboxes[0],
        database,
        blobs,
        clock=lambda: NOON,
        open_mailbox=lambda _config: FakeMailbox(raw),
    )


def order(config: Config, database: Database, blobs: Blobs, *, until: int, seconds: float = 4) -> list[int]:
    """The order in which the letters end; the slow ones go on when `until` have ended, or after so many seconds."""
    reader, done = SlowReader(seconds), list[int]()

    def progress(message: Message) -> None:
        done.append(message.id)
        if len(done) == until:
            reader.go_on.set()

    read_waiting(config, database, blobs, reader, clock=lambda: NOON, progress=progress)
    return done


LETTERS = ("\r\nslow", "\r\na", "\r\nb", "\r\nc", "\r\nd", "\r\ne")


def test_one_slow_letter_delays_no_other(
    config: Config, database: Database, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtaking, "SLOW_SECONDS", 0.2)
    received(config, database, blobs, *LETTERS)
    assert order(config, database, blobs, until=5) == [2, 3, 4, 5, 6, 1]


def test_without_overtaking_all_would_wait_for_it(
    config: Config, database: Database, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtaking, "SLOW_SECONDS", 60)
    received(config, database, blobs, *LETTERS)
    assert order(config, database, blobs, until=5) == [1, 2, 3, 4, 5, 6]


def test_a_letter_that_answers_the_slow_one_waits_for_it_and_the_others_do_not(
    config: Config, database: Database, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtaking, "SLOW_SECONDS", 0.2)
    letters = ("\r\nslow", "In-Reply-To: <1@x>\r\n\r\na", "In-Reply-To: <9@x>\r\n\r\nb", "\r\nc")
    received(config, database, blobs, *letters)
    assert order(config, database, blobs, until=2) == [3, 4, 1, 2]


def test_more_slow_letters_than_may_be_overtaken_still_all_end(
    config: Config, database: Database, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtaking, "SLOW_SECONDS", 0.1)
    received(config, database, blobs, *[f"\r\nslow {number}" for number in range(7)], "\r\na")
    assert sorted(order(config, database, blobs, until=8, seconds=1)) == list(range(1, 9))


def test_when_told_to_stop_a_slow_letter_is_not_waited_for(
    config: Config, database: Database, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtaking, "SLOW_SECONDS", 0.2)
    received(config, database, blobs, "\r\nslow", "\r\na")
    reader, done = SlowReader(60), list[int]()
    began = time.monotonic()
    read_waiting(
        config, database, blobs, reader, clock=lambda: NOON, stopping=lambda: bool(done),
        progress=lambda message: done.append(message.id),
    )  # fmt: skip
    assert time.monotonic() - began < 30
    reader.go_on.set()
    with database.reading() as session:
        slow, other = session.scalars(select(Message).order_by(Message.id)).all()
    assert (slow.status, slow.attempts, slow.lease_until) == (MessageStatus.RECEIVED, 0, None)
    assert other.status is MessageStatus.NOTHING
