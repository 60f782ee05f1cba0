"""How far a folder was read, and for how long its UIDs mean the same letters.

A UID alone says nothing. It belongs to a place (server, user, folder), to a UIDVALIDITY, and to a state of the folder
that was not put back to an earlier one since. When one of these changes, a new epoch begins: everything is listed
anew, and the bytes say which letters are here already.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.mailbox import Mailbox
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow
from tinbai.event import NEW_EPOCH
from tinbai.workflow import record


@dataclass(frozen=True, kw_only=True)
class Epoch:
    """One epoch of a mailbox; every UID of it up to `cursor` is stored."""

    mailbox_id: int
    number: int
    uidvalidity: int
    cursor: int


def open_epoch(database: Database, row_id: int, mailbox: Mailbox, place: str, clock: Clock) -> Epoch:
    """The epoch to go on in. A new one is written down with one event that says why it began."""
    known = _read(database, row_id)
    change = _change(known, mailbox, place)
    with database.writing() as session:
        row = session.get_one(MailboxRow, row_id)
        if change is not None:
            _begin(session, row, change, clock)
        row.place, row.uidvalidity = place, mailbox.uidvalidity
        return _epoch(row, mailbox.uidvalidity)


def renew(database: Database, epoch: Epoch, change: dict[str, Any], clock: Clock) -> None:
    """Begin a new epoch in the same folder: its UIDs were found to mean other letters."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, epoch.mailbox_id)
        if row.epoch == epoch.number:
            _begin(session, row, change, clock)


def delivered(database: Database, epoch: Epoch) -> set[int]:
    """The UIDs above the cursor that are stored already."""
    with database.reading() as session:
        return set(session.scalars(select(Delivery.uid).where(*here(epoch), Delivery.uid > epoch.cursor)))


def here(epoch: Epoch) -> tuple[Any, Any, Any]:
    """What picks the deliveries of an epoch."""
    return (
        Delivery.mailbox_id == epoch.mailbox_id,
        Delivery.epoch == epoch.number,
        Delivery.uidvalidity == epoch.uidvalidity,
    )


def move_cursor(database: Database, epoch: Epoch, uid: int) -> None:
    """Up to `uid` every letter is stored. After the rows: a crash in between only asks for them again."""
    with database.writing() as session:
        row = session.get_one(MailboxRow, epoch.mailbox_id)
        if (row.epoch, row.uidvalidity) == (epoch.number, epoch.uidvalidity):
            row.last_uid = max(row.last_uid, uid)


def _read(database: Database, row_id: int) -> MailboxRow:
    with database.reading() as session:
        return session.get_one(MailboxRow, row_id)


def _change(known: MailboxRow, mailbox: Mailbox, place: str) -> dict[str, Any] | None:
    """Why the UIDs mean other letters than those of `known`; None when they mean the same."""
    if known.uidvalidity is None:
        return None
    if known.place is not None and known.place != place:
        return {"why": "place", "from": known.place, "to": place}
    if known.uidvalidity != mailbox.uidvalidity:
        return {"why": "uidvalidity", "from": known.uidvalidity, "to": mailbox.uidvalidity}
    uidnext = mailbox.uidnext
    if uidnext is not None and uidnext <= known.last_uid and not mailbox.uids_above(uidnext - 1):
        # Put back from a backup: the next letters get UIDs that we know already. (A server that merely gives a wrong
        # UIDNEXT has letters above it.)
        return {"why": "restored", "from": known.last_uid, "to": uidnext}
    return None


def _begin(session: Session, row: MailboxRow, change: dict[str, Any], clock: Clock) -> None:
    record(session, "mailbox", row.id, row.site_id, NEW_EPOCH, by=None, at=clock(), data=change)
    row.epoch, row.last_uid, row.missing = row.epoch + 1, 0, 0


def _epoch(row: MailboxRow, uidvalidity: int) -> Epoch:
    return Epoch(mailbox_id=row.id, number=row.epoch, uidvalidity=uidvalidity, cursor=row.last_uid)
