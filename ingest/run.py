"""Ingest's jobs with a mailbox: poll it, and once a day reconcile it. May run twice at once; happens once."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ingest import doors
from ingest.mailbox import Mailbox
from ingest.receive import Progress, Received, receive
from ingest.reconcile import Reconciled
from ingest.reconcile import reconcile as reconcile_letters
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.config import After, Config, MailboxConfig, SiteConfig
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.errors import MailboxError, StaleError
from tinbai.event import EMPTIED, Event
from tinbai.lease import leased, take
from tinbai.site import Site
from tinbai.workflow import record

POLL_LEASE = timedelta(minutes=5)  # prolonged with every slice
RECONCILE_EVERY = timedelta(days=1)
MANY = 5  # so many letters vanish at once from a folder that nobody has emptied on purpose

T = TypeVar("T")
Work = Callable[[Mailbox, MailboxRow, Callable[[], None]], T]  # the last: still at it


def poll(
    config: Config,
    site: SiteConfig,
    mailbox: MailboxConfig,
    database: Database,
    blobs: Blobs,
    *,
    clock: Clock,
    open_mailbox: Callable[[MailboxConfig], Mailbox] = doors.open_mailbox,
    most: int | None = None,
    progress: Progress = lambda _done, _total: None,
    stopping: Callable[[], bool] = lambda: False,
) -> Received | None:
    """Fetch what is new in one mailbox; None when another process is at it. Stops after a slice when told so.

    At most `most` letters, so that where many wait, what comes meanwhile gets its turn. Raises MailboxError after
    writing it down with the mailbox, where /healthz and the pages see it.
    """

    def work(opened: Mailbox, row: MailboxRow, still_at_it: Callable[[], None]) -> Received:
        def slice_done(done: int, total: int) -> None:
            still_at_it()
            _note_waiting(database, row.id, total - done)
            progress(done, total)

        received = receive(
            opened, row, database, blobs,
            limits=config.limits, slice_bytes=mailbox.slice_bytes, clock=clock, place=doors.place(mailbox),
            newest_first=mailbox.order == "newest", most=most, progress=slice_done, stopping=stopping,
        )  # fmt: skip
        _note_waiting(database, row.id, received.left)
        _note_count(database, row.id, opened.count, mailbox, clock())
        _note(database, row.id, clock(), error=None)  # only a poll knows that a trouble is over
        return received

    return _with_mailbox(config, site, mailbox, database, blobs, work, clock=clock, open_mailbox=open_mailbox)


def reconcile(
    config: Config,
    site: SiteConfig,
    mailbox: MailboxConfig,
    database: Database,
    blobs: Blobs,
    *,
    clock: Clock,
    open_mailbox: Callable[[MailboxConfig], Mailbox] = doors.open_mailbox,
    stopping: Callable[[], bool] = lambda: False,
) -> Reconciled | None:
    """Compare the mailbox with the rows when that was not done for a day; None when there was nothing to do.

    Raises MailboxError as `poll` does.
    """
    row = _row(database, site, mailbox)
    if row.polled_at is None or (row.reconciled_at is not None and clock() - row.reconciled_at < RECONCILE_EVERY):
        return None

    def work(opened: Mailbox, row: MailboxRow, still_at_it: Callable[[], None]) -> Reconciled:
        def stop() -> bool:
            still_at_it()
            return stopping()

        return reconcile_letters(
            opened, row, database, blobs,
            limits=config.limits, slice_bytes=mailbox.slice_bytes, clock=clock, place=doors.place(mailbox),
            stopping=stop,
        )  # fmt: skip

    return _with_mailbox(config, site, mailbox, database, blobs, work, clock=clock, open_mailbox=open_mailbox)


def _with_mailbox(
    config: Config, site: SiteConfig, mailbox: MailboxConfig, database: Database, blobs: Blobs, work: Work[T], *,
    clock: Clock, open_mailbox: Callable[[MailboxConfig], Mailbox],
) -> T | None:  # fmt: skip
    """Do `work` under the mailbox's lease and write down what went wrong; None when another process has it."""
    name = f"mailbox:{site.key}:{mailbox.key}"
    with leased(database, name, POLL_LEASE, clock) as holder:
        if holder is None:
            return None
        row = _row(database, site, mailbox)
        try:
            _refuse_when_full(config, mailbox, blobs)
            opened = open_mailbox(mailbox)
            try:
                done = work(opened, row, lambda: _prolong(database, name, holder, clock))
            finally:
                opened.close()
        except StaleError:
            return None
        except MailboxError as error:
            _note(database, row.id, clock(), error=error)
            raise
        except OSError as error:  # our disk: the server's errors are MailboxErrors
            full = MailboxError(mailbox=mailbox.key, problem=f"disk: {error.strerror or error}")
            _note(database, row.id, clock(), error=full)
            raise full from error
        return done


def _prolong(database: Database, name: str, holder: str, clock: Clock) -> None:
    """Raises StaleError when we stood still for so long that another has the lease: it goes on where we stop."""
    if not take(database, name, holder, POLL_LEASE, clock):
        raise StaleError(noun="lease", key=name)


def _refuse_when_full(config: Config, mailbox: MailboxConfig, blobs: Blobs) -> None:
    """A letter is safe on its server as long as we have no room for it."""
    free = shutil.disk_usage(blobs.root).free
    if free < config.blobs.free_bytes:
        raise MailboxError(mailbox=mailbox.key, problem=f"disk full: {free // 1_000_000} MB free")


def _row(database: Database, site: SiteConfig, mailbox: MailboxConfig) -> MailboxRow:
    with database.reading() as session:
        query = select(MailboxRow).join(Site, MailboxRow.site_id == Site.id)
        return session.scalars(query.where(Site.key == site.key, MailboxRow.key == mailbox.key)).one()


def _note(database: Database, row_id: int, at: datetime, *, error: MailboxError | None) -> None:
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if error is None:
            row.polled_at, row.error, row.error_since = at, None, None
            return
        row.error, row.error_since = error.problem, row.error_since or at
        if not error.retryable and not _alerted(session, row):
            # The folder renamed or gone, the log-in refused: nothing gets better until somebody does something.
            data = {"problem": error.problem}
            record(session, "mailbox", row.id, row.site_id, "unreachable", by=None, at=at, data=data)


def _alerted(session: Session, row: MailboxRow) -> bool:
    """Whether this trouble has its event already: one for each, however often it is met."""
    event = (Event.noun == "mailbox", Event.noun_id == row.id, Event.decision == "unreachable")
    return bool(session.scalar(select(exists().where(*event, Event.at >= row.error_since))))


def _note_waiting(database: Database, row_id: int, waiting: int) -> None:
    """How far a long fetch is: the first one of an old mailbox takes a while, and its people look at the site."""
    with database.writing() as session:
        session.get_one(MailboxRow, row_id).waiting = waiting


def _note_count(database: Database, row_id: int, count: int, mailbox: MailboxConfig, at: datetime) -> None:
    """How many letters the folder has; an event when all of them are gone, and it was not we who moved them."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if count == 0 and (row.letters or 0) >= MANY and mailbox.after is not After.MOVE:
            record(session, "mailbox", row.id, row.site_id, EMPTIED, by=None, at=at, data={"from": row.letters})
        row.letters = count
