"""Reconciling: once a day the letters on the server are compared with the rows, and what differs is made good.

A cursor is a promise that everything below it is here. This is where the promise is checked.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from ingest.dropped import suspects
from ingest.epoch import Epoch, here, open_epoch, renew
from ingest.mailbox import Mailbox, ServerLetter
from ingest.receive import Stored, store
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow
from tinbai.event import RECONCILED
from tinbai.limits import Limits
from tinbai.workflow import record


@dataclass(frozen=True, kw_only=True)
class Reconciled:
    """What was found.

    `absent` letters were on the server, below the cursor, without a row; `healed` of them have one now. `changed` UIDs
    are other letters than those stored. `gone` rows have no letter on the server any more, which is no error.
    """

    absent: int
    healed: int
    changed: int
    gone: int


def reconcile(
    mailbox: Mailbox,
    row: MailboxRow,
    database: Database,
    blobs: Blobs,
    *,
    limits: Limits,
    slice_bytes: int,
    clock: Clock,
    place: str,
    stopping: Callable[[], bool] = lambda: False,
) -> Reconciled:
    """Compare and heal. Where UIDs stand for other letters, a new epoch begins, and the next pass fetches them all.

    Differences are an event of the mailbox; letters that could not be fetched stay as `missing` with its row.
    """
    epoch = open_epoch(database, row.id, mailbox, place, clock)
    there = mailbox.uids_above(0)
    rows = _rows(database, epoch)
    changed = _changed(mailbox, [uid for uid in there if uid in rows], rows)
    absent = _absent(there, rows, epoch)
    if changed:
        renew(database, epoch, {"why": "other letters", "letters": len(changed)}, clock)
    done = Stored(doubtful=suspects(database, epoch, clock))
    if absent and not changed:
        for _ in store(
            mailbox, epoch, absent, done, database, blobs, limits=limits, slice_bytes=slice_bytes, clock=clock,
            stopping=stopping,
        ):  # fmt: skip
            pass
    healed = done.new + done.known
    gone = len(rows.keys() - set(there))
    found = Reconciled(absent=len(absent), healed=healed, changed=len(changed), gone=gone)
    _note(database, row.id, found, missing=0 if changed else len(absent) - healed, at=clock(), ended=not done.stopped)
    return found


def _rows(database: Database, epoch: Epoch) -> dict[int, tuple[int, datetime | None]]:
    """Size and date of what is stored, by UID."""
    query = select(Delivery.uid, Delivery.size, Delivery.internal_date).where(*here(epoch))
    with database.reading() as session:
        return {uid: (size, date) for uid, size, date in session.execute(query)}


def _absent(there: Sequence[int], rows: Collection[int], epoch: Epoch) -> list[int]:
    """What the cursor says is here, and no row says it."""
    return [uid for uid in there if uid <= epoch.cursor and uid not in rows]


def _changed(mailbox: Mailbox, uids: Sequence[int], rows: dict[int, tuple[int, datetime | None]]) -> list[int]:
    """UIDs whose letter came at another time than the one stored; without a time, of another size.

    The size alone decides nothing where there is a time: some servers announce a wrong one.
    """
    about = mailbox.describe(uids)
    changed = []
    for uid in uids:
        size, date = rows[uid]
        letter = about.get(uid)
        if letter is not None and _differs(letter, size, date):
            changed.append(uid)
    return changed


def _differs(letter: ServerLetter, size: int, date: datetime | None) -> bool:
    if date is None or letter.internal_date is None:
        return letter.size != size
    return letter.internal_date != date


def _note(database: Database, row_id: int, found: Reconciled, *, missing: int, at: datetime, ended: bool) -> None:
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        row.missing = missing
        if ended:
            row.reconciled_at = at
        if found.absent and not found.changed:  # what has changed has its event: a new epoch
            record(session, "mailbox", row.id, row.site_id, RECONCILED, by=None, at=at, data=asdict(found))
