"""What runs when. APScheduler ends at this file.

One table, one scheduler, in one process. Every job may run twice without harm, never runs twice at once, and what
was missed while the machine slept is made up for once. When somebody stops the program, the letter in hand is
finished and nothing new is begun.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from publish.opened import open_portals
from publish.portal import Portal
from publish.run import publish_due
from tinbai.clock import VIETNAM, Clock, now
from tinbai.config import MailboxConfig, SiteConfig
from tinbai.errors import TinbaiError
from tinbai.housekeeping import sweep
from tinbai.office import Office
from tinbai.sending import send_waiting

log = structlog.get_logger()
SPARE_THREADS = 4
MOST_POLLERS = 8


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the timetable."""

    name: str
    every: timedelta
    job: Callable[[], object]
    at_once: bool = True  # run when the program starts; else after the first interval


class Timetable:
    """The running timetable. `stop()` waits for the jobs in hand."""

    def __init__(self, office: Office, reader: Reader, *, clock: Clock = now) -> None:
        self._stopping = threading.Event()
        self._entries = entries(office, reader, stopping=self._stopping.is_set, clock=clock)
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
                _guarded, "interval", args=[entry], id=entry.name, seconds=entry.every.total_seconds(),
                next_run_time=now() + (timedelta() if entry.at_once else entry.every),
            )  # fmt: skip
        self._scheduler.start()

    def stop(self) -> None:
        """Begin nothing new and wait for what is running."""
        self._stopping.set()
        self._scheduler.shutdown(wait=True)


def entries(office: Office, reader: Reader, *, stopping: Callable[[], bool], clock: Clock) -> tuple[Entry, ...]:
    """The timetable itself."""
    config, database, blobs = office.config, office.database, office.blobs
    often = config.timetable
    portals = open_portals(config)

    def poller(site: SiteConfig, mailbox: MailboxConfig) -> Callable[[], object]:
        return lambda: poll(config, site, mailbox, database, blobs, clock=clock, stopping=stopping)

    return (
        *(
            Entry(name=f"poll {site.key}/{box.key}", every=_seconds(often.poll_seconds), job=poller(site, box))
            for site, box in office.mailboxes()
        ),
        Entry(
            name="read letters",
            every=_seconds(often.read_seconds),
            job=lambda: read_waiting(config, database, blobs, reader, clock=clock, stopping=stopping),
        ),
        Entry(
            name="publish",
            every=_seconds(often.publish_seconds),
            job=lambda: publish_due(database, portals, blobs, clock=clock, stopping=stopping),
        ),
        Entry(
            name="send letters",
            every=_seconds(often.outbox_seconds),
            job=lambda: send_waiting(database, config.smtp, clock=clock),
        ),
        Entry(
            name="housekeeping",
            every=_seconds(often.housekeeping_seconds),
            job=lambda: _tidy(office, portals.values(), clock),
            at_once=False,  # after a restore, letters are fetched again before anything is swept
        ),
    )


def _tidy(office: Office, portals: Iterable[Portal], clock: Clock) -> None:
    keep = timedelta(days=office.config.blobs.keep_days)
    sweep(office.database, office.blobs, keep=keep, clock=clock)
    for portal in portals:
        portal.sweep_media(clock() - keep)


def _guarded(entry: Entry) -> None:
    """Run one job. An error ends this run of it, is logged, and never the timetable."""
    try:
        entry.job()
    except TinbaiError as error:
        log.warning("job failed", job=entry.name, error=str(error), retryable=error.retryable)
    except Exception:
        log.exception("job broke", job=entry.name)


def _seconds(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)
