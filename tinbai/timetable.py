"""What runs when. APScheduler ends at this file.

One table, one scheduler, in one process. Every job may run twice without harm, never runs twice at once, and what
was missed while the machine slept is made up for once. When somebody stops the program, the letter in hand is
finished and nothing new is begun.

A job that did something may wake the next at once, and so may a mail server that says by itself that a letter has
come: such a hint only moves a job's time forward, and none is lost while the job runs.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from ingest.after_upgrade import retry_after_upgrade
from ingest.condition import look_after
from ingest.idle import Watcher
from ingest.reread import serve_rereadings
from ingest.run import poll, reconcile
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from publish.due import PortalKey
from publish.late import patience
from publish.opened import open_portals
from publish.page_check import check_pages, checked_portals
from publish.portal import Portal
from publish.run import publish_due
from review.thumbnails import folder_of_copies, sweep_copies
from tinbai.alarming import raise_alarms
from tinbai.announcing import announce
from tinbai.backing_off import Failures, is_away
from tinbai.catching_up import catch_up
from tinbai.clock import VIETNAM, Clock, now
from tinbai.config import MailboxConfig, MailboxKind, SiteConfig
from tinbai.errors import TinbaiError
from tinbai.housekeeping import sweep
from tinbai.memory import give_back
from tinbai.notifying import notify
from tinbai.office import Office
from tinbai.preparing import Preparer
from tinbai.sending import send_waiting

log = structlog.get_logger()
SPARE_THREADS = 5
MOST_POLLERS = 8
LETTERS_A_PASS = 2_000  # then the mailbox is asked anew: what came meanwhile may be wanted first
HOURLY = timedelta(hours=1)  # what is due less often is looked for so often, whenever the program was started
MEMORY_EVERY = timedelta(minutes=1)
PAGES_EVERY = timedelta(seconds=30)
READING = "read letters"
WATCHERS_SECONDS = 5  # who hangs in a log-in by then ends by himself


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the timetable. When the job answers True, the one called `then` is run at once.

    One that `backs_off` is run less and less often while what it asks cannot be reached.
    """

    name: str
    every: timedelta
    job: Callable[[], object]
    at_once: bool = True  # run when the program starts; else after the first interval
    then: str | None = None
    backs_off: bool = False


class Timetable:
    """The running timetable. `stop()` waits for the jobs in hand."""

    def __init__(self, office: Office, reader: Reader, *, clock: Clock = now) -> None:
        self._stopping = threading.Event()
        self._entries = entries(office, reader, stopping=self._stopping.is_set, clock=clock)
        self._lock = threading.Lock()
        self._running: set[str] = set()
        self._again: set[str] = set()
        self._failures = Failures()
        self._watchers = [
            Watcher(box, partial(self.run_now, _poll_name(site, box)))
            for site, box in office.mailboxes()
            if box.idle and box.kind is MailboxKind.IMAP
        ]
        pollers = min(MOST_POLLERS, sum(1 for _ in office.mailboxes()))
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(pollers + SPARE_THREADS)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=VIETNAM,
        )

    def start(self) -> None:
        """Run the jobs now, and then as the table says."""
        for entry in self._entries:
            self._scheduler.add_job(
                self._run, "interval", args=[entry], id=entry.name, seconds=entry.every.total_seconds(),
                next_run_time=now() + (timedelta() if entry.at_once else entry.every),
            )  # fmt: skip
        self._scheduler.start()
        for watcher in self._watchers:
            watcher.start()

    def run_now(self, name: str) -> None:
        """Run a job as soon as may be; one that is running runs once more."""
        with self._lock:  # with `stop`: the scheduler that is being shut down would wait for us, and we for it
            if self._stopping.is_set():
                return
            if name in self._running:
                self._again.add(name)
            else:
                self._scheduler.modify_job(name, next_run_time=now())

    def stop(self) -> None:
        """Begin nothing new and wait for what is running."""
        with self._lock:
            self._stopping.set()
        for watcher in self._watchers:
            watcher.stop()
        deadline = time.monotonic() + WATCHERS_SECONDS
        for watcher in self._watchers:
            watcher.join(deadline - time.monotonic())
        self._scheduler.shutdown(wait=True)

    def _run(self, entry: Entry) -> None:
        with self._lock:
            self._running.add(entry.name)
            self._again.discard(entry.name)
        again = True
        while again:
            did_something, error = _guarded(entry)
            if did_something and entry.then is not None:
                self.run_now(entry.then)
            if entry.backs_off:
                self._back_off(entry, error)
            with self._lock:
                again = entry.name in self._again and not self._stopping.is_set()
                self._again.discard(entry.name)
                if not again:
                    self._running.discard(entry.name)

    def _back_off(self, entry: Entry, error: TinbaiError | None) -> None:
        """Move its next run away while it fails. A hint still runs it at once."""
        if error is None or not is_away(error):
            self._failures.over(entry.name)
            return
        wait = self._failures.wait(entry.name, entry.every, error)
        with self._lock:
            if not self._stopping.is_set():
                self._scheduler.modify_job(entry.name, next_run_time=now() + wait)


def entries(office: Office, reader: Reader, *, stopping: Callable[[], bool], clock: Clock) -> tuple[Entry, ...]:
    """The timetable itself."""
    portals = open_portals(office.config)
    return (
        *(entry for site, box in office.mailboxes() for entry in _of_a_mailbox(office, site, box, stopping, clock)),
        *_of_letters(office, reader, stopping, clock),
        *_of_articles(office, portals, stopping, clock),
        *_of_people(office, clock),
        *_of_the_machine(office, portals, clock),
    )


def _of_a_mailbox(
    office: Office, site: SiteConfig, box: MailboxConfig, stopping: Callable[[], bool], clock: Clock
) -> Iterator[Entry]:
    config, database, blobs = office.config, office.database, office.blobs
    yield Entry(
        name=_poll_name(site, box),
        every=_seconds(config.timetable.poll_seconds),
        job=partial(_poll_all, office, site, box, clock=clock, stopping=stopping),
        then=READING,
        backs_off=True,
    )
    yield Entry(
        name=f"reconcile {site.key}/{box.key}",
        every=HOURLY,
        job=partial(reconcile, config, site, box, database, blobs, clock=clock, stopping=stopping),
        at_once=False,
    )
    yield Entry(
        name=f"look after {site.key}/{box.key}", every=HOURLY, job=partial(look_after, site, box, database, clock=clock)
    )


def _of_letters(office: Office, reader: Reader, stopping: Callable[[], bool], clock: Clock) -> Iterator[Entry]:
    config, database, blobs = office.config, office.database, office.blobs
    often = config.timetable
    yield Entry(
        name="after an upgrade", every=HOURLY, job=partial(retry_after_upgrade, database, clock=clock), then=READING
    )
    yield Entry(
        name=READING,
        every=_seconds(often.read_seconds),
        job=partial(read_waiting, config, database, blobs, reader, clock=clock, stopping=stopping),
    )
    yield Entry(
        name="read anew",
        every=_seconds(often.reread_seconds),
        job=partial(serve_rereadings, config, database, blobs, reader, clock=clock, stopping=stopping),
    )


def _of_articles(
    office: Office, portals: Mapping[PortalKey, Portal], stopping: Callable[[], bool], clock: Clock
) -> Iterator[Entry]:
    config, database, blobs = office.config, office.database, office.blobs
    sides = [portal.longest_photo_side for portal in portals.values()]
    preparer = Preparer(database, blobs, sides=sides, most_pixels=config.limits.pixels, clock=clock)
    yield Entry(
        name="publish",
        every=_seconds(config.timetable.publish_seconds),
        job=partial(publish_due, database, portals, blobs, clock=clock, patience=patience(config), stopping=stopping),
    )
    yield Entry(
        name="check pages",
        every=PAGES_EVERY,
        job=partial(check_pages, database, checked_portals(config), clock=clock, stopping=stopping),
    )
    yield Entry(
        name="pictures", every=_seconds(config.timetable.pictures_seconds), job=partial(preparer.prepare, stopping)
    )
    yield Entry(name="index", every=HOURLY, job=partial(catch_up, database, clock=clock, stopping=stopping))


def _of_people(office: Office, clock: Clock) -> Iterator[Entry]:
    every = _seconds(office.config.timetable.outbox_seconds)
    yield Entry(name="announce", every=every, job=partial(announce, office, clock=clock))
    yield Entry(name="notify", every=every, job=partial(notify, office, clock=clock))
    yield Entry(
        name="send letters", every=every, job=partial(send_waiting, office.database, office.config.smtp, clock=clock)
    )


def _of_the_machine(office: Office, portals: Mapping[PortalKey, Portal], clock: Clock) -> Iterator[Entry]:
    often = office.config.timetable
    yield Entry(
        name="alarms",
        every=_seconds(often.alarm_seconds),
        job=partial(raise_alarms, office, clock=clock),
        at_once=False,  # after a start, every mailbox is asked first
    )
    yield Entry(name="memory", every=MEMORY_EVERY, job=give_back, at_once=False)
    yield Entry(
        name="housekeeping",
        every=_seconds(often.housekeeping_seconds),
        job=partial(_tidy, office, portals.values(), clock),
        at_once=False,  # after a restore, letters are fetched again before anything is swept
    )


def _tidy(office: Office, portals: Iterable[Portal], clock: Clock) -> None:
    keep = timedelta(days=office.config.blobs.keep_days)
    sweep(office.database, office.blobs, keep=keep, clock=clock)
    for portal in portals:
        portal.sweep_media(clock() - keep)
    sweep_copies(folder_of_copies(office.blobs), clock() - keep)


def _poll_name(site: SiteConfig, mailbox: MailboxConfig) -> str:
    return f"poll {site.key}/{mailbox.key}"


def _poll_all(
    office: Office, site: SiteConfig, mailbox: MailboxConfig, *, clock: Clock, stopping: Callable[[], bool]
) -> bool:
    """Pass by pass until nothing waits on the server; whether anything came."""
    came = False
    while True:
        received = poll(
            office.config, site, mailbox, office.database, office.blobs, clock=clock, most=LETTERS_A_PASS,
            stopping=stopping,
        )  # fmt: skip
        came = came or (received is not None and received.stored > 0)
        if received is None or not received.left or stopping():
            return came
        log.info("letters wait on the server", mailbox=f"{site.key}/{mailbox.key}", left=received.left)


def _guarded(entry: Entry) -> tuple[bool, TinbaiError | None]:
    """Run one job; whether it did something, and its error, which ends this run and is logged, never the timetable."""
    try:
        return entry.job() is True, None
    except TinbaiError as error:
        log.warning("job failed", job=entry.name, error=str(error), retryable=error.retryable)
        return False, error
    except Exception:
        log.exception("job broke", job=entry.name)
    return False, None


def _seconds(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)
