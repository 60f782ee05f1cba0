"""What a real server says of its room and its certificate."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from ingest.condition import LOOK_EVERY, look_after
from ingest.imap import connect
from tests.offices import write_config
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.clock import now
from tinbai.config import MailboxConfig, load
from tinbai.delivery import MailboxRow
from tinbai.office import migrated_office

GIGABYTE = 1 << 30


def mailbox(dovecot: Dovecot, account: MailAccount, folder: Path) -> MailboxConfig:
    (site,) = load(write_config(folder, dovecot, account)).sites
    return site.mailboxes[0]


def test_room_and_certificate(dovecot: Dovecot, mail_account: MailAccount, tmp_path: Path) -> None:
    dovecot.append(mail_account, b"Subject: x\r\n\r\n" + b"x" * 200_000)
    opened = connect(mailbox(dovecot, mail_account, tmp_path))
    try:
        condition = opened.condition()
    finally:
        opened.close()
    assert condition.room == 100 * GIGABYTE
    assert condition.used is not None
    assert 190_000 <= condition.used <= 250_000
    assert condition.certificate_until is not None
    assert condition.certificate_until > datetime.now(UTC)


def test_without_tls_there_is_no_certificate(dovecot: Dovecot, mail_account: MailAccount, tmp_path: Path) -> None:
    plain = mailbox(dovecot, mail_account, tmp_path).model_copy(
        update={"host": "127.0.0.1", "port": dovecot.port, "security": "plain", "ca_file": ""}
    )
    opened = connect(plain)
    try:
        assert opened.condition().certificate_until is None
    finally:
        opened.close()


def test_it_is_written_down_and_not_asked_again_for_hours(
    dovecot: Dovecot, mail_account: MailAccount, tmp_path: Path
) -> None:
    with migrated_office(write_config(tmp_path, dovecot, mail_account)) as office:
        (site,) = office.config.sites
        (box,) = site.mailboxes
        assert look_after(site, box, office.database, clock=now)
        with office.database.reading() as session:
            row = session.scalars(select(MailboxRow)).one()
            assert (row.quota_room, row.certificate_until is not None) == (100 * GIGABYTE, True)
        assert not look_after(site, box, office.database, clock=now)
        assert look_after(site, box, office.database, clock=lambda: now() + LOOK_EVERY + timedelta(seconds=1))
