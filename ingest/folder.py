"""A watched folder of this machine: whoever puts an .eml file into it has handed in a letter.

Only files that lie still are read, so that one which is still being written is not taken for a whole letter. A file
is known by its name, size and time of change: one that is put in the place of another is another letter.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from ingest.mailbox import ServerLetter
from tinbai.clock import Clock, local, now
from tinbai.config import After, MailboxConfig
from tinbai.errors import MailboxError

SETTLED_SECONDS = 5


@dataclass(frozen=True, kw_only=True)
class _File:
    name: str
    size: int
    changed: datetime

    @property
    def uid(self) -> int:
        """63 bits of what makes it this file."""
        mark = f"{self.name}/{self.size}/{self.changed.timestamp():.6f}"
        return int.from_bytes(sha256(os.fsencode(mark)).digest()[:8], "big") >> 1


class FolderMailbox:
    """A folder of .eml files. Files with other names, hidden ones, links and folders in it are left alone."""

    uidvalidity = 1
    uidnext = None
    ordered = False

    def __init__(self, config: MailboxConfig, clock: Clock) -> None:
        self._config = config
        self._path = Path(config.folder)
        self._since = date.fromisoformat(config.since) if config.since else date.min
        with self._errors("open folder", retryable=False):
            self._files = {file.uid: file for file in _settled(self._path, clock)}

    @property
    def count(self) -> int:
        """The files that lie still, of whatever day."""
        return len(self._files)

    def uids_above(self, uid: int) -> Sequence[int]:
        """By the time of their last change."""
        wanted = [
            file
            for file in self._files.values()
            if file.uid > uid and local(file.changed).date() >= self._since and self._is_there(file)
        ]
        return [file.uid for file in sorted(wanted, key=lambda file: (file.changed, file.name))]

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        """What the folder said when it was opened."""
        found = {uid: self._files[uid] for uid in uids if uid in self._files}
        return {uid: ServerLetter(uid=uid, size=file.size, internal_date=file.changed) for uid, file in found.items()}

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Files that have changed since the folder was opened are other letters, and are not there any more."""
        for uid in uids:
            file = self._files.get(uid)
            raw = None if file is None else self._read(file, file.size + 1)
            if file is not None and raw is not None and self._is_there(file):
                yield uid, raw

    def headers(self, uid: int, size: int) -> bytes:
        """Up to the first empty line."""
        head, _, _ = (self._read(self._files[uid], size) or b"").replace(b"\r\n", b"\n").partition(b"\n\n")
        return head

    def tell(self, uids: Sequence[int]) -> None:
        """Move the files into the folder of `after_name`, made when it is missing."""
        if self._config.after is not After.MOVE:
            return
        done = self._path / self._config.after_name
        with self._errors("tell"):
            done.mkdir(exist_ok=True, mode=0o700)
            for uid in uids:
                file = self._files.get(uid)
                if file is not None and self._is_there(file):
                    _move(self._path / file.name, done, uid)

    def close(self) -> None:
        """Nothing is open between two calls."""

    def _is_there(self, file: _File) -> bool:
        return _look(self._path / file.name) == file

    def _read(self, file: _File, size: int) -> bytes | None:
        """None for a file that cannot be read: it holds up no other."""
        try:
            descriptor = os.open(self._path / file.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(descriptor, "rb") as opened:
                return opened.read(size)
        except OSError:
            return None

    @contextmanager
    def _errors(self, doing: str, *, retryable: bool = True) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = f"{doing}: {error.strerror or error}"
            raise MailboxError(mailbox=self._config.key, problem=problem, retryable=retryable) from error


def connect(config: MailboxConfig, clock: Clock = now) -> FolderMailbox:
    """Look into the folder. Raises MailboxError, not retryable, when it is not there."""
    return FolderMailbox(config, clock)


def _settled(path: Path, clock: Callable[[], datetime]) -> Iterator[_File]:
    """The .eml files whose last change is some seconds ago by the machine's own record of it, which nobody can set."""
    at = clock().timestamp()
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        if entry.name.startswith(".") or not entry.name.lower().endswith(".eml"):
            continue
        file = _look(path / entry.name)
        if file is None:
            continue
        try:
            quiet = at - (path / entry.name).lstat().st_ctime
        except FileNotFoundError:  # taken away meanwhile
            continue
        if not 0 <= quiet < SETTLED_SECONDS:  # in the future: the clock was wrong, and waiting would be for ever
            yield file


def _look(path: Path) -> _File | None:
    """The file as it is now; None when it is gone or is no plain file."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return _File(name=path.name, size=found.st_size, changed=datetime.fromtimestamp(found.st_mtime, UTC))


def _move(path: Path, done: Path, uid: int) -> None:
    """Into `done`; beside a file of the same name there, with its own mark."""
    target = done / path.name
    if os.path.lexists(target):
        target = done / f"{path.stem}-{uid:x}{path.suffix}"
    path.rename(target)
