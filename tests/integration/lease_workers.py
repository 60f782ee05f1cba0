"""Two who receive and read, and two who publish, at one office at the same time; any can be made to stand still.

They are processes of their own, forked from this one, with leases of LEASE. A line of JSON on standard input, with the
number of one of them, makes it stand still (SIGSTOP) at one of its next steps (`tests/integration/steps.py`), for as
long as is said; meanwhile the others go on and take over what it had. How it went is answered in a line. The line
"end" ends them all.
"""

import json
import logging
import mmap
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import structlog
from sqlalchemy.exc import SQLAlchemyError

from ingest import run, waiting
from ingest.overtaking import MOST_SLOW
from publish import claim, one, record
from publish.due import PortalKey
from publish.portals import open_portal
from publish.portals.reference.portal import ReferencePortal
from publish.run import publish_due
from tests.integration import broken_steps
from tests.integration.step_office import ReaderHere
from tests.integration.steps import Steps
from tests.pictures_here import decode_here
from tests.publish.killed_publisher import CarelessPortal
from tinbai import db
from tinbai.clock import now
from tinbai.config_scanner import ScannerConfig
from tinbai.errors import TinbaiError
from tinbai.limits import Limits
from tinbai.office import Office, office

LEASE = timedelta(seconds=2)
POLLERS, PUBLISHERS = (0, 1), (2, 3)
WITHIN_SECONDS = 1.5  # it comes to a step, or stands still where it is
FARTHEST = 40  # steps
WANTED, FOUND = 8, 512  # places in a worker's memory: the step to stand still at, and the one where it does
PAGE = 1024


class Stopping(Steps):
    """Stands still when the memory that it shares with its parent says so, and writes down where."""

    def __init__(self, root: Path, memory: mmap.mmap) -> None:
        super().__init__(root)
        self._memory = memory

    def reached(self, name: str) -> None:
        with self._lock:
            left, memory = self._memory[0], self._memory
            wanted = memory[WANTED:FOUND].rstrip(b"\0").decode()
            if not left or not name.startswith(wanted):
                return
            memory[0] = left - 1
            if left == 1:
                memory[FOUND:PAGE] = name.encode()[: PAGE - FOUND].ljust(PAGE - FOUND, b"\0")
                signal.pthread_kill(threading.get_ident(), signal.SIGSTOP)  # this thread goes no step further


def poller(opened: Office, steps: Stopping, _variant: str) -> Callable[[], None]:
    reader = ReaderHere(steps)

    def one_pass() -> None:
        for site, mailbox in opened.mailboxes():
            run.poll(opened.config, site, mailbox, opened.database, opened.blobs, clock=now)
        waiting.read_waiting(opened.config, opened.database, opened.blobs, reader, clock=now)

    return one_pass


def publisher(opened: Office, steps: Stopping, variant: str) -> Callable[[], None]:
    portals = {}
    for site, config in opened.portals():
        portal = open_portal(config, opened.config.root)
        assert isinstance(portal, ReferencePortal)
        careless = CarelessPortal(portal.config, portal.engine, portal.media_path)
        portals[PortalKey(site.key, config.key)] = careless if variant == CARELESS else portal

    def one_pass() -> None:
        publish_due(
            opened.database, portals, opened.blobs, clock=now, reached=lambda point: steps.reached(f"point {point}")
        )

    return one_pass


CARELESS = "publishes without looking"


@contextmanager
def publishes_without_looking() -> Iterator[None]:
    """Nobody asks, before the portal's commit, whether the publication is still his; nor the portal for its key."""
    with mock.patch.object(one, "fence"):
        yield


VARIANTS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    **broken_steps.VARIANTS,
    CARELESS: publishes_without_looking,
}


def short_leases() -> AbstractContextManager[Any]:
    """Every lease lasts LEASE, and what could not be done is tried again soon."""
    seconds = 2 * (1 + waiting.AHEAD + MOST_SLOW) * Limits().wall_seconds + ScannerConfig().letter_seconds
    reading = timedelta(seconds=seconds)
    stack, soon = ExitStack(), timedelta(seconds=0.5)
    for module, name, value in (
        (run, "POLL_LEASE", LEASE), (waiting, "READ_LEASE", LEASE - reading), (claim, "LEASE", LEASE),
        (record, "FIRST_DELAY", soon), (record, "LONGEST_DELAY", soon), (db, "LOCK_SECONDS", 1),
    ):  # fmt: skip
        stack.enter_context(mock.patch.object(module, name, value))
    return stack


def work(config: Path, number: int, memory: mmap.mmap, variant: str) -> None:
    """Pass after pass, until the parent says that it is the end. What a locked database refuses is tried again."""
    with short_leases(), VARIANTS[variant](), opened_in_time(config) as opened:
        assert opened.config.limits.wall_seconds == Limits().wall_seconds
        steps = Stopping(config.parent, memory)
        one_pass = (poller if number in POLLERS else publisher)(opened, steps, variant)
        with steps.watched():
            while not memory[1]:
                try:
                    one_pass()
                except (TinbaiError, SQLAlchemyError, OSError):
                    time.sleep(0.1)
                time.sleep(0.1)


@contextmanager
def opened_in_time(config: Path) -> Iterator[Office]:
    """The office, as soon as nobody keeps its database locked."""
    with ExitStack() as stack:
        while True:
            try:
                opened = stack.enter_context(office(config))
                break
            except SQLAlchemyError:
                time.sleep(0.1)
        yield opened


class Worker:
    """One of them, as its parent sees it."""

    def __init__(self, config: Path, number: int, variant: str) -> None:
        self._memory = mmap.mmap(-1, PAGE)
        self._child = os.fork()
        if self._child == 0:
            failed = True
            try:
                work(config, number, self._memory, variant)
                failed = False
            except BaseException:  # noqa: BLE001 - whatever it was, it is told and the child ends
                traceback.print_exc()
            finally:
                os._exit(failed)

    def stand_still(self, seconds: float, count: int, at: str) -> str:
        """Let it come to its `count`-th step from now, one that begins with `at`; where it stood."""
        memory = self._memory
        memory[WANTED:PAGE] = at.encode().ljust(PAGE - WANTED, b"\0")
        memory[FOUND:PAGE] = bytes(PAGE - FOUND)
        memory[0] = count
        until = time.monotonic() + (60 if at else WITHIN_SECONDS)
        while not (stopped := self._waited(os.WNOHANG)) and time.monotonic() < until:
            time.sleep(0.01)
        if not stopped:
            memory[0] = 0
            os.kill(self._child, signal.SIGSTOP)
            self._waited(0)
        where = memory[FOUND:PAGE].rstrip(b"\0").decode() or "between steps"
        time.sleep(seconds)
        memory[0] = 0
        os.kill(self._child, signal.SIGCONT)
        return where

    def end(self) -> int:
        """Its exit status."""
        self._memory[1] = 1
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def _waited(self, flags: int) -> bool:
        child, status = os.waitpid(self._child, os.WUNTRACED | flags)
        if child and not os.WIFSTOPPED(status):
            raise RuntimeError(f"a worker ended: {os.waitstatus_to_exitcode(status)}")
        return bool(child)


def main() -> None:
    """Serve until the end."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    config, seed, variant = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    decode_here()
    chance = random.Random(seed)
    workers = [Worker(config, number, variant) for number in (*POLLERS, *PUBLISHERS)]
    for line in sys.stdin:
        if line.strip() == "end":
            break
        job = json.loads(line)
        count = 1 if job["at"] else chance.randint(1, FARTHEST)
        answer(workers[job["worker"]].stand_still(job["seconds"], count, job["at"]))
    answer(f"ended {[worker.end() for worker in workers]}")


def answer(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
