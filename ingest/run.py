"""Ingest's two jobs: poll a mailbox, and read the letters that wait. Each may run twice; its effect happens once."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select, update

from ingest.draft import draft, store_parts
from ingest.imap import connect
from ingest.mailbox import Mailbox
from ingest.receive import Progress, Received, receive
from ingest.sandbox import Reader
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.config import Config, MailboxConfig, SiteConfig
from tinbai.db import Database, changed
from tinbai.delivery import MailboxRow
from tinbai.errors import BlobMissingError, MailboxError, ReadingFailedError
from tinbai.lease import leased, take
from tinbai.message import Message, MessageStatus, unread
from tinbai.site import Site
from tinbai.site_loading import data_of
from tinbai.workflow import Fate, settle

MOST_ATTEMPTS = 3
POLL_LEASE = timedelta(minutes=5)  # prolonged with every slice
READ_LEASE = timedelta(minutes=3)  # on top of the time that two readings may take
LETTERS_A_PASS = 20

log = structlog.get_logger()


def poll(
    config: Config,
    site: SiteConfig,
    mailbox: MailboxConfig,
    database: Database,
    blobs: Blobs,
    *,
    clock: Clock,
    open_mailbox: Callable[[MailboxConfig], Mailbox] = connect,
    progress: Progress = lambda _done, _total: None,
    stopping: Callable[[], bool] = lambda: False,
) -> Received | None:
    """Fetch what is new in one mailbox; None when another process is at it. Stops after a slice when told so.

    Raises MailboxError after writing it down with the mailbox, where /healthz and the pages see it.
    """
    name = f"mailbox:{site.key}:{mailbox.key}"
    with leased(database, name, POLL_LEASE, clock) as holder:
        if holder is None:
            return None
        row = _row(database, site, mailbox)

        def slice_done(done: int, total: int) -> None:
            take(database, name, holder, POLL_LEASE, clock)
            progress(done, total)

        try:
            _refuse_when_full(config, mailbox, blobs)
            opened = open_mailbox(mailbox)
            try:
                received = receive(
                    opened, row, database, blobs,
                    limits=config.limits, slice_bytes=mailbox.slice_bytes, clock=clock, progress=slice_done,
                    stopping=stopping,
                )  # fmt: skip
            finally:
                opened.close()
        except MailboxError as error:
            _note(database, row.id, clock(), error=error.problem)
            raise
        _note(database, row.id, clock(), error=None)
        return received


def read_waiting(
    config: Config,
    database: Database,
    blobs: Blobs,
    reader: Reader,
    *,
    clock: Clock,
    stopping: Callable[[], bool] = lambda: False,
    progress: Callable[[Message], None] = lambda _message: None,
) -> int:
    """Read every letter that waits, until there is none or `stopping()` says so; returns how many were settled.

    The letter in hand is always finished. An attempt is counted and committed before the reading begins, so a
    letter that kills the process is given up after three.
    """
    settled = 0
    keys = [site.key for site in config.sites]
    lease = timedelta(seconds=2 * config.limits.wall_seconds) + READ_LEASE
    while not stopping():
        with database.reading() as session:
            sites = session.scalars(select(Site.id).where(Site.key.in_(keys))).all()
            waiting = [message.id for message in session.scalars(unread(clock(), LETTERS_A_PASS, sites))]
        if not waiting:
            return settled
        for message_id in waiting:
            if stopping():
                break
            message = _claim(database, message_id, lease, clock)
            if message is not None:
                settled += _read(config, database, blobs, reader, message, clock)
                progress(message)
    return settled


def _refuse_when_full(config: Config, mailbox: MailboxConfig, blobs: Blobs) -> None:
    """A letter is safe on its server as long as we have no room for it."""
    free = shutil.disk_usage(blobs.root).free
    if free < config.blobs.free_bytes:
        raise MailboxError(mailbox=mailbox.key, problem=f"disk full: {free // 1_000_000} MB free")


def _row(database: Database, site: SiteConfig, mailbox: MailboxConfig) -> MailboxRow:
    with database.reading() as session:
        query = select(MailboxRow).join(Site, MailboxRow.site_id == Site.id)
        return session.scalars(query.where(Site.key == site.key, MailboxRow.key == mailbox.key)).one()


def _note(database: Database, row_id: int, at: datetime, *, error: str | None) -> None:
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if error is None:
            row.polled_at, row.error, row.error_since = at, None, None
        else:
            row.error, row.error_since = error, row.error_since or at


def _claim(database: Database, message_id: int, lease: timedelta, clock: Clock) -> Message | None:
    """Count the attempt and take the lease; None when somebody else was faster or the attempts are used up."""
    with database.writing() as session:
        message = session.get_one(Message, message_id)
        if message.status is MessageStatus.RECEIVED and message.attempts >= MOST_ATTEMPTS:
            settle(session, message, Fate.FAIL, by=None, at=clock(), reason=message.reason or "Đọc ba lần không xong.")
            return None
        free = Message.lease_until.is_(None) | (Message.lease_until < clock())
        taken = session.execute(
            update(Message)
            .where(Message.id == message_id, Message.status == MessageStatus.RECEIVED, free)
            .values(attempts=Message.attempts + 1, lease_until=clock() + lease)
        )
        if changed(taken) != 1:
            return None
        session.refresh(message)
        return message


def _read(config: Config, database: Database, blobs: Blobs, reader: Reader, message: Message, clock: Clock) -> bool:
    """Read one claimed letter and settle it; False when it is to be tried again."""
    with database.reading() as session:
        site = session.get_one(Site, message.site_id)
    data, section = data_of(site), config.site(site.key)
    try:
        raw = blobs.get(message.sha256)
        reading = reader.read(raw, site=data, limits=config.limits)
        store_parts(reading, blobs)
        with database.writing() as session:
            current = session.get_one(Message, message.id)
            articles = draft(
                session, current, reading, raw=raw, data=data, site=section, sender=config.smtp.sender, at=clock()
            )
            log.info("letter read", message=current.id, status=current.status, articles=[one.id for one in articles])
    except (ReadingFailedError, BlobMissingError) as error:
        log.warning("letter not read", message=message.id, attempt=message.attempts, error=str(error))
        return _put_back(database, message.id, str(error), clock)
    except Exception as error:
        # Whatever a letter does to us, the ones behind it are read: after three tries it is set down as failed.
        log.exception("letter not drafted", message=message.id, attempt=message.attempts)
        return _put_back(database, message.id, type(error).__name__, clock)
    return True


def _put_back(database: Database, message_id: int, problem: str, clock: Clock) -> bool:
    with database.writing() as session:
        message = session.get_one(Message, message_id)
        if message.status is not MessageStatus.RECEIVED:  # our lease had ended, and somebody else has settled it
            return False
        message.reason, message.lease_until = problem[:500], None
        if message.attempts < MOST_ATTEMPTS:
            return False
        settle(session, message, Fate.FAIL, by=None, at=clock(), reason=problem[:500])
        return True
