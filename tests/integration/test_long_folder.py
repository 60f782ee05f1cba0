"""Dovecot: long folders, letters from a day on, and folders that are renamed, made anew or renumbered."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest import imap
from ingest.doors import place
from ingest.imap import ImapMailbox, connect
from ingest.receive import Received, receive
from ingest.reconcile import reconcile
from tests.ingest.mailbox_rows import letter
from tests.rows import NOON, a_site
from tests.servers.dovecot import Dovecot, MailAccount
from tests.servers.program import give_away
from tinbai.blobs import Blobs
from tinbai.config import MailboxConfig
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.limits import Limits

pytestmark = [pytest.mark.integration, pytest.mark.timeout(1800)]


@pytest.fixture
def config(dovecot: Dovecot, mail_account: MailAccount, tmp_path: Path) -> MailboxConfig:
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(mail_account.password)
    return MailboxConfig(
        key="chung", host="localhost", port=dovecot.tls_port, ca_file=str(dovecot.ca_file), username=mail_account.user,
        password=f"file:{secret}", timeout_seconds=60,
    )  # fmt: skip


@pytest.fixture
def row(database: Database) -> MailboxRow:
    with database.writing() as session:
        row = MailboxRow(site_id=a_site(session).id, key="chung")
        session.add(row)
    return row


def received(config: MailboxConfig, row: MailboxRow, database: Database, blobs: Blobs) -> Received:
    mailbox = connect(config)
    try:
        return receive(
            mailbox, row, database, blobs, limits=Limits(), slice_bytes=config.slice_bytes, clock=lambda: NOON,
            place=place(config),
        )  # fmt: skip
    finally:
        mailbox.close()


def searches(mailbox: ImapMailbox, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the server is asked from now on."""
    asked: list[object] = []
    search = mailbox._client.search

    def noted(criteria: object) -> list[int]:
        asked.append(criteria)
        return search(criteria)

    monkeypatch.setattr(mailbox._client, "search", noted)
    return asked


def test_a_long_folder_is_listed_in_ranges_without_a_gap(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100):
        dovecot.append(mail_account, letter(number))
    connect(config).close()  # the server numbers them
    remove(mail_account, 1, 7, 8, 30, 99)
    monkeypatch.setattr(imap, "LIST_AT_ONCE", 10)
    mailbox = connect(config)
    asked = searches(mailbox, monkeypatch)
    expected = [uid for uid in range(1, 101) if uid not in {1, 7, 8, 30, 99}]
    assert list(mailbox.uids_above(0)) == expected
    assert len(asked) == 11  # the bounds, and ten ranges of at most ten letters
    assert list(mailbox.uids_above(57)) == [uid for uid in expected if uid > 57]
    assert list(mailbox.uids_above(100)) == []
    mailbox.close()


def remove(account: MailAccount, *uids: int) -> None:
    """Delete letters as another program would."""
    files = sorted((account.maildir / "cur").iterdir()) or sorted((account.maildir / "new").iterdir())
    for uid in uids:
        files[uid - 1].unlink()


def test_a_short_folder_is_asked_once(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.append(mail_account, letter(1))
    mailbox = connect(config)
    asked = searches(mailbox, monkeypatch)
    assert list(mailbox.uids_above(0)) == [1]
    assert len(asked) == 1
    mailbox.close()


def test_only_letters_from_a_day_on_and_an_earlier_day_later_brings_the_others(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, row: MailboxRow, database: Database,
    blobs: Blobs,
) -> None:  # fmt: skip
    account = imap.connect(config)._client
    for number, day in ((1, 1), (2, 15), (3, 31)):
        account.append("INBOX", letter(number), msg_time=datetime(2026, 1, day, 12, tzinfo=UTC))
    account.logout()
    account.end()
    since = config.model_copy(update={"since": "2026-01-15"})
    assert received(since, row, database, blobs).stored == 2
    assert received(since, row, database, blobs) == Received()
    mailbox = connect(config)
    found = reconcile(
        mailbox, row, database, blobs, limits=Limits(), slice_bytes=10_000, clock=lambda: NOON, place=place(config)
    )
    mailbox.close()
    assert (found.absent, found.healed) == (1, 1)


def renumber(account: MailAccount, uidvalidity: int) -> None:
    """Give the folder another UIDVALIDITY and its letters UIDs from 1 on, as a migration of the server would."""
    for path in account.maildir.glob("dovecot*"):
        path.unlink()
    listed = account.maildir / "dovecot-uidlist"
    listed.write_text(f"3 V{uidvalidity} N1\n")
    give_away(listed)


@pytest.mark.parametrize("changes", [3, pytest.param(20, marks=pytest.mark.hard)])
def test_a_folder_that_is_renumbered_again_and_again_loses_and_doubles_nothing(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, row: MailboxRow, database: Database,
    blobs: Blobs, changes: int,
) -> None:  # fmt: skip
    for number in range(20):
        dovecot.append(mail_account, letter(number))
    assert received(config, row, database, blobs).stored == 20
    for change in range(changes):
        renumber(mail_account, 1_600_000_000 + change)
        dovecot.append(mail_account, letter(100 + change))
        assert received(config, row, database, blobs) == Received(stored=1, known=20 + change, told=21 + change)
    with database.reading() as session:
        assert session.get_one(MailboxRow, row.id).epoch == 1 + changes


def test_a_folder_renamed_and_made_anew_starts_over_and_back_again_doubles_nothing(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, row: MailboxRow, database: Database,
    blobs: Blobs,
) -> None:  # fmt: skip
    there = config.model_copy(update={"folder": "Tin bài"})
    for number in range(3):
        dovecot.append(mail_account, letter(number), mailbox="Tin bài")
    assert received(there, row, database, blobs).stored == 3
    client = connect(config)._client
    client.rename_folder("Tin bài", "Cũ")
    client.create_folder("Tin bài")
    dovecot.append(mail_account, letter(9), mailbox="Tin bài")
    assert received(there, row, database, blobs) == Received(stored=1, told=1)
    client.delete_folder("Tin bài")
    client.rename_folder("Cũ", "Tin bài")
    client.logout()
    client.end()
    dovecot.append(mail_account, letter(10), mailbox="Tin bài")
    assert received(there, row, database, blobs) == Received(stored=1, known=3, told=4)


@pytest.mark.hard
def test_many_thousand_letters_come_from_a_real_server(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, row: MailboxRow, database: Database,
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    many = 20_000
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # the disk is not what is tried here
    for number in range(many):
        dovecot.append(mail_account, letter(number))
    monkeypatch.setattr(imap, "LIST_AT_ONCE", 3_000)
    start = time.monotonic()
    assert received(config, row, database, blobs) == Received(stored=many, told=many)
    print(f"{many} letters from Dovecot: {time.monotonic() - start:.0f} s")  # noqa: T201 - a figure for docs
    assert received(config, row, database, blobs) == Received()
