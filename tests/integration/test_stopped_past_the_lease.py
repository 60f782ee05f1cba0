"""Two pollers and two publishers at one office, one after another standing still for longer than its lease.

Nobody knows of whoever stands still whether he is dead: the others take over what he had, and then he goes on. Each
letter must be there once and drafted once, and each article on the portal once.
"""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from select import select as ready

import pytest
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.exc import OperationalError

from publish.portals.reference.schema import PORTAL, create_schema
from tests.integration.lease_workers import CARELESS, LEASE, POLLERS, PUBLISHERS
from tests.integration.lost_or_doubled import wrong_with
from tests.integration.portions import portion
from tests.integration.step_office import the_board_approves
from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice, write_config
from tests.publish.setting import without_unique_key
from tests.rows import a_user
from tests.servers.dovecot import Dovecot
from tinbai import db
from tinbai.article import Article, ArticleStatus
from tinbai.clock import now
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.office import Office, migrated_office, office
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus
from tinbai.site import Site
from tinbai.workflow import Decision

pytestmark = [pytest.mark.integration, pytest.mark.timeout(1800)]
LETTERS_A_STOP = 4
STANDING = LEASE.total_seconds() + 0.3
LONG_ENOUGH = 3 * LEASE.total_seconds()  # for the other to take over even on a busy machine
TIMES = 8  # on a busy machine not every one shows
SETTLED_WITHIN = 120  # seconds


@dataclass(frozen=True, kw_only=True)
class Stage:
    """An office with four at work in it, the portal it publishes to, and what came to its mailbox."""

    office: TestOffice
    dovecot: Dovecot
    portal: str
    workers: subprocess.Popen[str]
    coming: Iterator[bytes]
    hashes: list[str] = field(default_factory=list)
    stood: Counter[str] = field(default_factory=Counter)

    def stop(self, opened: Office, worker: int, at: str = "", seconds: float = STANDING) -> None:
        """Some letters come; one stands still past its lease; the board approves what there is meanwhile."""
        self.deliver(LETTERS_A_STOP)
        self.say(json.dumps({"worker": worker, "seconds": seconds, "at": at}))
        assert self.workers.stdout is not None
        while not ready([self.workers.stdout], [], [], 0.5)[0]:
            self.deliver(1 if at else 0)  # until he who is meant comes to the step, and not the other
            self.board(opened)
        self.stood[self.heard()] += 1

    def deliver(self, count: int) -> None:
        for raw in islice(self.coming, count):
            self.dovecot.append(self.office.account, raw)
            self.hashes.append(sha256(raw).hexdigest())

    def board(self, opened: Office) -> None:
        """It approves what waits; where somebody stands still over a locked database, later."""
        with suppress(OperationalError):
            the_board_approves(opened.database, now())

    def say(self, words: str) -> None:
        assert self.workers.stdin is not None
        self.workers.stdin.write(f"{words}\n")
        self.workers.stdin.flush()

    def heard(self) -> str:
        assert self.workers.stdout is not None
        line = self.workers.stdout.readline().strip()
        assert line, "the workers broke"
        return line

    def wrong(self, opened: Office) -> list[str]:
        """Wait until everything is done, end the workers, and look."""
        until = time.monotonic() + SETTLED_WITHIN
        while not settled(opened, len(self.hashes)) and time.monotonic() < until:
            self.board(opened)
            time.sleep(0.3)
        self.say("end")
        ended = self.heard()
        wrong = [] if ended == "ended [0, 0, 0, 0]" else [ended]
        return wrong + wrong_with(opened, self.hashes) + wrong_on_the_portal(opened, self.portal)


def settled(opened: Office, letters: int) -> bool:
    """Every letter is read, every article published."""
    with opened.database.reading() as session:
        read = session.scalar(select(func.count()).where(Message.status != MessageStatus.RECEIVED))
        open_ = session.scalar(select(func.count()).where(Article.status != ArticleStatus.PUBLISHED))
    return read == letters and not open_


def wrong_on_the_portal(opened: Office, portal: str) -> list[str]:
    """What is there twice, half, or not at all."""
    engine = create_engine(portal)
    with engine.connect() as connection:
        rows = Counter(connection.execute(text("SELECT title FROM portal_article WHERE visible")).scalars())
        files = set(connection.execute(select(PORTAL.tables["portal_photo"].c.file)).scalars())
    engine.dispose()
    with opened.database.reading() as session:
        articles = session.scalars(select(Article)).all()
        titles = Counter(article.revision.title for article in articles if article.revision)
        states = Counter(session.scalars(select(Publication.status)))
        published, approved = (
            Counter(session.scalars(select(Event.noun_id).where(Event.noun == "article", Event.decision == decision)))
            for decision in (Decision.PUBLISH, Decision.APPROVE)
        )
    print(f"  {len(articles)} articles, {dict(states)}")  # noqa: T201 - a figure for docs
    wrong = [f"twice on the portal: {title}" for title in rows - titles]
    wrong += [f"not on the portal: {title}" for title in titles - rows]
    wrong += [f"published twice: {key}" for key in published - approved]  # a corrected version is approved anew
    wrong += [] if set(states) <= {PublicationStatus.LIVE} else ["not live"]
    media = opened.config.path("media")
    return wrong + [f"no file: {name}" for name in files if not (media / name).is_file()]


MakeStage = Callable[..., Stage]


@pytest.fixture
def make_stage(
    request: pytest.FixtureRequest, dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeStage]:
    """A function that sets four to work, all of them on SQLite or all on PostgreSQL."""
    monkeypatch.setattr(db, "LOCK_SECONDS", 1)
    started: list[subprocess.Popen[str]] = []

    def make(kind: str = "sqlite", variant: str = "none") -> Stage:
        url = f"sqlite:///{tmp_path}/portal.db"
        portal = request.getfixturevalue("postgresql_database") if kind == "postgresql" else url
        account, own = dovecot.add_user(), portal if kind == "postgresql" else "sqlite:///tinbai.db"
        config = write_config(tmp_path, dovecot, account, database=own)
        said = config.read_text(encoding="utf-8").replace('"sqlite:///portal.db"', f'"{portal}"\ntimeout_seconds = 1')
        config.write_text(said, encoding="utf-8")
        maker = create_engine(portal)
        (without_unique_key().create_all if variant == CARELESS else create_schema)(maker)
        maker.dispose()
        (tmp_path / "media").mkdir()
        with migrated_office(config) as opened, opened.database.writing() as session:
            a_user(session, session.scalars(select(Site)).one(), RoleName.HEAD)
        command = [sys.executable, "-m", "tests.integration.lease_workers", str(config), "7", variant]
        workers = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(workers)
        coming = letters(2_000, seed=77, photos=Photos.SMALL)
        return Stage(
            office=TestOffice(config=config, account=account), dovecot=dovecot, portal=portal, workers=workers,
            coming=iter(coming),
        )  # fmt: skip

    yield make
    for workers in started:
        workers.communicate(timeout=30)  # its input ends, and so do they


@pytest.mark.parametrize(
    ("kind", "stops"),
    [
        ("sqlite", 2),
        pytest.param("sqlite", 100, marks=pytest.mark.hard),
        pytest.param("postgresql", 100, marks=pytest.mark.hard),
    ],
)
def test_whoever_stands_still_past_his_lease_doubles_and_loses_nothing(
    make_stage: MakeStage, kind: str, stops: int
) -> None:
    stage, some = make_stage(kind), portion(range(stops))
    with office(stage.office.config) as opened:
        for number in some:
            stage.stop(opened, random.Random(number).choice((*POLLERS, *PUBLISHERS)) if stops > 2 else 2 * number)
        wrong = stage.wrong(opened)
    print(f"{len(some)} stood still, at {len(stage.stood)} different steps: {stage.stood}")  # noqa: T201 - for docs
    assert wrong == []


# The mistake, who makes it, where he stands still, and what comes of it.
MISTAKES = {
    "drafts what is drafted": (POLLERS[0], "reading done", "drafted twice"),
    CARELESS: (PUBLISHERS[0], "point rendered", "twice on the portal"),
}


@pytest.mark.hard  # test_death_at_every_step.py and test_publish_once.py have these mistakes in the normal run
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_shows(make_stage: MakeStage, mistake: str) -> None:
    """What the test above is worth."""
    stage, (worker, at, wrong) = make_stage(variant=mistake), MISTAKES[mistake]
    with office(stage.office.config) as opened:
        for _ in range(TIMES):
            stage.stop(opened, worker, at, LONG_ENOUGH)
        found = stage.wrong(opened)
    print(f"stood still at {dict(stage.stood)}: {found}")  # noqa: T201 - says whether he came to the step
    assert any(one.startswith(wrong) for one in found)
