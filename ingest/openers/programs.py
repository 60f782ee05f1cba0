"""Foreign programs (LibreOffice, unpackers) and the folders they work in. A folder is swept when its child was killed.

A program runs in a process group of its own, without our environment, within limits of its own, and never longer than
the process that called it.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import IO

from ingest.openers.office_profile import office_pipes

PREFIX = "tinbai-opening-"
_BLOCK = 512  # bytes, the unit of the shell's limit on files (POSIX, ulimit)
_KILOBYTE = 1024  # bytes, the unit of its limit on memory
# The shell sets the limits before there is a program to outrun them, and kills the whole group when our end of its
# standard input closes: a reader of letters that is killed itself would otherwise leave a LibreOffice running for ever.
_WATCHED = """
ulimit -t "$1"; ulimit -f "$2"; [ -z "$3" ] || ulimit -v "$3"; shift 3
exec 3<&0 </dev/null
"$@" 3<&- & program=$!
{ cat <&3 >/dev/null; kill -9 0; } &
wait "$program"
"""
_LEFT_BEHIND = timedelta(days=1)  # no letter is read for so long


@contextmanager
def working_folder() -> Iterator[Path]:
    """A new folder for one file; gone afterwards, unless the process is killed: then `sweep` removes it."""
    with TemporaryDirectory(prefix=PREFIX) as folder:
        yield Path(folder)


def sweep() -> None:
    """Remove the working folders that killed children of this user left behind more than a day ago."""
    oldest = time.time() - _LEFT_BEHIND.total_seconds()
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another process sweeps as well
            found = folder.lstat()
            if found.st_uid == os.getuid() and found.st_mtime < oldest and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)
                for pipe in office_pipes(folder):
                    pipe.unlink(missing_ok=True)


def run(
    command: Sequence[str],
    folder: Path,
    *,
    seconds: float,
    file_bytes: int | None = None,
    cpu_seconds: int | None = None,
    memory_bytes: int | None = None,
    output: Path | None = None,
) -> bool:
    """Run to the end in `folder`; False when it had to be killed. No file may grow beyond `file_bytes`.

    What it prints goes to `output`, or nowhere. It ends with us, however we end.
    """
    with output.open("wb") if output else nullcontext(subprocess.DEVNULL) as printed:
        process = started(
            command, folder, file_bytes=file_bytes, cpu_seconds=cpu_seconds, memory_bytes=memory_bytes, output=printed
        )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        end(process)


def started(
    command: Sequence[str],
    folder: Path,
    *,
    file_bytes: int | None = None,
    cpu_seconds: int | None = None,
    memory_bytes: int | None = None,
    output: int | IO[bytes] = subprocess.DEVNULL,
    passed: Sequence[int] = (),
) -> "subprocess.Popen[bytes]":
    """A program that is left to run in `folder`, with the file descriptors `passed` (10 or above): `end` it.

    Where no limit on memory is given, this process's own one holds.
    """
    limits = [
        str(cpu_seconds or "unlimited"),
        str(-(-file_bytes // _BLOCK) if file_bytes else "unlimited"),
        str(memory_bytes // _KILOBYTE if memory_bytes else ""),
    ]
    return subprocess.Popen(
        ["/bin/sh", "-c", _WATCHED, "sh", *limits, *command],
        cwd=folder,
        env={
            "PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder),
            "LC_ALL": "C.UTF-8",
        },
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=tuple(passed),
    )  # fmt: skip


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kill what is left of a program that was `started`, and of its children."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin is not None:
        process.stdin.close()
