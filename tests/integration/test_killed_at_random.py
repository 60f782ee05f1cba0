"""Letters come in on a real server while who receives and reads them is killed again and again: all of them, once."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

import pytest
from sqlalchemy import select

from tests.integration.duplicates import named, plain
from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice
from tests.servers.dovecot import Dovecot
from tinbai.article import Article
from tinbai.delivery import Delivery
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.office import Office, office
from tinbai.revision import Revision

pytestmark = [pytest.mark.integration, pytest.mark.timeout(1800)]
MANY = 100  # then a fifth of them are of all kinds, with photos and files


def typed(count: int) -> Iterator[bytes]:
    return (plain(named(b"<%d@songmau.example>" % number)) for number in range(count))


def mixed(count: int) -> Iterator[bytes]:
    simple = typed(count)
    for raw in letters(count // 5, seed=500, photos=Photos.SMALL):
        yield raw
        yield from islice(simple, 4)


def fed_and_killed(an_office: TestOffice, dovecot: Dovecot, kills: int, count: int, variant: str = "none") -> list[str]:
    """Deliver `count` letters while pollers are killed; what the letters' hashes are."""
    coming = mixed(count) if count >= MANY else typed(count)
    hashes: list[str] = []
    command = [
        sys.executable,
        "-m",
        "tests.integration.killed_pollers",
        str(an_office.config),
        str(kills),
        "5",
        variant,
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as pollers:
        assert pollers.stdin is not None
        assert pollers.stdout is not None
        while not (line := pollers.stdout.readline()).startswith("done"):
            assert line, "the pollers broke"
            killed = int(line)
            if killed % 50 == 0:
                print(f"{killed} killed, {len(hashes)} letters", flush=True)  # noqa: T201 - it takes minutes
            due = count * (killed + 1) // kills
            for raw in islice(coming, due - len(hashes)):
                dovecot.append(an_office.account, raw)
                hashes.append(sha256(raw).hexdigest())
            pollers.stdin.write("\n")
            pollers.stdin.flush()
    print(f"{kills} killed of {line.split()[1]} pollers, {len(hashes)} letters")  # noqa: T201 - a figure for docs
    assert len(hashes) == count
    return hashes


def wrong_with(opened: Office, hashes: list[str]) -> list[str]:
    """What was lost, doubled or is stuck."""
    with opened.database.reading() as session:
        stored = Counter(session.scalars(select(Message.sha256).join(Delivery)))
        statuses = Counter(session.scalars(select(Message.status)))
        articles = Counter(tuple(row) for row in session.execute(select(Article.message_id, Article.ordinal)))
        drafted = Counter(
            session.scalars(select(Event.noun_id).where(Event.noun == "message", Event.decision == "draft"))
        )
        made = select(Revision.message_id, Revision.article_id).where(Revision.message_id.is_not(None))
        versions = Counter(tuple(row) for row in session.execute(made))
    print(f"  {dict(statuses)}")  # noqa: T201 - a figure for docs
    wrong = [f"lost: {name}" for name in Counter(hashes) - stored]
    wrong += [f"doubled: {name}" for name in stored - Counter(hashes)]
    for counted in (articles, drafted, versions):
        wrong += [f"drafted twice: {what}" for what, times in counted.items() if times > 1]
    wrong += [f"stuck: {statuses[MessageStatus.RECEIVED]}"] if statuses[MessageStatus.RECEIVED] else []
    for name in stored:
        path = opened.blobs.path(name)
        if not path.exists() or sha256(path.read_bytes()).hexdigest() != name:
            wrong.append(f"no bytes: {name}")
    return wrong


@pytest.mark.parametrize(
    ("kills", "count"), [(6, 12), pytest.param(500, 2_000, marks=pytest.mark.hard)], ids=["6", "500"]
)
def test_nothing_is_lost_doubled_or_stuck_however_often_they_are_killed(
    an_office: TestOffice, dovecot: Dovecot, kills: int, count: int
) -> None:
    hashes = fed_and_killed(an_office, dovecot, kills, count)
    with office(an_office.config) as opened:
        assert wrong_with(opened, hashes) == []


@pytest.mark.hard  # test_death_at_every_step.py has this mistake and the others in the normal run
def test_a_cursor_that_moves_first_is_found(an_office: TestOffice, dovecot: Dovecot) -> None:
    hashes = fed_and_killed(an_office, dovecot, 20, 40, "moves the cursor first")
    with office(an_office.config) as opened:
        assert any(wrong.startswith("lost") for wrong in wrong_with(opened, hashes))
