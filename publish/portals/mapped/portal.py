"""The mapped portal: each item rows of somebody's own tables, as the mapping in `config.toml` says.

One order for all engines: files; a row that readers do not see, with its key; what belongs to it; one statement that
shows it; last our record. Where there are transactions readers see the whole or nothing. Where there are none, whoever
dies on the way leaves a row that nobody sees and that the next pass finds by its key.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine

from publish import media
from publish.media_owner import mark, marked_by, owner_of
from publish.points import Point, Reached
from publish.portal import Checked, Placed, PortalItem, Shown
from publish.portal_database import opened, reading
from publish.portals.mapped import further
from publish.portals.mapped import record as records
from publish.portals.mapped.belonging import is_still, taken_by_another
from publish.portals.mapped.check import check_mapped, not_ours
from publish.portals.mapped.record import RECORDS, Record, record_of
from publish.portals.mapped.rows import Found, Rows
from publish.portals.mapped.schema import Schema, UnfitError, reflected
from publish.portals.mapped.session import alone, mapped_engine
from publish.portals.mapped.shown import attachments_of, photos_of, stand, text_of
from publish.portals.mapped.values import Given, kept, plain
from tinbai.config import PortalConfig
from tinbai.config_mapping import Source
from tinbai.errors import PortalError


class MappedPortal:
    """One such portal. Every call opens a connection of its own; safe to share between threads and processes."""

    def __init__(self, config: PortalConfig, engine: Engine, media_path: Path) -> None:
        self.config = config
        self.engine = engine
        self.media_path = media_path
        self.owner = sha256(f"{owner_of(engine.url)}/{config.mapping.table}".encode()).hexdigest()
        self._known: Schema | None = None

    @property
    def key(self) -> str:
        """Its name in `config.toml`."""
        return self.config.key

    @property
    def media_url(self) -> str:
        """What stands before a file's path in a page."""
        return self.config.media_url

    @property
    def longest_photo_side(self) -> int:
        """Photos are made no larger than this, in pixels."""
        return self.config.longest_photo_side

    def put(self, item: PortalItem, reached: Reached) -> Placed:
        """See Portal.put. The mapping is held against the tables before anything is written."""
        self._learn_tables()
        self._write_files(item, reached)
        reached(Point.FILES_WRITTEN)
        with self._alone() as rows:
            before = self._read(item.text.key)
            placed, record = self._written(rows, item, before, reached)
        if record is not None:
            with self._folder():
                records.write(self.media_path, record)
        reached(Point.COMMITTED)
        return placed

    def former_files(self, item: PortalItem) -> Sequence[str]:
        """See Portal.former_files. The names of an article's files are in no other article's."""
        with self._folder():
            found = set(media.beginning(self.media_path, item.files_begin)) - set(item.contents)
        record = self._read(item.text.key) if found else None
        return sorted(found.difference(record.files if record is not None and record.visible else ()))

    def remove_files(self, files: Collection[str]) -> None:
        """See Portal.remove_files. Refuses while the folder is another portal's."""
        if not files:
            return
        with self._folder():
            self._demand_ours(marked_by(self.media_path))
            media.remove(self.media_path, files)

    def look_up(self, key: str) -> Placed | None:
        """Where the item is, or None."""
        record = self._read(key)
        with reading(self.engine, self.key) as connection:
            rows = self._rows(connection)
            found = self._ours(rows, key, record)
            return None if found is None else self._placed(found, visible=rows.is_visible(found))

    def take_down(self, key: str, approval: int) -> Placed | None:
        """See Portal.take_down. It is hidden, or deleted where the mapping says so; then its files go.

        Rows of photos and files go in both cases: a portal may list them by themselves.
        """
        record = self._read(key)
        with self._alone() as rows:
            found = rows.find(key)
            if found is not None and not is_still(rows, found, record):
                raise taken_by_another(rows, found)
            if found is not None and found.approval > approval:
                return self._placed(found, visible=rows.is_visible(found))
            strays = self._strays(rows, found) if found is not None and record is None else set()
            if found is not None and self.config.mapping.take_down == "delete":
                rows.delete_all(found.number)
            elif found is not None:
                rows.hide(found.number)
                further.drop(rows, found.number, [row for row in record.rows if row.of in _FILES] if record else [])
            if found is None or self.config.mapping.take_down == "delete":
                rows.forget_key(key)
        self.remove_files(strays)
        if record is not None:
            self._forget(record)
        return None if found is None else self._placed(found, visible=False)

    def read_back(self, key: str) -> Shown | None:
        """What the portal shows, through a new connection and from the disk. Files may outlive a row that is gone."""
        record = self._read(key)
        with reading(self.engine, self.key) as connection:
            rows = self._rows(connection)
            found = self._ours(rows, key, record)
            this = None if found is None else stand(rows, found, record)
            strays = self._strays(rows, found) if found is not None and record is None else set()
        with self._folder():
            on_disk = {file: media.sha256_of(self.media_path, file) for file in (record.files if record else strays)}
        if this is None and not any(on_disk.values()):
            return None
        if this is None or found is None:
            return self._only_files(record, on_disk)
        return Shown(
            placed=self._placed(found, visible=this.visible), text=text_of(this, key, self.config.mapping),
            photos=photos_of(this, self.config.mapping), attachments=attachments_of(this), on_disk=on_disk,
        )  # fmt: skip

    def check(self) -> Sequence[Checked]:
        """Try the connection, the mapping against the tables, the rights, the categories, and the folder."""
        return check_mapped(self.engine, self.config, self.media_path, self.owner)

    def sweep_media(self, older_than: datetime) -> Sequence[str]:
        """Remove files of ours that neither a record refers to nor any row; none where records are spoilt."""
        with self._folder():
            marker = marked_by(self.media_path)
            if marker is None or not (self.media_path / RECORDS).is_dir():
                return []
            self._demand_ours(marker)
            found = list(records.every(self.media_path))
            if None in found:
                return []
        hold = {file for record in found if record is not None and record.visible for file in record.files}
        with reading(self.engine, self.key) as connection, self._folder():
            rows = self._rows(connection)
            hold |= {file for file in media.left(self.media_path, hold, older_than) if further.is_named(rows, file)}
            return media.sweep(self.media_path, hold, older_than)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def _written(
        self, rows: Rows, item: PortalItem, before: Record | None, reached: Reached
    ) -> tuple[Placed, Record | None]:
        """Look the key up first: after a crash nobody knows what was written."""
        found = rows.find(item.text.key)
        given = Given(item=item, media_url=self.media_url, categories=self._categories(item))
        if found is not None and not is_still(rows, found, before, given):
            raise taken_by_another(rows, found)
        if found is not None and found.approval > item.text.approval:
            problem = "trên cổng đã có bản được duyệt sau bản này"
            raise PortalError(portal=self.key, problem=problem, retryable=False)
        finished = before is not None and before.text.approval == item.text.approval
        if found is not None and found.approval == item.text.approval and finished:
            reached(Point.ROW_WRITTEN)
            return self._placed(found, visible=rows.is_visible(found)), None
        main = rows.main_values(given, first=found is None)
        if found is None:
            number = rows.begin(main, item)
        else:
            number = found.number
            rows.hide(number)
            rows.renew(number, main)
        rows.tell_key(item, number)
        given = Given(item=item, media_url=self.media_url, categories=given.categories, number=number)
        wanted = further.wanted(rows, given)
        further.bring(rows, number, wanted, before.rows if before is not None else ())
        reached(Point.ROW_WRITTEN)  # the last moment before readers see anything of it, with or without transactions
        rows.show(number)
        compared = {name: plain(main[name]) for name in kept(self.config.mapping.columns)}
        beside = tuple(further.row_of(one, place, values) for one, place, values in wanted)
        done = rows.find(item.text.key)
        if done is None:  # a trigger, or a column that keeps less than it was given
            raise PortalError(portal=self.key, problem="vừa ghi xong mà không tìm thấy khóa trên cổng (mapping.key)")
        return self._placed(done, visible=True), record_of(item, str(number), compared, beside, self._slug(done))

    def _ours(self, rows: Rows, key: str, record: Record | None) -> Found | None:
        """The item's row; None too where its number has become another article's."""
        found = rows.find(key)
        return found if found is not None and is_still(rows, found, record) else None

    def _categories(self, item: PortalItem) -> tuple[str, ...]:
        return self.config.categories.get(item.text.column_key, (item.text.column_name,))

    def schema(self, connection: Connection) -> Schema:
        """The tables, asked for once. Raises PortalError where the mapping does not suit them."""
        if self._known is None:
            try:
                self._known = reflected(connection, self.config.mapping)
            except UnfitError as unfit:
                problem = f"mapping trong config.toml không khớp với cổng: {unfit.problems[0]}"
                raise PortalError(portal=self.key, problem=problem) from unfit
        return self._known

    def _learn_tables(self) -> Schema:
        if self._known is not None:
            return self._known
        with reading(self.engine, self.key) as connection:
            return self.schema(connection)

    def _rows(self, connection: Connection) -> Rows:
        return Rows(connection=connection, schema=self.schema(connection), config=self.config)

    @contextmanager
    def _alone(self) -> Iterator[Rows]:
        schema = self._learn_tables()
        table, seconds = self.config.mapping.table, self.config.timeout_seconds
        with alone(
            self.engine, self.key, table, seconds, transactional=schema.transactional
        ) as connection:  # fmt: skip
            yield self._rows(connection)

    def _write_files(self, item: PortalItem, reached: Reached) -> None:
        with self._folder():
            if not self.media_path.is_dir():  # perhaps a disk that is not there yet
                raise FileNotFoundError("không có thư mục")
            self._demand_ours(mark(self.media_path, self.owner))
            media.write_files(self.media_path, item.contents, reached)

    def _forget(self, record: Record) -> None:
        """The files go first: as long as the record names them, a next attempt finds what is left."""
        self.remove_files(record.files)
        with self._folder():
            if self.config.mapping.take_down == "delete":
                records.forget(self.media_path, record.text.key)
            else:
                records.write(self.media_path, records.hidden(record))

    def _read(self, key: str) -> Record | None:
        with self._folder():
            return records.read(self.media_path, key)

    def _strays(self, rows: Rows, found: Found) -> set[str]:
        """The files that the rows of an item without a record name, and that are no other item's."""
        named = further.files_named(rows, found)
        with self._folder():
            if not named or not (self.media_path / RECORDS).is_dir():
                return named
            return named.difference(*(record.files for record in records.every(self.media_path) if record is not None))

    def _only_files(self, record: Record | None, on_disk: dict[str, str | None]) -> Shown | None:
        if record is None:
            return None
        placed = Placed(portal_id=record.number, approval=record.text.approval, visible=False, address="")
        return Shown(placed=placed, text=record.text, photos=[], attachments=[], on_disk=on_disk)

    def _placed(self, found: Found, *, visible: bool) -> Placed:
        slug = self._slug(found) or ""
        address = self.config.address.replace("{id}", str(found.number)).replace("{slug}", slug)
        return Placed(portal_id=str(found.number), approval=found.approval, visible=visible, address=address)

    def _slug(self, found: Found) -> str | None:
        slugs = [name for name, column in self.config.mapping.columns.items() if column.source is Source.SLUG]
        return plain(found.values[slugs[0]]) if slugs else None

    def _demand_ours(self, marker: str | None) -> None:
        """Raise PortalError when the folder is marked as another portal's."""
        if marker not in {None, self.owner}:
            raise PortalError(portal=self.key, problem=not_ours(self.media_path))

    @contextmanager
    def _folder(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = f"thư mục ảnh của cổng chưa dùng được ({self.media_path}): {error.strerror or error}"
            raise PortalError(portal=self.key, problem=problem) from error


_FILES = {"photo", "attachment"}


def open_mapped(config: PortalConfig, root: Path) -> MappedPortal:
    """The portal that `config` describes; relative paths start from `root`. Raises PortalError, SecretError."""
    wrong_url = "url trong config.toml không phải địa chỉ của loại cơ sở dữ liệu dùng được; xem docs/portal-mapped.md"
    return MappedPortal(config, *opened(config, root, mapped_engine, wrong_url=wrong_url))
