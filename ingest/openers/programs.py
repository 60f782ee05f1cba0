"""Foreign programs (LibreOffice, unpackers) and the folders they work in. A folder is swept when its child was killed.

A program runs in a process group of its own, without our environment, within limits of its own.
"""

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

_PREFIX = "tinbai-opening-"
_LEFT_BEHIND = timedelta(days=1)  # no letter is read for so long


@contextmanager
def working_folder() -> Iterator[Path]:
    """A new folder for one file; gone afterwards, unless the process is killed: then `sweep` removes it."""
    with TemporaryDirectory(prefix=_PREFIX) as folder:
        yield Path(folder)


def sweep() -> None:
    """Remove the working folders that killed children of this user left behind more than a day ago."""
    oldest = time.time() - _LEFT_BEHIND.total_seconds()
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another process sweeps as well
            found = folder.lstat()
            if found.st_uid == os.getuid() and found.st_mtime < oldest and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)


def run(
    command: Sequence[str],
    folder: Path,
    *,
    seconds: float,
    file_bytes: int | None = None,
    cpu_seconds: int | None = None,
) -> bool:
    """Run to the end in `folder`; False when it had to be killed. No file may grow beyond `file_bytes`."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _limit(process.pid, {resource.RLIMIT_FSIZE: file_bytes, resource.RLIMIT_CPU: cpu_seconds})
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        _end_group(process)


def _limit(pid: int, limits: dict[int, int | None]) -> None:
    for kind, most in limits.items():
        if most is not None:
            with suppress(ProcessLookupError):
                resource.prlimit(pid, kind, (most, most))


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill what is left of a process that was started with `start_new_session`, and of its children."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
