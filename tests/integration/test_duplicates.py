"""Forty ways in which a letter comes twice, the whole way from the mailbox to the drafts."""

from functools import partial
from hashlib import sha256
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy import func, select

from ingest import draft
from ingest.run import poll
from ingest.waiting import read_waiting
from tests.ingest.fake_mailbox import FakeMailbox
from tests.integration.duplicates import CASES, Case
from tests.integration.killed_pollers import ReaderHere
from tests.integration.step_office import StepOffice
from tests.rows import NOON
from tinbai.blobs import Blobs
from tinbai.delivery import Delivery
from tinbai.message import Message
from tinbai.revision import Revision

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]


def given(mailbox: FakeMailbox, _config: object) -> FakeMailbox:
    return mailbox


def counted(case: Case, folder: Path, migrated: Path) -> tuple[int, int, int]:
    """Deliveries, messages and versions of articles that become of the letters; read as each comes in."""
    office = StepOffice(folder=folder)
    office.found(migrated)
    config, database, blobs = office.config, office.database(), Blobs(folder / "blobs")
    site, mailbox = config.sites[0], FakeMailbox()
    for raw in case.letters:
        if raw is None:
            mailbox = FakeMailbox(uidvalidity=mailbox.uidvalidity + 1)
            continue
        mailbox.letters[max(mailbox.letters, default=0) + 1] = raw
        box = site.mailboxes[0]
        poll(config, site, box, database, blobs, clock=lambda: NOON, open_mailbox=partial(given, mailbox))
        read_waiting(config, database, blobs, ReaderHere(), clock=lambda: NOON)
    with database.reading() as session:
        hashes = set(session.scalars(select(Message.sha256)))
        found = tuple(
            session.scalar(select(func.count()).select_from(row)) or 0 for row in (Delivery, Message, Revision)
        )
    database.close()
    assert hashes == {sha256(raw).hexdigest() for raw in case.letters if raw is not None}
    assert all(blobs.has(name) for name in hashes)
    return found  # type: ignore[return-value]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)


def test_there_are_forty_of_them() -> None:
    assert len(CASES) == 40


@pytest.mark.parametrize("name", CASES)
def test_a_letter_that_comes_twice_is_counted_as_it_should_be(
    name: str, tmp_path: Path, migrated_file: Path, hasty: None
) -> None:
    case = CASES[name]
    deliveries = sum(raw is not None for raw in case.letters)
    assert counted(case, tmp_path / "office", migrated_file) == (deliveries, case.messages, case.versions)


# What the table is worth: three ways to know a letter again that others have lost letters by.
IDENTITIES = {
    "by sender, subject and date": "another id",
    "by the Message-ID alone": "the same id, other text",
    "by the bytes alone": "another Received",
}


@pytest.mark.parametrize("identity", IDENTITIES)
def test_a_careless_identity_is_found(identity: str, tmp_path: Path, migrated_file: Path, hasty: None) -> None:
    def careless(session, message, reading):
        same = {
            "by sender, subject and date": (Message.subject == message.subject, Message.sent_at == message.sent_at),
            "by the Message-ID alone": (Message.message_id == reading.letter.message_id,),
            "by the bytes alone": (Message.sha256 == message.sha256,),
        }[identity]
        return session.scalar(select(Message).where(*same, Message.id != message.id))

    case = CASES[IDENTITIES[identity]]
    with mock.patch.object(draft, "twin_of", careless):
        assert counted(case, tmp_path / "office", migrated_file)[1:] != (case.messages, case.versions)
