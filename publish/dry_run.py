"""What a portal would be given, statement by statement and file by file, without giving it anything.

The portal's own code runs, on one transaction that is always undone and in a folder that is thrown away. Where a table
has no transactions nothing could be undone, so nothing is run: then the files and the text are all that is told. What
a server counts beside its transactions (numbers that it gives by itself) may skip one.
"""

import copy
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from publish import media
from publish.media_owner import MARKER
from publish.points import unheard
from publish.portal import Portal, PortalItem
from publish.portal_database import WRITES, reading
from publish.portals.folder import newest
from publish.portals.folder.pages import page_of
from publish.portals.folder.portal import FolderPortal
from publish.portals.folder.records import ITEMS, number_of
from publish.portals.mapped.portal import MappedPortal
from publish.portals.mapped.record import copied
from publish.portals.mapped.schema import is_transactional
from publish.portals.reference.portal import ReferencePortal
from publish.portals.reference.schema import PORTAL
from publish.portals.wordpress.places import FOLDER
from publish.portals.wordpress.portal import WordpressPortal
from tinbai.errors import PortalError

_DATABASE = (ReferencePortal, WordpressPortal, MappedPortal)


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """A row that would be written: `verb` is INSERT, UPDATE or DELETE; of an UPDATE only what would be set."""

    verb: str
    table: str
    values: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class PlannedFile:
    """A file that would be written, by its path under the folder; `there`: it is there already, just so."""

    path: str
    size: int
    there: bool


@dataclass(frozen=True, kw_only=True)
class DryRun:
    """Everything that would be written, in its order. `tried`: the statements ran, and were undone."""

    rows: Sequence[PlannedRow]
    files: Sequence[PlannedFile]
    tried: bool


def dry_run(portal: Portal, item: PortalItem) -> DryRun:
    """What `portal.put(item)` would do now. Raises PortalError as it would."""
    with tempfile.TemporaryDirectory(prefix="tinbai-dry-") as folder:
        if isinstance(portal, FolderPortal):
            return _in_a_copy(portal, item, Path(folder))
        if isinstance(portal, _DATABASE):
            return _undone(portal, item, Path(folder))
    raise TypeError(f"nobody knows how to try a {type(portal).__name__} without writing to it")


def _in_a_copy(portal: FolderPortal, item: PortalItem, folder: Path) -> DryRun:
    """The folder portal in a folder of its own, where what it reads has been copied to."""
    number = number_of(item.text.key)
    lists, own = (MARKER, newest.REMEMBERED, "index.html", "feed.xml"), (f"{ITEMS}/{number}.json", page_of(number))
    for name in (*lists, *own):
        if (portal.root / name).exists():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy2(portal.root / name, folder / name)
    shadow = copy.copy(portal)
    shadow.root = folder
    shadow.put(item, unheard)
    return DryRun(rows=[], files=_files(folder, portal.root), tried=True)


def _undone(portal: ReferencePortal | WordpressPortal | MappedPortal, item: PortalItem, folder: Path) -> DryRun:
    portal.look_up(item.text.key)  # a mapped portal learns its tables here
    if not _is_transactional(portal):
        files = [_planned(portal.media_path, file, content) for file, content in sorted(item.contents.items())]
        return DryRun(rows=[PlannedRow(verb="", table="", values=asdict(item.text))], files=files, tried=False)
    rows: list[PlannedRow] = []
    with _never_committed(portal.engine, portal.key, rows) as engine:
        shadow = copy.copy(portal)
        shadow.engine = engine
        shadow.media_path = folder
        if isinstance(shadow, WordpressPortal):
            shadow.uploads, shadow.media_path = folder, folder / FOLDER
        if isinstance(shadow, MappedPortal):  # an item that was finished once is renewed otherwise than a new one
            copied(portal.media_path, item.text.key, folder)
        shadow.put(item, unheard)
    return DryRun(rows=rows, files=_files(shadow.media_path, portal.media_path), tried=True)


def _is_transactional(portal: ReferencePortal | WordpressPortal | MappedPortal) -> bool:
    """Whether all that it writes to can be undone. Asked of the server: somebody may have moved a table."""
    if portal.engine.dialect.name not in {"mysql", "mariadb"}:
        return True
    with reading(portal.engine, portal.key) as connection:
        if isinstance(portal, MappedPortal):
            tables = portal.schema(connection).tables.values()
            return all(is_transactional(connection, table) for table in tables)
        own = PORTAL.sorted_tables if isinstance(portal, ReferencePortal) else list(portal.tables)
        return all(is_transactional(connection, table) for table in own)


@contextmanager
def _never_committed(engine: Engine, portal: str, rows: list[PlannedRow]) -> Iterator[Any]:
    """What passes for an engine: whoever connects to it or begins gets the same transaction, undone at the end."""

    def note(*executed: Any) -> None:
        rows.extend(_noted(executed[4]))  # connection, cursor, statement, parameters, context, executemany

    try:
        with engine.execution_options(**{WRITES: True}).connect() as connection, connection.begin() as transaction:
            event.listen(connection, "before_cursor_execute", note)
            try:
                yield _OneTransaction(engine, connection)
            finally:
                event.remove(connection, "before_cursor_execute", note)
                transaction.rollback()
    except SQLAlchemyError as error:
        problem = f"cơ sở dữ liệu của cổng chưa dùng được: {str(getattr(error, 'orig', None) or error)[:300]}"
        raise PortalError(portal=portal, problem=problem) from error


def _noted(context: Any) -> Iterator[PlannedRow]:
    verb = next((name for name in ("insert", "update", "delete") if getattr(context, f"is{name}", False)), None)
    if verb is None or context.compiled is None:
        return
    table = context.compiled.statement.table
    for parameters in context.compiled_parameters:
        values = {table.c[name].name: value for name, value in parameters.items() if name in table.c}
        yield PlannedRow(verb=verb.upper(), table=table.name, values=values if verb != "delete" else dict(parameters))


class _OneTransaction:
    """As much of an engine as a portal asks for."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        self.url, self.dialect = engine.url, engine.dialect
        self._connection = _Undoing(connection)

    @contextmanager
    def connect(self) -> Iterator[Any]:
        yield self._connection

    begin = connect

    def execution_options(self, **_: object) -> "_OneTransaction":
        return self

    def dispose(self) -> None:
        """Nothing of its own is held open."""


class _Undoing:
    """A connection on which nothing can be committed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execution_options(self, **_: object) -> "_Undoing":
        return self

    def commit(self) -> None:
        """Not here."""


def _files(folder: Path, real: Path) -> Sequence[PlannedFile]:
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = {str(path.relative_to(folder)): path for path in paths}
    return [
        _planned(real, name, path.read_bytes())
        for name, path in names.items()
        if not any(part.startswith(media.TEMPORARY) for part in Path(name).parts)
    ]


def _planned(real: Path, name: str, content: bytes) -> PlannedFile:
    try:
        there = media.sha256_of(real, name) == sha256(content).hexdigest()
    except OSError:
        there = False
    return PlannedFile(path=name, size=len(content), there=there)
