"""A LibreOffice that stays: started once, it converts up to fifty files, each in a fraction of its starting time.

It belongs to the process that first needs it and ends with that process, however that ends. After a failure, after a
file that took too long, and after fifty files it is killed, and the next one has a fresh profile. `office_bridge.py`
talks to it, run by a Python that has `uno`; where there is none, there is no warm LibreOffice.
"""

import fcntl
import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from ingest.openers.office_profile import office_options, office_pipes
from ingest.openers.programs import PREFIX, end, started, sweep
from tinbai.limits import Limits

_FILES = 50  # of one LibreOffice
_LEAST_MEMORY = 1_000_000_000  # bytes of address space: with less it does not start
_LOWEST_DESCRIPTOR = 10  # the shell in between uses those below
_LONGEST_ANSWER = 10_000  # bytes
_SHORTEST = 0.001  # seconds: with none at all, a socket does not wait, and says something else
_SYSTEM_PYTHON = Path("/usr/bin/python3")
_BRIDGE = Path(__file__).with_name("office_bridge.py")


class LateError(Exception):
    """There was no answer in time, and LibreOffice was killed."""


class NoBridgeError(Exception):
    """No Python on this machine can talk to LibreOffice."""


class Outcome(StrEnum):
    """How a conversion went. `CRASHED`: LibreOffice is gone, which a document that it could read may do to it too."""

    DONE = "done"
    FAILED = "failed"
    CRASHED = "crashed"


@dataclass(frozen=True, kw_only=True)
class Job:
    """A file, and LibreOffice's names of what reads it and what writes it."""

    source: Path
    reader: str
    target: str
    result: Path
    pixels: tuple[int, int] | None = None  # width and height of a picture


class WarmOffice:
    """One LibreOffice with its folder, meant for one thread at a time."""

    def __init__(self, program: str, limits: Limits, *, seconds: float) -> None:
        """Start it and wait until it listens. Raises LateError and NoBridgeError."""
        self.files_left = _FILES
        self.folder = Path(mkdtemp(prefix=PREFIX))
        self._asked, theirs = socket.socketpair()
        with theirs:
            self._process = _started(program, self.folder, theirs, limits)
        self._answers = self._asked.makefile("rb")
        try:
            first = self._answer(seconds)
        except BaseException:
            self.end()
            raise
        if "missing" in first:
            self.end()
            raise NoBridgeError(first["missing"])

    @property
    def is_running(self) -> bool:
        """Whether it has not ended by itself, as it does after some minutes of rest."""
        return self._process.poll() is None

    def convert(self, job: Job, *, seconds: float) -> Outcome:
        """Write the result. Unless that is done, it should not be used again. Raises LateError."""
        self.files_left -= 1
        files = {"source": str(job.source), "result": str(job.result)}
        said = files | {"reader": job.reader, "target": job.target, "pixels": job.pixels}
        try:
            self._asked.settimeout(max(seconds, _SHORTEST))
            self._asked.sendall(json.dumps(said).encode() + b"\n")
        except OSError:
            return Outcome.CRASHED
        return Outcome(self._answer(seconds).get("is", Outcome.CRASHED))

    def end(self) -> None:
        """Kill it, with all that is left of it on the disk."""
        end(self._process)
        self._answers.close()
        self._asked.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        for pipe in office_pipes(self.folder):
            with suppress(OSError):
                pipe.unlink()

    def _answer(self, seconds: float) -> dict[str, str]:
        """What it says next; nothing when it died."""
        self._asked.settimeout(max(seconds, _SHORTEST))
        try:
            said = self._answers.readline(_LONGEST_ANSWER)
        except TimeoutError as error:
            raise LateError from error
        except OSError:
            return {}
        return dict(json.loads(said)) if said else {}


def _started(program: str, folder: Path, theirs: socket.socket, limits: Limits) -> "subprocess.Popen[bytes]":
    descriptor = fcntl.fcntl(theirs, fcntl.F_DUPFD, _LOWEST_DESCRIPTOR)
    try:
        office = [program, *office_options(folder)]
        return started(
            [*offline(), _python(program), "-s", "-B", str(_BRIDGE), str(descriptor), folder.name, *office],
            folder,
            file_bytes=limits.archive_bytes,
            memory_bytes=max(limits.memory_bytes, _LEAST_MEMORY),
            passed=[descriptor],
        )
    finally:
        os.close(descriptor)


def _python(program: str) -> str:
    """The Python that LibreOffice brings along, or else the system's."""
    own = Path(program).resolve().with_name("python")
    return str(own if own.is_file() else _SYSTEM_PYTHON)


@cache
def offline() -> tuple[str, ...]:
    """What a command is prefixed with so that it has no network; nothing where the system does not allow it."""
    ways: Iterable[tuple[str, ...]] = (("unshare", "--net"), ("unshare", "--map-current-user", "--net"))
    for way in ways:
        if shutil.which(way[0]) and subprocess.run([*way, "true"], check=False, capture_output=True).returncode == 0:
            return way
    return ()


class _Kept:
    """The one of this process."""

    office: WarmOffice | None = None
    owner: int | None = None  # the process that started it: a fork of it must not talk to it, nor end it
    is_possible = True
    lock = Lock()


@contextmanager
def warm_office(program: str, limits: Limits, *, seconds: float) -> Iterator[WarmOffice]:
    """This process's LibreOffice, for as long as the block lasts. Raises LateError and NoBridgeError.

    Whatever is raised inside the block ends it.
    """
    with _Kept.lock:
        if not _Kept.is_possible:
            raise NoBridgeError
        try:
            yield _ready(program, limits, seconds)
        except NoBridgeError:
            _Kept.is_possible = False
            raise
        except BaseException:
            drop()
            raise


def _ready(program: str, limits: Limits, seconds: float) -> WarmOffice:
    if _Kept.owner != os.getpid():
        _Kept.office, _Kept.owner = None, os.getpid()
        Finalize(None, drop, exitpriority=1)
    office = _Kept.office
    if office is None or not office.files_left or not office.is_running:
        drop()
        sweep()
        office = _Kept.office = WarmOffice(program, limits, seconds=seconds)
    return office


def drop() -> None:
    """End this process's LibreOffice; the next one is started when it is needed."""
    office, _Kept.office = _Kept.office, None
    if office is not None and _Kept.owner == os.getpid():
        office.end()
