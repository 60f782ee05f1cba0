"""What tinbai keeps of each item beside its photos: what was given, and what each row was made to say.

The portal's rows have no place for it all, and may be asked for nothing more than a key. The record is written last:
an item without it, or with an older approval in it, was not finished and is gone through again. Only its owner may
read the file, whatever the web server hands out of the folder.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from publish.media import TEMPORARY, make_folder
from publish.portal import PortalAttachment, PortalItem, PortalPhoto, PortalText
from tinbai.syncing import sync

RECORDS = f"{TEMPORARY}records"
Plain = Mapping[str, str | None]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row beside the main one. `of` and `place` say whose: which photo it was, from 0."""

    table: str
    of: str
    place: int
    values: Plain


@dataclass(frozen=True, kw_only=True)
class Record:
    """An item as it was put there last; `main` and `rows` hold what is compared, in plain text."""

    visible: bool
    number: str
    text: PortalText
    photos: tuple[PortalPhoto, ...]
    attachments: tuple[PortalAttachment, ...]
    main: Plain
    rows: tuple[Row, ...]
    slug: str | None = None  # as the portal has it; None where it has none, or nobody wrote it down

    @property
    def files(self) -> list[str]:
        """The paths of its files."""
        return [*(photo.file for photo in self.photos), *(file.file for file in self.attachments)]


_JSON = TypeAdapter(Record)


def record_of(item: PortalItem, number: str, main: Plain, rows: tuple[Row, ...], slug: str | None) -> Record:
    """What is kept of `item`."""
    return Record(
        visible=True, number=number, text=item.text, photos=tuple(item.photos), attachments=tuple(item.attachments),
        main=main, rows=rows, slug=slug,
    )  # fmt: skip


def copied(root: Path, key: str, to: Path) -> None:
    """The record of an item, if there is one, beneath another folder: for whoever only tries."""
    if _path(root, key).exists():
        make_folder(to / RECORDS)
        shutil.copy2(_path(root, key), _path(to, key))


def hidden(record: Record) -> Record:
    """`record` taken down: its files are gone; what their names were is needed for nobody to believe it too early."""
    return replace(
        record, visible=False, rows=tuple(row for row in record.rows if row.of not in {"photo", "attachment"})
    )


def read(root: Path, key: str) -> Record | None:
    """The record of an item; None where there is none, or none that can be read: then all is written anew."""
    return _read(_path(root, key))


def every(root: Path) -> Iterator[Record | None]:
    """Each record, None for a spoilt one. Raises OSError where nobody can say: no list is not an empty one."""
    with os.scandir(root / RECORDS) as entries:
        found = sorted(entry.name for entry in entries if entry.name.endswith(".json"))
    return (_read(root / RECORDS / name) for name in found)


def write(root: Path, record: Record) -> None:
    """Put a record under its name, durably. Raises OSError."""
    path = _path(root, record.text.key)
    make_folder(path.parent, root)
    handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)  # its owner's alone (0600), and stays so
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(_JSON.dump_json(record))
            target.flush()
            os.fsync(target.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync(path.parent)


def forget(root: Path, key: str) -> None:
    """The item is gone, its files too."""
    _path(root, key).unlink(missing_ok=True)


def _path(root: Path, key: str) -> Path:
    return root / RECORDS / f"{sha256(key.encode()).hexdigest()[:32]}.json"


def _read(path: Path) -> Record | None:
    try:
        return _JSON.validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
