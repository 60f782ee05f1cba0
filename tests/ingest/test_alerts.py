"""What a mailbox's years leave in its history: one event for each thing that somebody should know."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest.mailbox import Mailbox
from ingest.run import poll, reconcile
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import letter
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.config import Config, MailboxConfig
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow
from tinbai.errors import MailboxError
from tinbai.event import Event

Pass = Callable[..., object]


@pytest.fixture
def config(tmp_path: Path, database: Database) -> Config:
    with database.writing() as session:
        session.add(MailboxRow(site_id=a_site(session).id, key="chung"))
    return configured(tmp_path)


def configured(root: Path, **mailbox: str) -> Config:
    site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung", **mailbox}]}
    return Config.model_validate({"root": root, "sites": [site], "blobs": {"free_bytes": 0}})


def polled(
    config: Config, database: Database, blobs: Blobs, opened: FakeMailbox | MailboxError, at: datetime = NOON
) -> object:
    return job(poll, config, database, blobs, opened, at)


def reconciled(config: Config, database: Database, blobs: Blobs, opened: FakeMailbox, at: datetime) -> object:
    return job(reconcile, config, database, blobs, opened, at)


def job(
    what: Pass, config: Config, database: Database, blobs: Blobs, opened: FakeMailbox | MailboxError, at: datetime
) -> object:
    def open_mailbox(_config: MailboxConfig) -> Mailbox:
        if isinstance(opened, MailboxError):
            raise opened
        return opened

    site = config.sites[0]
    return what(config, site, site.mailboxes[0], database, blobs, clock=lambda: at, open_mailbox=open_mailbox)


def alerts(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Event.decision).where(Event.noun == "mailbox").order_by(Event.id)))


def many() -> FakeMailbox:
    return FakeMailbox({uid: letter(uid) for uid in range(1, 9)})


def test_a_folder_that_somebody_emptied_is_said_once(config: Config, database: Database, blobs: Blobs) -> None:
    polled(config, database, blobs, many())
    for _ in range(3):
        polled(config, database, blobs, FakeMailbox())
    assert alerts(database) == ["emptied"]


def test_a_folder_that_we_empty_ourselves_is_none(
    config: Config, database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    moving = configured(tmp_path, after="move", after_name="Đã nhận")
    polled(moving, database, blobs, many())
    polled(moving, database, blobs, FakeMailbox())
    assert alerts(database) == []


def test_a_folder_that_is_gone_is_said_once_for_each_time_it_goes(
    config: Config, database: Database, blobs: Blobs
) -> None:
    for turn in (1, 2):
        at = NOON + timedelta(hours=turn)
        for words in ("open folder INBOX: no such mailbox (1)", "open folder INBOX: no such mailbox (2)"):
            with pytest.raises(MailboxError):
                polled(config, database, blobs, MailboxError(mailbox="chung", problem=words, retryable=False), at)
        assert alerts(database) == ["unreachable"] * turn
        polled(config, database, blobs, many(), at)


def test_a_server_that_is_away_for_a_while_is_no_event(config: Config, database: Database, blobs: Blobs) -> None:
    with pytest.raises(MailboxError):
        polled(config, database, blobs, MailboxError(mailbox="chung", problem="connect: timed out"))
    assert alerts(database) == []


def test_another_host_in_the_configuration_is_another_place(
    config: Config, database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    polled(configured(tmp_path, host="mail.songmau.example"), database, blobs, many())
    polled(configured(tmp_path, host="MAIL.songmau.example", folder="inbox"), database, blobs, many())
    assert alerts(database) == []
    polled(configured(tmp_path, host="mail2.songmau.example"), database, blobs, many())
    polled(configured(tmp_path, host="mail2.songmau.example", folder="Tin bài"), database, blobs, many())
    assert alerts(database) == ["new_epoch", "new_epoch"]


def test_it_is_compared_once_a_day_and_not_before_the_first_pass(
    config: Config, database: Database, blobs: Blobs
) -> None:
    mailbox, hour = many(), timedelta(hours=1)
    assert reconciled(config, database, blobs, mailbox, NOON) is None
    polled(config, database, blobs, mailbox)
    assert reconciled(config, database, blobs, mailbox, NOON) is not None
    with database.writing() as session:
        session.query(Delivery).filter(Delivery.uid == 3).delete()
    assert reconciled(config, database, blobs, mailbox, NOON + 23 * hour) is None
    assert alerts(database) == []
    assert reconciled(config, database, blobs, mailbox, NOON + 24 * hour) is not None
    assert alerts(database) == ["reconcile"]
