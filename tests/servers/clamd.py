"""A real ClamAV daemon with a data base of one signature, made here: no update is ever fetched."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers.program import as_ordinary_user, find_program, give_away, running, server_folder
from tinbai.clamd import Clamd
from tinbai.config_scanner import ScannerConfig
from tinbai.errors import ScannerError

MALWARE = b"TINBAI-MA-DOC-THU-NGHIEM"  # what the signature looks for, anywhere in a file
LARGEST = 3_000_000  # bytes that it takes


@dataclass(frozen=True, kw_only=True)
class ClamdServer:
    """A daemon that can be started and stopped; its socket lies in `folder`."""

    program: str
    folder: Path

    @property
    def address(self) -> str:
        """As the configuration names it."""
        return f"unix:{self.folder}/clamd.ctl"

    @contextmanager
    def started(self) -> Iterator[None]:
        """Running until the end of the block."""
        command = [self.program, "--foreground", f"--config-file={self.folder}/clamd.conf"]
        with running(as_ordinary_user(command), log=self.folder / "log", ready=self._answers):
            yield

    def _answers(self) -> bool:
        try:
            Clamd(ScannerConfig(address=self.address, timeout_seconds=5)).ping()
        except ScannerError:
            return False
        return True


@pytest.fixture
def clamd_server() -> Iterator[ClamdServer]:
    """One that is not started yet."""
    program = find_program("clamd", package="clamav-daemon")
    with server_folder("clamd") as folder:
        bases = folder / "bases"
        bases.mkdir()
        (bases / "thu.ndb").write_text(f"Thu.Nghiem:0:*:{MALWARE.hex()}\n", encoding="ascii")
        (folder / "clamd.conf").write_text(
            f"LocalSocket {folder}/clamd.ctl\nDatabaseDirectory {bases}\nStreamMaxLength {LARGEST}\n"
            "MaxThreads 4\nConcurrentDatabaseReload no\nSelfCheck 0\n",
            encoding="ascii",
        )
        for path in (bases, *bases.iterdir(), folder / "clamd.conf"):
            give_away(path)
        yield ClamdServer(program=program, folder=folder)


@pytest.fixture
def clamd(clamd_server: ClamdServer) -> Iterator[str]:
    """The address of one that runs."""
    with clamd_server.started():
        yield clamd_server.address
