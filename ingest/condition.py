"""How a mailbox stands on its server: room left in it, and how long the server's certificate is good.

Asked now and then through a connection of its own, since neither is worth a second of a poll.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from sqlalchemy import select

from ingest.imap import connect
from ingest.mailbox import Condition
from tinbai.clock import Clock
from tinbai.config import MailboxConfig, MailboxKind, SiteConfig
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.site import Site

LOOK_EVERY = timedelta(hours=6)


class Standing(Protocol):
    """A mailbox that can say how it stands."""

    def condition(self) -> Condition:
        """Raises MailboxError."""

    def close(self) -> None: ...


def look_after(
    site: SiteConfig,
    mailbox: MailboxConfig,
    database: Database,
    *,
    clock: Clock,
    open_mailbox: Callable[[MailboxConfig], Standing] = connect,
) -> bool:
    """Write down how a mailbox stands, when that was not done for some hours; whether it was. Raises MailboxError."""
    if mailbox.kind is not MailboxKind.IMAP:
        return False
    with database.reading() as session:
        query = select(MailboxRow).join(Site, Site.id == MailboxRow.site_id)
        row = session.scalar(query.where(Site.key == site.key, MailboxRow.key == mailbox.key))
    if row is None or (row.looked_at is not None and clock() - row.looked_at < LOOK_EVERY):
        return False
    opened = open_mailbox(mailbox)
    try:
        condition = opened.condition()
    finally:
        opened.close()
    with database.writing() as session:
        row = session.get_one(MailboxRow, row.id)
        row.quota_used, row.quota_room = condition.used, condition.room
        row.certificate_until, row.looked_at = condition.certificate_until, clock()
    return True
