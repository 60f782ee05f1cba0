"""Ingest's first job: poll a mailbox. May run twice at once; its effect happens once."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from ingest.imap import connect
from ingest.mailbox import Mailbox
from ingest.receive import Progress, Received, receive
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.config import Config, MailboxConfig, SiteConfig
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.errors import MailboxError
from tinbai.lease import leased, take
from tinbai.site import Site

POLL_LEASE = timedelta(minutes=5)  # prolonged with every slice


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
