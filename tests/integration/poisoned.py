"""Processes that read what waits in a folder's office, one after another, as a supervisor starts a program that died.

A letter with POISON in it kills whoever begins to read it: the whole program, and not a child that could be mourned.
Prints how many died; the last one lived. "beside" and "uncounted" are programs with a mistake.
"""

import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO
from unittest import mock

import structlog
from sqlalchemy import select, update

from ingest import waiting
from ingest.read import read
from ingest.reading import Reading
from ingest.sandbox import Reader
from tests.rows import NOON
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database, connect
from tinbai.limits import Limits
from tinbai.message import Message
from tinbai.site import Site
from tinbai.site_data import SiteData

POISON = b"X-Poison: yes\r\n"
SLOW_SECONDS = 0.2  # as a bomb is: the letters behind it are begun meanwhile
SITE_DATA = 'name = "Trang thông tin điện tử xã An Mẫu"\nhold_unknown = false\n'


class Mortal(Reader):
    """Reads where it is asked, and dies of poison."""

    def read(self, letter: bytes | BinaryIO, *, site: SiteData | None, **_: object) -> Reading:
        raw = letter if isinstance(letter, bytes) else letter.read()
        if POISON in raw:
            time.sleep(SLOW_SECONDS)
            os.kill(os.getpid(), signal.SIGKILL)
        return read(raw, site=site, limits=Limits())


@contextmanager
def beside() -> Iterator[None]:
    """Letters that were tried before are begun beside others."""
    claim = waiting._Waiting.claim
    with mock.patch.object(waiting._Waiting, "claim", lambda self, _begun: claim(self, ())):
        yield


@contextmanager
def uncounted() -> Iterator[None]:
    """The attempts of those who died are forgotten."""
    look = waiting._Waiting._look

    def forgetting(self: Any) -> bool:
        with self._database.writing() as session:
            session.execute(update(Message).values(attempts=0))
        return look(self)

    with mock.patch.object(waiting._Waiting, "_look", forgetting):
        yield


VARIANTS = {"none": mock.patch.dict({}), "beside": beside(), "uncounted": uncounted()}


def config_of(folder: Path, database: Database) -> Config:
    """The one site of the test; it holds no letter for its sender alone."""
    with database.writing() as session:
        session.scalars(select(Site)).one().data = SITE_DATA
    site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung"}]}
    return Config.model_validate({"root": folder, "sites": [site], "blobs": {"free_bytes": 0}})


def read_all(folder: Path, deaths: int) -> None:
    """In a child: everything that waits, at a time when the leases of those who died have ended."""
    at = NOON + timedelta(hours=deaths)
    database = connect(f"sqlite:///{folder}/tinbai.db")
    config = config_of(folder, database)
    waiting.read_waiting(config, database, Blobs(folder / "blobs"), Mortal(), clock=lambda: at)


def main() -> None:
    """Start them until one lives."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    folder, variant, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with VARIANTS[variant]:
        for deaths in range(most):
            child = os.fork()
            if child == 0:
                read_all(folder, deaths)
                os._exit(0)
            if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
                sys.stdout.write(f"{deaths}\n")
                return
    sys.stdout.write(f"{most}\n")


if __name__ == "__main__":
    main()
