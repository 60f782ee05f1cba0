"""Every lasting thing that a process does is a step with a name, and the process can be made to die at any of them.

A step is a commit, a sync, a rename, a file begun or half written, a word to the mail server, a reading: what can be
seen from outside, or after a restart. They are found where the program meets the operating system and the database
driver, so that a step that somebody adds to the program tomorrow is a step here as well, and nothing in the program
knows of it. Each has the name of the function of ours that does it: "commit ingest.receive._commit".
"""

import os
import signal
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self
from unittest import mock

from sqlalchemy.engine.default import DefaultDialect

OURS = ("ingest.", "publish.", "tinbai.")
BELOW = ("tinbai.db", "tinbai.syncing", "publish.portal_database")  # what it is done for, the caller's name says


class Steps:
    """Counts the steps of a process, and kills it when `die_at` is reached: a step's name, and the how-manieth.

    With `stop`, it stands still there until it is told to go on. With `power_cut`, what was written below `root` and
    not synced is lost with it: the second half of a file, the name that a file got.
    """

    def __init__(
        self, root: Path, die_at: tuple[str, int] | None = None, *, power_cut: bool = False, stop: bool = False
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._die_at = die_at
        self._signal = signal.SIGSTOP if stop else signal.SIGKILL
        self._power = _Power(root) if power_cut else None
        self._lock = threading.RLock()
        self._quiet = False

    def reached(self, name: str) -> None:
        """Somebody is at the step `name`."""
        with self._lock:
            if self._quiet:
                return
            self.counts[name] += 1
            if (name, self.counts[name]) == self._die_at:
                if self._power is not None:
                    self._power.cut()
                signal.pthread_kill(threading.get_ident(), self._signal)  # this thread goes no step further

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """What others do meanwhile is no step."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Everything in the block is watched. Syncing itself is left out: SIGKILL takes nothing from the kernel."""
        with (
            mock.patch.object(DefaultDialect, "do_commit", self._commit(DefaultDialect.do_commit)),
            mock.patch.object(os, "replace", self._replace(os.replace)),
            mock.patch.object(os, "fdopen", self._fdopen(os.fdopen)),
            mock.patch.object(tempfile, "mkstemp", self._mkstemp(tempfile.mkstemp)),
            mock.patch.multiple(os, fsync=self._sync, fdatasync=self._sync),
        ):
            yield

    def _commit(self, commit: Callable[..., None]) -> Callable[..., None]:
        def stepping(dialect: Any, connection: Any) -> None:
            who = _who()
            self.reached(f"before commit {who}")
            commit(dialect, connection)
            self.reached(f"commit {who}")

        return stepping

    def _replace(self, replace: Callable[..., None]) -> Callable[..., None]:
        def stepping(source: Any, target: Any, **options: Any) -> None:
            self.reached(f"before rename {_who()}")
            replace(source, target, **options)
            if self._power is not None:
                self._power.renamed(Path(source), Path(target))
            self.reached(f"rename {_who()}")

        return stepping

    def _mkstemp(self, mkstemp: Callable[..., tuple[int, str]]) -> Callable[..., tuple[int, str]]:
        def stepping(*given: Any, **options: Any) -> tuple[int, str]:
            handle, name = mkstemp(*given, **options)
            if self._power is not None:
                self._power.made(Path(name))
            self.reached(f"file begun {_who()}")
            return handle, name

        return stepping

    def _fdopen(self, fdopen: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*given: Any, **options: Any) -> Any:
            return _InHalves(fdopen(*given, **options), self.reached)

        return stepping

    def _sync(self, handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        self.reached(f"before sync {_who()}")
        if self._power is not None:
            self._power.synced(path)
        self.reached(f"sync {_who()}")


class _InHalves:
    """A file that is written in two halves, with a step between them."""

    def __init__(self, file: Any, reached: Callable[[str], None]) -> None:
        self._file, self._reached = file, reached

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, content: bytes) -> int:
        half = len(content) // 2
        self._file.write(content[:half])
        self._file.flush()
        self._reached(f"half written {_who()}")
        self._file.write(content[half:])
        return len(content)


class _Power:
    """What lies below `root` in memory only, and is gone when the power is cut."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._unsynced: set[Path] = set()
        self._unnamed: set[Path] = set()

    def made(self, path: Path) -> None:
        if path.is_relative_to(self._root):
            self._unsynced.add(path)

    def renamed(self, source: Path, target: Path) -> None:
        if source in self._unsynced:
            self._unsynced.add(target)
            self._unsynced.discard(source)
        if target.is_relative_to(self._root):
            self._unnamed.add(target)

    def synced(self, path: Path) -> None:
        self._unsynced.discard(path)
        self._unnamed = {name for name in self._unnamed if name.parent != path}

    def cut(self) -> None:
        for path in self._unnamed:
            path.unlink(missing_ok=True)
        for path in self._unsynced:
            with suppress(FileNotFoundError):
                os.truncate(path, path.stat().st_size // 2)


def _who() -> str:
    """The innermost function of ours that is at it now."""
    frame = sys._getframe(1)
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith(OURS) and not module.startswith(BELOW):
            return f"{module}.{frame.f_code.co_name}"
        frame = frame.f_back  # type: ignore[assignment]
    return "a test"
