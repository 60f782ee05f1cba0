"""A mailbox's row in a database, and passes over a fake mailbox."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select

from ingest.receive import Received, receive
from ingest.reconcile import Reconciled, reconcile
from tests.ingest.fake_mailbox import FakeMailbox
from tests.rows import NOON
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow
from tinbai.event import Event
from tinbai.limits import Limits
from tinbai.message import Message

HERE = "imap://bbt@mail.songmau.example:993/INBOX"


def letter(number: int) -> bytes:
    return f"Subject: tin {number}\r\nMessage-ID: <{number}@songmau.example>\r\n\r\nKính gửi {number}\r\n".encode()


@dataclass(frozen=True, kw_only=True)
class Place:
    """The mailbox "chung" of a site, and what is asked about it."""

    row: MailboxRow
    database: Database
    blobs: Blobs

    def receive(
        self, mailbox: FakeMailbox, place: str = HERE, *, newest_first: bool = False, most: int | None = None,
        stopping: Callable[[], bool] = lambda: False,
    ) -> Received:  # fmt: skip
        return receive(
            mailbox, self.row, self.database, self.blobs, limits=Limits(), slice_bytes=200_000, clock=lambda: NOON,
            place=place, newest_first=newest_first, most=most, stopping=stopping,
        )  # fmt: skip

    def reconcile(self, mailbox: FakeMailbox, place: str = HERE) -> Reconciled:
        return reconcile(
            mailbox, self.row, self.database, self.blobs, limits=Limits(), slice_bytes=200_000, clock=lambda: NOON,
            place=place,
        )  # fmt: skip

    def now(self) -> MailboxRow:
        with self.database.reading() as session:
            return session.get_one(MailboxRow, self.row.id)

    def stored(self) -> list[str]:
        with self.database.reading() as session:
            return sorted(session.scalars(select(Message.sha256)))

    def delivered(self) -> list[tuple[int, int]]:
        """Epoch and UID of everything that stood on a server."""
        with self.database.reading() as session:
            rows = session.execute(select(Delivery.epoch, Delivery.uid).order_by(Delivery.epoch, Delivery.uid))
            return [(epoch, uid) for epoch, uid in rows]

    def alerts(self) -> list[tuple[str, object]]:
        """The events of the mailbox: the decision, and why."""
        with self.database.reading() as session:
            events = session.scalars(select(Event).where(Event.noun == "mailbox").order_by(Event.id))
            return [(event.decision, (event.data or {}).get("why")) for event in events]


def hashes(*mailboxes: FakeMailbox) -> list[str]:
    return sorted({sha256(raw).hexdigest() for mailbox in mailboxes for raw in mailbox.letters.values()})
