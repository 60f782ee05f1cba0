"""What the folder holds of each item: a file of JSON, which is to this portal what a row is to the others.

A file is changed by another file that takes its name: readers see the one or the other. Whoever changes any of them
holds the folder's lock, so that of two publishers one waits.
"""

import fcntl
import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from publish.media import write_file
from publish.points import Point, Reached
from publish.portal import PortalAttachment, PortalItem, PortalPhoto, PortalText
from tinbai.syncing import sync

ITEMS = "tin"
_NAME = re.compile(r"([0-9a-f]{12})\.json")
_LOOK_AGAIN = 0.05  # seconds between two tries for the lock


class SpoiltError(Exception):
    """A record is none any more. `name` is its file's."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


@dataclass(frozen=True, kw_only=True)
class Record:
    """An item as it was put there last. What is not `visible` was taken down, and says nothing any more."""

    visible: bool
    text: PortalText
    photos: tuple[PortalPhoto, ...]
    attachments: tuple[PortalAttachment, ...]

    @property
    def number(self) -> str:
        """What names it in paths and addresses."""
        return number_of(self.text.key)

    @property
    def files(self) -> Sequence[str]:
        """The paths of its files."""
        return [*(photo.file for photo in self.photos), *(file.file for file in self.attachments)]

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing in it that readers had read."""
        return self == hidden(self)


_JSON = TypeAdapter(Record)


def number_of(key: str) -> str:
    """What names an item of this key in paths and addresses: twelve hexadecimal digits."""
    return sha256(key.encode()).hexdigest()[:12]


def record_of(item: PortalItem) -> Record:
    """What is kept of `item`, visible."""
    return Record(visible=True, text=item.text, photos=tuple(item.photos), attachments=tuple(item.attachments))


def hidden(record: Record) -> Record:
    """`record` taken down: its key, its approval, its dates, and the names of the files that must go."""
    blank = replace(
        record.text, title="", slug="", summary="", body_html="", byline="", author="", source="", fields="{}"
    )
    return Record(
        visible=False,
        text=blank,
        photos=tuple(replace(photo, caption="", alt="") for photo in record.photos),
        attachments=tuple(replace(file, name="") for file in record.attachments),
    )


def read(root: Path, number: str) -> Record | None:
    """The record of an item, or None. Raises OSError, SpoiltError."""
    path = _path(root, number)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return _JSON.validate_json(content)
    except ValidationError as error:
        raise SpoiltError(path.name) from error


def numbers(root: Path) -> Iterator[str]:
    """What names the items that there are. Raises OSError where nobody can say: no list is not an empty one."""
    with os.scandir(root / ITEMS) as entries:
        yield from sorted(found[1] for entry in entries if (found := _NAME.fullmatch(entry.name)))


def write(root: Path, record: Record, reached: Reached) -> None:
    """Put a record under its name, durably; `reached` hears of ROW_WRITTEN just before. Raises OSError."""
    path = _path(root, record.number)
    write_file(path, _JSON.dump_json(record, indent=1), lambda: reached(Point.ROW_WRITTEN))
    sync(path.parent)


@contextmanager
def locked(root: Path, seconds: float) -> Iterator[None]:
    """Hold the folder's lock; it ends with the process at the latest. Raises OSError, TimeoutError after `seconds`.

    The folder itself is locked, so that there is no file that only the user who made it could open.
    """
    until = time.monotonic() + seconds
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        while not _took(handle):
            if time.monotonic() > until:
                raise TimeoutError("một tiến trình khác đang giữ thư mục")
            time.sleep(_LOOK_AGAIN)
        yield
    finally:
        os.close(handle)


def _took(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _path(root: Path, number: str) -> Path:
    return root / ITEMS / f"{number}.json"
