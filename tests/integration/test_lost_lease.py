"""A receiver that stood still until another had its lease stops where it is, and tells the server nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy import func, select

from ingest import run
from ingest.run import poll
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import letter
from tests.integration.step_office import StepOffice
from tests.rows import NOON
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.delivery import Delivery
from tinbai.lease import Lease, mark, take

pytestmark = pytest.mark.integration
BIG = 33_000_000  # more than a slice


@dataclass
class OvertakenMailbox(FakeMailbox):
    """While the first letter is fetched, an hour passes and another takes the lease."""

    database: Database = field(kw_only=True)
    at: datetime = NOON

    def clock(self) -> datetime:
        return self.at

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        if self.at == NOON:
            self.at += timedelta(hours=1)
            assert take(self.database, "mailbox:an-mau:chung", mark(), timedelta(minutes=5), self.clock)
        return super().fetch(uids)


def polled(folder: Path, migrated: Path) -> tuple[object, OvertakenMailbox, int, int]:
    """What the poll answered, the mailbox, and how many letters and leases there are."""
    office = StepOffice(folder=folder)
    office.found(migrated)
    database, config = office.database(), office.config
    letters = {uid: letter(uid) + b"x" * BIG for uid in (1, 2, 3)}
    mailbox = OvertakenMailbox(letters, database=database)
    (site,) = config.sites
    answer = poll(
        config, site, site.mailboxes[0], database, Blobs(folder / "blobs"), clock=mailbox.clock,
        open_mailbox=lambda _: mailbox,
    )  # fmt: skip
    with database.reading() as session:
        counts = [session.scalar(select(func.count()).select_from(row)) or 0 for row in (Delivery, Lease)]
    database.close()
    return answer, mailbox, counts[0], counts[1]


def test_it_ends_after_the_slice_in_hand_and_leaves_the_lease_to_the_other(tmp_path: Path, migrated_file: Path) -> None:
    answer, mailbox, letters, leases = polled(tmp_path / "office", migrated_file)
    assert answer is None
    assert (letters, leases) == (1, 1)
    assert mailbox.told == []


def test_without_asking_for_its_lease_it_would_go_on(tmp_path: Path, migrated_file: Path) -> None:
    with mock.patch.object(run, "_prolong"):
        answer, mailbox, letters, _ = polled(tmp_path / "office", migrated_file)
    assert answer is not None
    assert (letters, mailbox.told) == (3, [1, 2, 3])
