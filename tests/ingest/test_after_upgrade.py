"""What a version of the program gave up, the next one tries again, once; the one that gave it up does not."""

import pytest
from sqlalchemy import select

from ingest import after_upgrade
from ingest.after_upgrade import REASON, retry_after_upgrade
from tests.rows import NOON, a_site
from tinbai import __version__
from tinbai.db import Database
from tinbai.event import history
from tinbai.message import Message, MessageStatus
from tinbai.workflow import Fate, settle


def given_up(database: Database, *, by: str | None = __version__, stored: bool = True) -> int:
    with database.writing() as session:
        site_id, number = a_site(session).id, session.query(Message).count()
        message = Message(
            site_id=site_id, sha256=f"{number:064}", size=1, status=MessageStatus.RECEIVED, received_at=NOON,
            attempts=3, stored=stored,
        )  # fmt: skip
        session.add(message)
        session.flush()
        settle(session, message, Fate.FAIL, by=None, at=NOON, reason="Đọc ba lần không xong.")
        assert message.failed_version == __version__
        message.failed_version = by
        return message.id


def retried(database: Database) -> bool:
    return retry_after_upgrade(database, clock=lambda: NOON)


@pytest.mark.parametrize("by", ["0.0.9", None])
def test_after_an_upgrade_it_waits_to_be_read_again_with_all_its_attempts(database: Database, by: str | None) -> None:
    message_id = given_up(database, by=by)
    assert retried(database)
    with database.reading() as session:
        message = session.get_one(Message, message_id)
        assert (message.status, message.attempts) == (MessageStatus.RECEIVED, 0)
        assert [event.note for event in session.scalars(history("message", message_id))][-1] == REASON
    assert not retried(database)


def test_the_version_that_gave_it_up_leaves_it_alone(database: Database) -> None:
    message_id = given_up(database)
    assert not retried(database)
    with database.reading() as session:
        assert session.get_one(Message, message_id).status is MessageStatus.FAILED


def test_one_that_fails_again_waits_for_the_next_version(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    message_id = given_up(database, by="0.0.9")
    assert retried(database)
    with database.writing() as session:
        settle(session, session.get_one(Message, message_id), Fate.FAIL, by=None, at=NOON, reason="Lại không xong.")
    assert not retried(database)
    monkeypatch.setattr(after_upgrade, "__version__", "9.9.9")
    assert retried(database)


def test_a_letter_whose_bytes_are_not_here_is_left_alone(database: Database) -> None:
    given_up(database, by="0.0.9", stored=False)
    assert not retried(database)
    with database.reading() as session:
        assert session.scalars(select(Message.status)).all() == [MessageStatus.FAILED]
