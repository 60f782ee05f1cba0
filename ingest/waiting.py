"""Ingest's second job: read the letters that wait. May run twice at once; each letter is settled once.

While one letter is drafted here, the parts of the next one are synced and the one after that is read by the child:
neither the disk nor the second core is left idle. Letters are drafted in the order in which they came, for a corrected
version follows what it corrects.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ingest.draft import draft, store_parts
from ingest.reading import Reading
from ingest.sandbox import Reader
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.errors import BlobMissingError, ReadingFailedError
from tinbai.message import Message, MessageStatus, unread
from tinbai.site import Site
from tinbai.site_loading import data_of
from tinbai.workflow import Fate, settle

MOST_ATTEMPTS = 3
AHEAD = 2  # letters begun behind the one in hand: one is read while the other's parts are synced
READ_LEASE = timedelta(minutes=3)  # on top of the time that two readings of each of them may take
LETTERS_A_PASS = 20

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class _Claimed:
    """A letter that nobody else reads now."""

    message: Message
    site: Site


@dataclass(frozen=True, kw_only=True)
class _Begun:
    """A claimed letter that is being read: its reading will come, or an error."""

    claimed: _Claimed
    reading: Future[Reading]


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

    The letter in hand is always finished; those behind it are put back as if they had not been begun. An attempt is
    counted and committed before the reading begins, so a letter that kills the process is given up after three.
    """
    waiting = _Waiting(config, database, clock)
    begun: deque[_Begun] = deque()
    settled = 0
    with ThreadPoolExecutor(max_workers=AHEAD, thread_name_prefix="reading") as ahead:

        def begin_more() -> None:
            while len(begun) <= AHEAD and not stopping() and (claimed := waiting.claim()) is not None:
                begun.append(_Begun(claimed=claimed, reading=ahead.submit(_read, config, blobs, reader, claimed)))

        begin_more()
        while begun:
            in_hand = begun.popleft()
            settled += _settled(config, database, in_hand, clock)
            progress(in_hand.claimed.message)
            begin_more()
            if stopping():
                _let_go(database, [one.claimed.message.id for one in begun])
                break
    return settled


class _Waiting:
    """The letters that wait, oldest first, claimed one by one."""

    def __init__(self, config: Config, database: Database, clock: Clock) -> None:
        self._keys = [site.key for site in config.sites]
        self._lease = timedelta(seconds=2 * (1 + AHEAD) * config.limits.wall_seconds) + READ_LEASE
        self._database, self._clock = database, clock
        self._ids: list[int] = []
        self._sites: dict[int, Site] = {}

    def claim(self) -> _Claimed | None:
        """The next letter, its attempt counted and its lease taken; None when none waits."""
        while self._ids or self._look():
            message = _claim(self._database, self._ids.pop(0), self._lease, self._clock)
            if message is not None:
                return _Claimed(message=message, site=self._sites[message.site_id])
        return None

    def _look(self) -> bool:
        with self._database.reading() as session:
            sites = session.scalars(select(Site).where(Site.key.in_(self._keys)))
            self._sites = {site.id: site for site in sites}
            query = unread(self._clock(), LETTERS_A_PASS, self._sites).with_only_columns(Message.id)
            self._ids = list(session.scalars(query))
        return bool(self._ids)


def _claim(database: Database, message_id: int, lease: timedelta, clock: Clock) -> Message | None:
    """Count the attempt and take the lease; None when somebody else was faster or the attempts are used up."""
    at = clock()
    free = Message.lease_until.is_(None) | (Message.lease_until < at)
    with database.writing() as session:
        message = session.scalar(
            update(Message)
            .where(Message.id == message_id, Message.status == MessageStatus.RECEIVED, free)
            .where(Message.attempts < MOST_ATTEMPTS)
            .values(attempts=Message.attempts + 1, lease_until=at + lease)
            .returning(Message)
        )
        if message is None:
            _give_up(session, message_id, clock)
        return message


def _give_up(session: Session, message_id: int, clock: Clock) -> None:
    """A letter whose reader died as often as is allowed is set down as failed."""
    message = session.get_one(Message, message_id)
    if message.status is MessageStatus.RECEIVED and message.attempts >= MOST_ATTEMPTS:
        settle(session, message, Fate.FAIL, by=None, at=clock(), reason=message.reason or "Đọc ba lần không xong.")


def _read(config: Config, blobs: Blobs, reader: Reader, claimed: _Claimed) -> Reading:
    """A letter's reading, the parts of the letter on disk."""
    with blobs.opened(claimed.message.sha256) as letter:
        reading = reader.read(letter, site=data_of(claimed.site), limits=config.limits)
    store_parts(reading, blobs)
    return reading


def _settled(config: Config, database: Database, begun: _Begun, clock: Clock) -> bool:
    """Wait for the reading of a claimed letter and draft it; False when it is to be tried again."""
    message, site = begun.claimed.message, begun.claimed.site
    try:
        reading = begun.reading.result()
        with database.writing() as session:
            current = session.get_one(Message, message.id)
            articles = draft(
                session, current, reading, data=data_of(site), site=config.site(site.key),
                sender=config.smtp.sender, at=clock(),
            )  # fmt: skip
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


def _let_go(database: Database, message_ids: Sequence[int]) -> None:
    """End claims that came to nothing through no fault of the letters."""
    with database.writing() as session:
        session.execute(
            update(Message)
            .where(Message.id.in_(message_ids), Message.status == MessageStatus.RECEIVED)
            .values(attempts=Message.attempts - 1, lease_until=None)
        )
