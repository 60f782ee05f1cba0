"""Letters that kill whoever reads them, and letters by the thousand: the others are drafted all the same, and soon."""

import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy import select

from ingest.sandbox import Reader
from ingest.waiting import MOST_ATTEMPTS, read_waiting
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import Place
from tests.integration.duplicates import named, plain
from tests.integration.poisoned import POISON, config_of
from tests.rows import a_site
from tinbai import message as messages
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.message import Message, MessageStatus

pytestmark = [pytest.mark.integration, pytest.mark.timeout(1800)]
TAKEN = {MessageStatus.DRAFTED, MessageStatus.JOINED}
A_MINUTE = 60


@pytest.fixture
def place(database: Database, blobs: Blobs) -> Place:
    """The mailbox "chung" of a site, never asked so far."""
    with database.writing() as session:
        row = MailboxRow(site_id=a_site(session).id, key="chung")
        session.add(row)
    return Place(row=row, database=database, blobs=blobs)


def read_until_one_lives(folder: Path, variant: str = "none", most: int = 100) -> int:
    """How many readers died before one lived; no more than `most`."""
    command = [sys.executable, "-m", "tests.integration.poisoned", str(folder), variant, str(most)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def typed(name: str, count: int) -> list[bytes]:
    """Good letters, all different."""
    return [plain(named(b"<%s.%d@songmau.example>" % (name.encode(), number))) for number in range(count)]


def poisonous(count: int) -> list[bytes]:
    return [POISON + raw for raw in typed("poison", count)]


def mixed(good: list[bytes], bad: list[bytes]) -> dict[int, bytes]:
    """One bad letter after every ten good ones, by UID."""
    found: list[bytes] = []
    for number, raw in enumerate(good, 1):
        found.append(raw)
        if number % 10 == 0 and bad:
            found.append(bad[number // 10 - 1])
    return dict(enumerate(found, 1))


def ends(place: Place) -> dict[str, MessageStatus]:
    with place.database.reading() as session:
        return {message.sha256: message.status for message in session.scalars(select(Message))}


def name_of(raw: bytes) -> str:
    return sha256(raw).hexdigest()


@pytest.mark.parametrize("bad", [1, pytest.param(20, marks=pytest.mark.hard)])
def test_letters_that_kill_the_program_are_given_up_and_take_no_other_with_them(
    place: Place, bad: int, tmp_path: Path
) -> None:
    good, poison = typed("good", 10 * bad), poisonous(bad)
    mailbox = FakeMailbox(mixed(good, poison))
    place.receive(mailbox)
    assert read_until_one_lives(tmp_path) == bad * MOST_ATTEMPTS
    found = ends(place)
    assert {found[name_of(raw)] for raw in good} <= TAKEN
    assert {found[name_of(raw)] for raw in poison} == {MessageStatus.FAILED}
    assert all(place.blobs.get(name_of(raw)) == raw for raw in mailbox.letters.values())


def test_letters_read_beside_a_poisoned_one_would_be_given_up_with_it(place: Place, tmp_path: Path) -> None:
    """What it is worth to read a letter alone that was tried before."""
    good, poison = typed("good", 3), poisonous(1)
    place.receive(FakeMailbox(dict(enumerate([*poison, *good], 1))))
    read_until_one_lives(tmp_path, "beside")
    assert MessageStatus.FAILED in {ends(place)[name_of(raw)] for raw in good}


def test_without_counting_attempts_a_poisoned_letter_would_kill_for_ever(place: Place, tmp_path: Path) -> None:
    place.receive(FakeMailbox(dict(enumerate(poisonous(1), 1))))
    assert read_until_one_lives(tmp_path, "uncounted", most=5) == 5 > MOST_ATTEMPTS


def from_sender(sender: str, number: int) -> bytes:
    head = f"From: {sender}@songmau.example\r\nSubject: tin {number}\r\nMessage-ID: <{number}.{sender}@songmau.example>"
    return f"{head}\r\n\r\nKính gửi Ban biên tập, đây là tin số {number}.\r\n".encode()


@pytest.fixture(params=[60, pytest.param(1_000, marks=pytest.mark.hard)])
def bombed(request: pytest.FixtureRequest, place: Place) -> tuple[Place, set[str]]:
    """Many letters from one sender, and behind them three from each of five others; the hashes of these."""
    bomb = [from_sender("vong-lap", number) for number in range(request.param)]
    others = [from_sender(f"don-vi-{number % 5}", number) for number in range(15)]
    place.receive(FakeMailbox(dict(enumerate([*bomb, *others], 1))))
    return place, {name_of(raw) for raw in others}


def waited(place: Place, wanted: set[str]) -> tuple[int, float]:
    """Letters and seconds until all that are wanted have been read."""
    before, begun, left = 0, time.monotonic(), set(wanted)
    seconds = 0.0

    def progress(message: Message) -> None:
        nonlocal before, seconds
        before += bool(left)
        left.discard(message.sha256)
        seconds = seconds if not left and seconds else time.monotonic() - begun

    config = config_of(place.blobs.root.parent, place.database)
    with Reader(limits=config.limits) as reader:
        read_waiting(
            config, place.database, place.blobs, reader, clock=now, progress=progress, stopping=lambda: not left
        )
    return before, seconds


def test_a_thousand_letters_from_one_sender_keep_nobody_else_waiting(bombed: tuple[Place, set[str]]) -> None:
    place, others = bombed
    letters_before, seconds = waited(place, others)
    print(f"{letters_before} letters, {seconds:.1f} s until the others were read")  # noqa: T201 - a figure for docs
    assert letters_before <= 2 * len(others) + 5
    assert seconds < A_MINUTE


def test_without_turns_the_others_would_wait_for_all_of_them(bombed: tuple[Place, set[str]]) -> None:
    place, others = bombed
    with mock.patch.object(messages, "LETTERS_A_TURN", 1_000_000):
        letters_before, _ = waited(place, others)
    assert letters_before >= len(ends(place))
