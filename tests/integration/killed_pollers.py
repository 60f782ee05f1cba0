"""Pollers that are killed at random moments, one after another, until a number of them have died.

Each receives what is in the mailbox of a configuration and reads what waits, and is killed with SIGKILL after some
5 to 500 milliseconds. They are forked from this process, which has everything imported. Asks with a line on standard
output for the next letters before each of them, and waits for a line on standard input.
"""

import logging
import os
import random
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import structlog

from ingest.read import read
from ingest.reading import Reading
from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from tests.integration import broken_steps
from tinbai.clock import now
from tinbai.limits import Limits
from tinbai.office import office
from tinbai.site_data import SiteData

SHORTEST, LONGEST = 0.005, 0.5
MISTAKEN_SECONDS = 1.5  # the longest life with a deliberate mistake, and its pause: it comes that far and no further
LEASES_END = timedelta(hours=1)


class ReaderHere(Reader):
    """Reads in this process, so that a death hits everything."""

    def read(self, letter: bytes | BinaryIO, *, site: SiteData | None, **_: object) -> Reading:
        return read(letter if isinstance(letter, bytes) else letter.read(), site=site, limits=Limits())


def one_pass(config: Path, after: timedelta) -> None:
    """Receive and read, by a clock that goes ahead by `after`: the leases of the dead have ended."""

    def clock() -> datetime:
        return now() + after

    with office(config) as opened:
        for site, mailbox in opened.mailboxes():
            poll(opened.config, site, mailbox, opened.database, opened.blobs, clock=clock)
        read_waiting(opened.config, opened.database, opened.blobs, ReaderHere(), clock=clock)


def die_after(seconds: float, config: Path, after: timedelta) -> bool:
    """Whether it was killed before it had done everything."""
    child = os.fork()
    if child == 0:
        one_pass(config, after)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def main() -> None:
    """Let as many die as are asked for; then one lives."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    config, kills, seed, variant = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    broken_steps.PAUSE_SECONDS = MISTAKEN_SECONDS
    longest = LONGEST if variant == "none" else MISTAKEN_SECONDS
    chance, killed, started = random.Random(seed), 0, 0
    with broken_steps.VARIANTS[variant]():
        while killed < kills:
            sys.stdout.write(f"{killed}\n")
            sys.stdout.flush()
            sys.stdin.readline()
            started += 1
            killed += die_after(chance.uniform(SHORTEST, longest), config, LEASES_END * started)
        one_pass(config, LEASES_END * (started + 1))
    sys.stdout.write(f"done {started}\n")


if __name__ == "__main__":
    main()
