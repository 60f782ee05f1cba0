"""Programs from Debian's packages: found where Debian puts them, started as an ordinary user, stopped for certain."""

import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

SERVER_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/lib/dovecot")
# What root becomes before starting a server that refuses to run as root. Every Debian machine has this user.
OTHER_USER = "nobody"
OTHER_GROUP = "nogroup"
# Below those that Linux gives to outgoing connections (from 32768 on), which could take one before the server does.
PORTS = range(20_000, 32_000)
MOST_WORKERS = 8


def find_program(name: str, *, package: str) -> str:
    """Return the path of `name`, or fail the test with the line to type: a missing server is never a skipped test."""
    postgresql = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    folders = [*map(str, reversed(postgresql)), *os.get_exec_path(), *SERVER_FOLDERS]
    found = shutil.which(name, path=os.pathsep.join(folders))
    if found is None:
        pytest.fail(
            f"{name} is missing. Type: sudo apt-get install -y --no-install-recommends {package}", pytrace=False
        )
    return found


def free_port() -> int:
    """A port that nobody has, given out once in a process and by one worker of a run only: none takes another's."""
    while _ports:
        port = _ports.pop()
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    pytest.fail("no port is free any more", pytrace=False)


def ports_of(worker: str) -> list[int]:
    """Those of one of pytest-xdist's workers ("gw1"), in any order: other runs here may look for ports as well."""
    own = PORTS[int(worker.removeprefix("gw")) % MOST_WORKERS :: MOST_WORKERS]
    return random.Random(os.urandom(16)).sample(own, len(own))


_ports = ports_of(os.environ.get("PYTEST_XDIST_WORKER", "gw0"))


def as_ordinary_user(command: Sequence[str]) -> list[str]:
    """Put before `command` what gives up root, if we are root, and ends the server when the test process dies."""
    prefix = ["setpriv", "--pdeathsig", "TERM"]
    if os.geteuid() == 0:
        prefix += ["--reuid", OTHER_USER, "--regid", OTHER_GROUP, "--clear-groups"]
    return [*prefix, "--", *command]


@contextmanager
def server_folder(name: str) -> Iterator[Path]:
    """A folder of the user that `as_ordinary_user` gives; pytest's own lie in one that only root may enter.

    The path is short, since the sockets in it may have 107 letters.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"tinbai-{name}-"))
    give_away(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def give_away(path: Path) -> None:
    """Let the servers' user own `path`, when we are root and may do that."""
    if os.geteuid() == 0:
        shutil.chown(path, OTHER_USER, OTHER_GROUP)


@contextmanager
def running(
    command: Sequence[str],
    *,
    log: Path,
    ready: Callable[[], bool],
    within_seconds: float = 120,
    stop_signal: signal.Signals = signal.SIGTERM,
    env: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server from when it answers until the end of the block; its last words stand in the error if it fails."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=env, start_new_session=True
        )
    try:
        wait_until_ready(process, ready, log=log, within_seconds=within_seconds)
        yield process
    finally:
        stop(process, stop_signal)


def wait_until_ready(
    process: subprocess.Popen[bytes], ready: Callable[[], bool], *, log: Path, within_seconds: float
) -> None:
    deadline = time.monotonic() + within_seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            words = log.read_text(errors="replace")[-4000:]
            pytest.fail(f"{process.args!r} did not start; it said:\n{words}", pytrace=False)
        time.sleep(0.02)


def stop(process: subprocess.Popen[bytes], stop_signal: signal.Signals) -> None:
    process.send_signal(stop_signal)
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def answers(port: int) -> bool:
    """Tell whether something listens on `port` of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
