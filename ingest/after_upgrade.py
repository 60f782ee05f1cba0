"""Letters that an earlier version of the program gave up are read again by this one, once."""

from sqlalchemy import select

from tinbai import __version__
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.message import Message, MessageStatus
from tinbai.workflow import Fate, settle

LETTERS_A_PASS = 200
REASON = "Đọc lại sau khi nâng cấp chương trình."


def retry_after_upgrade(database: Database, *, clock: Clock) -> bool:
    """Put failed letters of other versions back among those that wait; True when there were any.

    In one transaction. One that fails again is this version's, and stays until the next.
    """
    with database.writing() as session:
        other = Message.failed_version.is_distinct_from(__version__)
        query = select(Message).where(Message.status == MessageStatus.FAILED, Message.stored, other)
        failed = session.scalars(query.order_by(Message.id).limit(LETTERS_A_PASS)).all()
        for message in failed:
            settle(session, message, Fate.REPROCESS, by=None, at=clock(), reason=REASON)
            message.attempts = 0
    return bool(failed)
