"""An office on a disk that is filled, step by step, under a program that goes on running.

In its own mount name space the disk is a small tmpfs, filled with ballast; where nobody may mount, the kernel refuses
to let any file grow beyond a limit, as a quota does. At each step letters come in, with less room each time; then there
is room again, and the same process goes on. Prints a line of JSON for each step: what was wrong.
"""

import json
import logging
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from ingest.run import poll
from ingest.waiting import read_waiting
from tests.integration.broken_steps import VARIANTS
from tests.integration.duplicates import named, with_files
from tests.integration.killed_pollers import ReaderHere
from tests.integration.step_office import StepOffice, SteppingMailbox
from tests.integration.steps import Steps
from tests.rows import NOON
from tinbai.blobs import Blobs
from tinbai.delivery import MailboxRow
from tinbai.errors import TinbaiError
from tinbai.message import Message, MessageStatus

STEPS = 25
TAKEN = (MessageStatus.DRAFTED, MessageStatus.JOINED)
DISK_BYTES = 32_000_000
LETTERS = 4
NEEDED_BYTES = {
    "ballast": 1_200_000,
    "roomy": 700_000,
    "limit": 4_000_000,
}  # enough for a step's letters; for the whole database


@contextmanager
def by_ballast(folder: Path, room: int) -> Iterator[None]:
    """`room` bytes are free in the block."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file, suppress(OSError):
        while (free := shutil.disk_usage(folder).free) > room:
            file.write(b"\0" * min(65_536, free - room))
            file.flush()
    yield
    ballast.unlink()


@contextmanager
def by_limit(folder: Path, room: int) -> Iterator[None]:
    """No file grows beyond `room` bytes in the block; the database is the largest."""
    del folder
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# "roomy": the database has room of its own, so that it is the letters' files that find none.
WAYS = {"ballast": by_ballast, "roomy": by_ballast, "limit": by_limit}


class Trial:
    """One program on one disk: its database and its blobs stay open from step to step."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        self.office = StepOffice(folder=folder)
        self.office.found(migrated)
        self.database, self.blobs = self.office.database(), Blobs(folder / "blobs")
        self.mailbox = SteppingMailbox(office=self.office, steps=Steps(folder))
        self.at = NOON

    def give_the_database_room(self) -> None:
        """What it once used it keeps for itself."""
        for statement in ("CREATE TABLE room AS SELECT randomblob(5000000)", "DROP TABLE room"):
            with self.database.writing() as session:
                session.execute(text(statement))

    def new_letters(self) -> None:
        """Some of 20 to 80 kB more in the mailbox."""
        for number in range(1, LETTERS + 1):
            uid = len(self.mailbox.letters) + 1
            content = b"%%PDF-1.7\n%d" % uid * 1_500 * number
            message_id = named(b"<%d@songmau.example>" % uid)
            self.mailbox.letters[uid] = with_files([("ke-hoach.pdf", content)], message_id)

    def statuses(self) -> set[tuple[MessageStatus, int]]:
        """Where the letters stand, and how many attempts are counted."""
        with self.database.reading() as session:
            return {(message.status, message.attempts) for message in session.scalars(select(Message))}

    def trouble(self) -> str | None:
        """What is written down with the mailbox."""
        with self.database.reading() as session:
            return session.scalars(select(MailboxRow.error)).one()

    def go_on(self) -> list[str]:
        """A poll and a reading pass, when every lease has ended; the errors that ended them."""
        self.at += timedelta(hours=1)
        config = self.office.config
        (site,) = config.sites

        def clock() -> datetime:
            return self.at

        def receive() -> None:
            box = site.mailboxes[0]
            poll(config, site, box, self.database, self.blobs, clock=clock, open_mailbox=lambda _: self.mailbox)

        def read() -> None:
            read_waiting(config, self.database, self.blobs, ReaderHere(), clock=clock)

        return [error for job in (receive, read) if (error := ended_by(job))]

    def wrong_at(self, step: int, way: str) -> dict[str, object]:
        """Fill the disk and go on; make room and go on again."""
        room = 4_096 + (NEEDED_BYTES[way] - 4_096) * (STEPS - 1 - step) // (STEPS - 1)
        self.new_letters()
        with WAYS[way](self.office.folder, room):
            errors = self.go_on()
            wrong = self.office.unsafe()
        wrong += [f"with room again: {error}" for error in self.go_on()]
        wrong += self.office.unsafe()
        with self.database.reading() as session:
            left = session.scalars(select(Message.status)).all()
        if len(left) != len(self.mailbox.letters) or set(self.office.told()) != set(self.mailbox.letters):
            wrong.append("not every letter is here")
        wrong += [f"left as {status}" for status in left if status not in TAKEN]
        return {"step": step, "room": room, "errors": errors, "wrong": wrong}


def ended_by(job: Callable[[], None]) -> str:
    try:
        job()
    except (OSError, SQLAlchemyError, TinbaiError) as error:
        return type(error).__name__
    return ""


def main() -> None:
    """Make the disk, and go from plenty of room to none."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    folder, migrated, way, variant = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    every = int(sys.argv[5])
    if way != "limit":
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "none", str(folder)], check=True)
    with VARIANTS[variant]():
        trial = Trial(folder / "office", migrated)
        if way == "roomy":
            trial.give_the_database_room()
        for step in range(0, STEPS, every):
            sys.stdout.write(json.dumps(trial.wrong_at(step, way)) + "\n")


if __name__ == "__main__":
    main()
