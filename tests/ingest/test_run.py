"""Ingest's jobs: polling writes down how it went, reading gives a letter three tries."""

from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest
from sqlalchemy import select

from ingest.letter import Letter
from ingest.reading import Reading, Verdict
from ingest.run import poll, reconcile
from ingest.sandbox import Reader
from ingest.waiting import MOST_ATTEMPTS, read_waiting
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.letters_here import raw_letter
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.errors import MailboxError, ReadingFailedError
from tinbai.lease import mark, take
from tinbai.message import Message, MessageStatus


@pytest.fixture
def config(tmp_path: Path, database: Database) -> Config:
    """One site with one mailbox, its row made."""
    with database.writing() as session:
        session.add(MailboxRow(site_id=a_site(session).id, key="chung"))
    site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung"}]}
    return Config.model_validate({"root": tmp_path, "sites": [site], "blobs": {"free_bytes": 0}})


class FailingReader(Reader):
    """A reader that can read nothing; it counts how often it was asked."""

    asked = 0

    def read(self, *_: object, **__: object) -> Reading:
        self.asked += 1
        raise ReadingFailedError(problem="quá 60 giây")


def polled(config: Config, database: Database, blobs: Blobs, mailbox: FakeMailbox) -> object:
    site = config.sites[0]
    return poll(
        config, site, site.mailboxes[0], database, blobs, clock=lambda: NOON, open_mailbox=lambda _config: mailbox
    )


def the_row(database: Database) -> MailboxRow:
    with database.reading() as session:
        return session.scalars(select(MailboxRow)).one()


def test_a_pass_that_reached_the_server_is_written_down(config: Config, database: Database, blobs: Blobs) -> None:
    polled(config, database, blobs, FakeMailbox({1: raw_letter("02")}))
    assert (the_row(database).polled_at, the_row(database).error) == (NOON, None)


def test_how_far_a_long_fetch_is_can_be_seen_with_every_slice(config: Config, database: Database, blobs: Blobs) -> None:
    mailbox = FakeMailbox({number: b"Subject: Tin %d\r\n\r\nTin" % number for number in range(1, 131)})
    site, seen = config.sites[0], []

    def look(_done: int, _total: int) -> None:
        seen.append(the_row(database).waiting)

    for most in (120, None):
        poll(
            config, site, site.mailboxes[0], database, blobs, clock=lambda: NOON, open_mailbox=lambda _: mailbox,
            most=most, progress=look,
        )  # fmt: skip
        look(0, 0)
    assert seen == [80, 30, 10, 10, 0, 0]


def test_a_pass_that_failed_says_why_and_since_when_until_one_succeeds(
    config: Config, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({1: raw_letter("02")}, breaks_at={1})
    with pytest.raises(MailboxError):
        polled(config, database, blobs, mailbox)
    assert (the_row(database).error, the_row(database).error_since) == ("the connection broke", NOON)
    mailbox.breaks_at = set()
    polled(config, database, blobs, mailbox)
    assert (the_row(database).error, the_row(database).error_since) == (None, None)


def test_comparing_the_mailbox_with_the_rows_ends_no_trouble_that_a_pass_has_met(
    config: Config, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({1: raw_letter("02"), 2: raw_letter("13")})
    polled(config, database, blobs, mailbox)
    mailbox.letters[3], mailbox.breaks_at = raw_letter("06"), {3}
    with pytest.raises(MailboxError):
        polled(config, database, blobs, mailbox)
    site = config.sites[0]
    compared = reconcile(
        config, site, site.mailboxes[0], database, blobs, clock=lambda: NOON, open_mailbox=lambda _config: mailbox
    )
    assert compared is not None
    assert the_row(database).error == "the connection broke"


def test_while_another_process_is_at_the_mailbox_nothing_is_fetched(
    config: Config, database: Database, blobs: Blobs
) -> None:
    take(database, "mailbox:an-mau:chung", mark(), timedelta(minutes=1), lambda: NOON)
    assert polled(config, database, blobs, FakeMailbox({1: raw_letter("02")})) is None


def test_with_too_little_room_on_the_disk_letters_stay_on_the_server(
    config: Config, database: Database, blobs: Blobs
) -> None:
    full = config.model_copy(update={"blobs": config.blobs.model_copy(update={"free_bytes": 10**18})})
    with pytest.raises(MailboxError, match="disk full"):
        polled(full, database, blobs, FakeMailbox({1: raw_letter("02")}))
    with database.reading() as session:
        assert session.scalars(select(Message)).all() == []


def test_a_letter_that_cannot_be_read_fails_after_three_tries_and_blocks_nobody(
    config: Config, database: Database, blobs: Blobs
) -> None:
    polled(config, database, blobs, FakeMailbox({1: raw_letter("02"), 2: raw_letter("13")}))
    reader = FailingReader()
    assert read_waiting(config, database, blobs, reader, clock=lambda: NOON) == 2
    assert reader.asked == 2 * MOST_ATTEMPTS
    with database.reading() as session:
        for message in session.scalars(select(Message)):
            assert (message.status, message.attempts) == (MessageStatus.FAILED, MOST_ATTEMPTS)
            assert message.reason == "quá 60 giây"
            assert blobs.get(message.sha256)


def test_a_letter_whose_reader_died_three_times_is_given_up_without_reading_it_again(
    config: Config, database: Database, blobs: Blobs
) -> None:
    polled(config, database, blobs, FakeMailbox({1: raw_letter("02")}))
    with database.writing() as session:
        session.scalars(select(Message)).one().attempts = MOST_ATTEMPTS
    reader = FailingReader()
    read_waiting(config, database, blobs, reader, clock=lambda: NOON)
    assert reader.asked == 0
    with database.reading() as session:
        assert session.scalars(select(Message)).one().status is MessageStatus.FAILED


def test_a_letter_in_somebody_elses_hands_is_left_alone_until_the_lease_ends(
    config: Config, database: Database, blobs: Blobs
) -> None:
    polled(config, database, blobs, FakeMailbox({1: raw_letter("02")}))
    with database.writing() as session:
        session.scalars(select(Message)).one().lease_until = NOON + timedelta(minutes=5)
    with Reader() as reader:
        assert read_waiting(config, database, blobs, reader, clock=lambda: NOON) == 0
        assert read_waiting(config, database, blobs, reader, clock=lambda: NOON + timedelta(minutes=6)) == 1


def test_when_told_to_stop_the_letter_in_hand_is_finished_and_no_other_is_begun(
    config: Config, database: Database, blobs: Blobs
) -> None:
    polled(config, database, blobs, FakeMailbox({1: raw_letter("02"), 2: raw_letter("13")}))
    done: list[Message] = []
    with Reader() as reader:
        read_waiting(
            config, database, blobs, reader, clock=lambda: NOON, stopping=lambda: bool(done), progress=done.append
        )
    with database.reading() as session:
        first, second = session.scalars(select(Message).order_by(Message.id)).all()
    assert first.status is not MessageStatus.RECEIVED
    assert (second.status, second.attempts, second.lease_until) == (MessageStatus.RECEIVED, 0, None)


class NotingReader(Reader):
    """Finds nothing in any letter, and notes which were asked for; `second` is set when the second is."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[bytes] = []
        self.second = Event()

    def read(self, letter: bytes | BinaryIO, **_: object) -> Reading:
        self.begun.append(letter if isinstance(letter, bytes) else letter.read())
        if len(self.begun) == 2:
            self.second.set()
        nothing = Letter(message_id=None, date=None, subject=None, sender=None)
        return Reading(letter=nothing, verdict=Verdict.NOTHING, reason="trống")


def test_the_letters_behind_are_begun_before_the_one_in_hand_is_done_and_all_end_in_order(
    config: Config, database: Database, blobs: Blobs
) -> None:
    letters = {uid: f"Subject: tin {uid}\r\n\r\nbài {uid}".encode() for uid in range(1, 6)}
    polled(config, database, blobs, FakeMailbox(letters))
    reader, done = NotingReader(), []

    def progress(message: Message) -> None:
        assert reader.second.wait(60)
        done.append(message.id)

    assert read_waiting(config, database, blobs, reader, clock=lambda: NOON, progress=progress) == 5
    assert done == sorted(done)
    assert sorted(reader.begun) == sorted(letters.values())
