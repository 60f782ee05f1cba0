"""Ingest's second job: read the letters that wait. May run twice at once; each letter is settled once.

While one letter is drafted here, the parts of the next one are synced and the one after that is read by the child:
neither the disk nor the second core is left idle. Letters are drafted in the order in which they came, for a corrected
version follows what it corrects; only one that takes long is overtaken (`ingest/overtaking.py`).
"""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

import structlog
from sqlalchemy import and_, bindparam, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from ingest.draft import draft, store_parts
from ingest.overtaking import MOST_SLOW, Overtaking, has_room, is_slow
from ingest.reading import Reading
from ingest.sandbox import Reader
from ingest.scanning import scanned
from tinbai.blobs import Blobs
from tinbai.clamd import Clamd
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.errors import BlobMissingError, ReadingFailedError, ScannerError
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
    """A letter that nobody else reads now. `suspect`: whoever read it before has died."""

    message: Message
    site: Site
    suspect: bool


@dataclass(frozen=True, kw_only=True)
class _Begun:
    """A claimed letter that is being read: its reading will come, or an error."""

    claimed: _Claimed
    reading: Future[Reading]
    since: float = field(default_factory=monotonic)

    @property
    def sha256(self) -> str:
        """Of the letter's bytes."""
        return self.claimed.message.sha256


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

    The letter in hand is always finished, unless it takes long; the others are put back as if not begun. An attempt is
    counted and committed before the reading begins, so a letter that kills the process is given up after three.
    Raises OSError, OperationalError or ScannerError when the disk, the database or the virus scanner fails; no letter
    is blamed for it. Nothing is begun while the scanner does not answer.
    """
    if not _scanner_answers(config):
        return 0
    waiting = _Waiting(config, database, clock)
    order = Overtaking(blobs)
    begun: list[_Begun] = []
    settled = 0
    ahead = ThreadPoolExecutor(max_workers=AHEAD + MOST_SLOW, thread_name_prefix="reading")

    def begin_more() -> None:
        while has_room(begun, 1 + AHEAD) and not stopping() and (claimed := waiting.claim(begun)) is not None:
            begun.append(_Begun(claimed=claimed, reading=ahead.submit(_read, config, blobs, reader, claimed)))

    try:
        begin_more()
        while begun:
            in_hand = order.next_of(begun)
            if in_hand is not None:
                begun.remove(in_hand)
                settled += _settled(config, database, in_hand, clock)
                progress(in_hand.claimed.message)
            if stopping() and (in_hand is not None or is_slow(begun[0])):
                break
            begin_more()
    finally:
        leaving = stopping() and any(map(is_slow, begun))  # a slow one ends with the reader
        ahead.shutdown(wait=not leaving, cancel_futures=True)
        if begun:
            _let_go(database, [one.claimed.message.id for one in begun])
    return settled


class _Waiting:
    """The letters that wait, oldest first, claimed one by one."""

    def __init__(self, config: Config, database: Database, clock: Clock) -> None:
        self._keys = [site.key for site in config.sites]
        seconds = 2 * (1 + AHEAD + MOST_SLOW) * config.limits.wall_seconds + config.scanner.letter_seconds
        self._lease = timedelta(seconds=seconds) + READ_LEASE
        self._database, self._clock = database, clock
        self._ids: list[tuple[int, bool]] = []  # with whether it is suspect
        self._sites: dict[int, Site] = {}

    def claim(self, begun: Collection[_Begun]) -> _Claimed | None:
        """The next letter, its attempt counted and its lease taken; None when none may be begun beside `begun`.

        A letter whose reader has died is read alone: if it kills again, those beside it would be taken for its
        accomplices, and be given up with it.
        """
        if any(one.claimed.suspect for one in begun):
            return None
        while self._ids or self._look():
            message_id, suspect = self._ids[0]
            if begun and suspect:
                return None
            del self._ids[0]
            message = _claim(self._database, message_id, self._lease, self._clock)
            if message is not None:
                return _Claimed(message=message, site=self._sites[message.site_id], suspect=suspect)
        return None

    def _look(self) -> bool:
        with self._database.reading() as session:
            sites = session.scalars(select(Site).where(Site.key.in_(self._keys)))
            self._sites = {site.id: site for site in sites}
            died = and_(Message.attempts > 0, Message.lease_until.is_not(None))
            query = unread(self._clock(), LETTERS_A_PASS, self._sites).with_only_columns(Message.id, died)
            self._ids = [(message_id, bool(suspect)) for message_id, suspect in session.execute(query)]
        return bool(self._ids)


def _claim(database: Database, message_id: int, lease: timedelta, clock: Clock) -> Message | None:
    """Count the attempt and take the lease; None when somebody else was faster or the attempts are used up."""
    at = clock()
    with database.writing() as session:
        message = session.scalar(_CLAIM, {"message": message_id, "now": at, "until": at + lease})
        if message is None:
            _give_up(session, message_id, clock)
        return message


_CLAIM = (  # built once: it is done for every letter
    update(Message)
    .where(Message.id == bindparam("message"), Message.status == MessageStatus.RECEIVED)
    .where(Message.lease_until.is_(None) | (Message.lease_until < bindparam("now")))
    .where(Message.attempts < MOST_ATTEMPTS)
    .values(attempts=Message.attempts + 1, lease_until=bindparam("until"))
    .returning(Message)
    .execution_options(synchronize_session=False)  # nothing was read before
)


def _give_up(session: Session, message_id: int, clock: Clock) -> None:
    """A letter whose reader died as often as is allowed is set down as failed."""
    message = session.get_one(Message, message_id)
    if message.status is MessageStatus.RECEIVED and message.attempts >= MOST_ATTEMPTS:
        settle(session, message, Fate.FAIL, by=None, at=clock(), reason=message.reason or "Đọc ba lần không xong.")


def _scanner_answers(config: Config) -> bool:
    if not config.scanner.address:
        return True
    try:
        Clamd(config.scanner).ping()
    except ScannerError as error:
        log.warning("letters wait for the virus scanner", error=str(error))
        return False
    return True


def _read(config: Config, blobs: Blobs, reader: Reader, claimed: _Claimed) -> Reading:
    """A letter's reading, the parts of the letter on disk."""
    with blobs.opened(claimed.message.sha256) as letter:
        reading = reader.read(letter, site=data_of(claimed.site), limits=config.limits)
        if config.scanner.address:
            reading = scanned(reading, letter, Clamd(config.scanner))
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
                smtp=config.smtp, at=clock(),
            )  # fmt: skip
            log.info("letter read", message=current.id, status=current.status, articles=[one.id for one in articles])
    except ScannerError as error:
        if _scanner_answers(config):  # it is this letter that it cannot bear
            return _put_back(database, message.id, str(error), clock)
        _let_go(database, [message.id])
        raise
    except (OSError, OperationalError):
        # The disk is full, or the database away: no letter's fault. Its lease stays, so that it does not come first in
        # every pass, in case that it is alone too large for what room there is.
        _uncount(database, message.id)
        raise
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


def _uncount(database: Database, message_id: int) -> None:
    with database.writing() as session:
        waits = (Message.id == message_id, Message.status == MessageStatus.RECEIVED)
        session.execute(update(Message).where(*waits).values(attempts=Message.attempts - 1))


def _let_go(database: Database, message_ids: Sequence[int]) -> None:
    """End claims that came to nothing through no fault of the letters."""
    with database.writing() as session:
        session.execute(
            update(Message)
            .where(Message.id.in_(message_ids), Message.status == MessageStatus.RECEIVED)
            .values(attempts=Message.attempts - 1, lease_until=None)
        )
