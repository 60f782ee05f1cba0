"""PostgreSQL dies at a commit, at each one in turn: the next pass makes it good, in the same process."""

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from tests.ingest.fake_mailbox import FakeMailbox
from tests.integration.broken_steps import VARIANTS
from tests.integration.killed_pollers import ReaderHere
from tests.integration.portions import portion
from tests.integration.test_database_away import Office
from tests.servers.databases import PostgresServer
from tinbai.blobs import Blobs
from tinbai.delivery import Delivery
from tinbai.errors import TinbaiError
from tinbai.message import Message, MessageStatus
from tinbai.revision import Revision

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]
LETTERS = 2  # that come for each crash
EVERY = 5  # of the commits in the normal run


class Dying:
    """An office whose database dies when it is asked to commit for the `at`-th time."""

    def __init__(self, server: PostgresServer, blobs: Blobs, rounds: int) -> None:
        self.office = Office(server, blobs, letters=LETTERS * rounds)
        self.server, self.commits, self.at, self.round = server, 0, 0, 0
        self.mailbox = FakeMailbox({})
        event.listen(self.office.database.engine, "commit", self._commit)

    def _commit(self, _connection: Connection) -> None:
        self.commits += 1
        if self.commits == self.at:
            self.server.crash()

    def go_on(self) -> bool:
        """A poll and a reading pass; False when one was broken off."""
        whole = True
        for job in (lambda: self.office.poll(self.mailbox), lambda: self.office.read(ReaderHere())):
            try:
                job()
            except (OperationalError, TinbaiError):
                whole = False
        return whole

    def more_letters(self) -> None:
        self.round += 1
        known = LETTERS * self.round
        self.mailbox.letters = {uid: raw for uid, raw in self.office.letters.items() if uid <= known}
        self.commits = self.at = 0

    def wrong_after(self, commit: int) -> list[str]:
        """Let letters come, die at this commit, go on; what is wrong then."""
        self.more_letters()
        self.at = commit
        broken = not self.go_on()
        wrong = [] if self.commits >= commit and broken else ["the crash hit nothing"]
        if not self.go_on():
            wrong.append("the next pass broke")
        with self.office.database.reading() as session:
            statuses = session.scalars(select(Message.status)).all()
            uids = session.scalars(select(Delivery.uid)).all()
            made_of = [made or 0 for made in session.scalars(select(Revision.message_id))]
        here = set(self.mailbox.letters)
        wrong += ["not every letter once"] if sorted(uids) != sorted(here) or len(statuses) != len(here) else []
        wrong += ["not every letter drafted"] if set(statuses) != {MessageStatus.DRAFTED} else []
        wrong += ["not one article of each"] if sorted(made_of) != sorted(set(made_of)) else []
        wrong += ["not every letter told of"] if set(self.mailbox.told) != here else []
        return wrong


def commits_of_a_round(dying: Dying) -> int:
    dying.more_letters()
    assert dying.go_on()
    return dying.commits


@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.hard)], ids=["some", "every commit"])
def test_a_database_that_dies_at_a_commit_costs_nothing(
    crashing_postgresql: PostgresServer, blobs: Blobs, every: int
) -> None:
    dying = Dying(crashing_postgresql, blobs, rounds=40)
    commits = commits_of_a_round(dying)
    chosen = portion(range(1, commits + 1, every))
    print(f"{len(chosen)} of {commits} commits")  # noqa: T201 - a figure for docs
    assert {commit: wrong for commit in chosen if (wrong := dying.wrong_after(commit))} == {}
    dying.office.database.close()


@pytest.mark.parametrize("mistake", ["moves the cursor first", "drafts in two transactions"])
def test_a_program_with_a_mistake_is_found(crashing_postgresql: PostgresServer, blobs: Blobs, mistake: str) -> None:
    """What the test above is worth."""
    dying = Dying(crashing_postgresql, blobs, rounds=40)
    with VARIANTS[mistake]():
        commits = commits_of_a_round(dying)
        found = (set(dying.wrong_after(commit)) - {"the crash hit nothing"} for commit in range(1, commits + 1))
        assert any(found)
    dying.office.database.close()
