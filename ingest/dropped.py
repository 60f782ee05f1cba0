"""Letters on which the server ends the connection: fetched one by one, behind all others, and not for ever.

What was learnt stands in events of the mailbox, so that it outlives the process. A drop counts against a letter only
when it was fetched alone and another letter had come whole over the same connection before it: a server that gives
nothing at all must not make every letter look guilty.
"""

from collections.abc import Collection, Mapping
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.epoch import Epoch
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.event import LEFT_BEHIND, Event
from tinbai.workflow import record

PASSES = 3  # in which a letter may end the connection before a stub stands for it

_REMEMBERED = timedelta(days=30)  # a line that breaks now and then must not be looked up for years
_DROPPED = "dropped"


def suspects(database: Database, epoch: Epoch, clock: Clock) -> Mapping[int, int]:
    """The UIDs that were being fetched when the connection ended, and how many passes each of them alone has cost."""
    dropped = (Event.noun == "mailbox", Event.noun_id == epoch.mailbox_id, Event.decision == _DROPPED)
    query = select(Event.data).where(*dropped, Event.at > clock() - _REMEMBERED)
    drops: dict[int, int] = {}
    with database.reading() as session:
        for data in session.scalars(query):
            if data and data.get("epoch") == epoch.number:
                for uid in data["uids"]:
                    drops[uid] = drops.get(uid, 0) + bool(data["counts"])
    return drops


def note_drop(
    database: Database, epoch: Epoch, uids: Collection[int], *, proven: bool, known: Collection[int], clock: Clock
) -> None:
    """Write down which letters were being fetched. `proven`: the connection had given another letter whole.

    `known` are suspects already: without proof there is nothing new to write of them, however long a server is ill.
    """
    counts = proven and len(uids) == 1
    if not counts and set(uids) <= set(known):
        return
    with database.writing() as session:
        row = session.get_one(MailboxRow, epoch.mailbox_id)
        data = {"epoch": epoch.number, "uids": sorted(uids), "counts": counts}
        record(session, "mailbox", row.id, row.site_id, _DROPPED, by=None, at=clock(), data=data)


def note_left_behind(session: Session, row: MailboxRow, uid: int, message_id: int, clock: Clock) -> None:
    """The alert, in the transaction that writes the stub."""
    data = {"uid": uid, "message": message_id, "passes": PASSES}
    record(session, "mailbox", row.id, row.site_id, LEFT_BEHIND, by=None, at=clock(), data=data)
