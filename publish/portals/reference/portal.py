"""The reference portal: three tables reached through SQLAlchemy, and a folder of files."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, RowMapping

from publish import media
from publish.media_owner import mark, marked_by, owner_of
from publish.points import Point, Reached
from publish.portal import Checked, Placed, PortalItem, Shown
from publish.portal_database import engine_for, opened, reading, writing
from publish.portals.reference import rows
from publish.portals.reference.check import check_portal, not_ours
from tinbai.config import PortalConfig
from tinbai.errors import PortalError


class ReferencePortal:
    """One reference portal. Every call opens a connection of its own; safe to share between threads."""

    def __init__(self, config: PortalConfig, engine: Engine, media_path: Path) -> None:
        self.config = config
        self.engine = engine
        self.media_path = media_path
        self.owner = owner_of(engine.url)

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
        """See Portal.put. Of two who insert at once the unique key lets one through; the other comes again later."""
        rows.refuse_too_long(item, self.key)
        self._write_files(item, reached)
        reached(Point.FILES_WRITTEN)
        with writing(self.engine, self.key) as connection:
            number = self._write_row(connection, item)
            reached(Point.ROW_WRITTEN)
        reached(Point.COMMITTED)
        return self._placed(number, item.text.approval, item.text.slug, visible=True)

    def former_files(self, item: PortalItem) -> Sequence[str]:
        """See Portal.former_files."""
        with self._folder():
            found = set(media.beginning(self.media_path, item.files_begin)) - set(item.contents)
        if not found:
            return []
        with reading(self.engine, self.key) as connection:
            return sorted(found - set(connection.execute(rows.referred(found)).scalars()))

    def remove_files(self, files: Collection[str]) -> None:
        """See Portal.remove_files. Refuses while the folder is another portal's: it may show the same files."""
        if not files:
            return
        with self._folder():
            self._demand_ours(marked_by(self.media_path))
            media.remove(self.media_path, files)

    def look_up(self, key: str) -> Placed | None:
        """Where the item is, or None."""
        with reading(self.engine, self.key) as connection:
            row = connection.execute(rows.by_key(key)).mappings().one_or_none()
            return None if row is None else self._placed_by(row)

    def take_down(self, key: str, approval: int) -> Placed | None:
        """See Portal.take_down. The row is hidden first; then its files go, so that no address keeps them public."""
        with writing(self.engine, self.key) as connection:
            row = self._locked(connection, key)
            if row is None or row["approval"] > approval:
                return None if row is None else self._placed_by(row)
            rows.hide(connection, row["id"])
            files = connection.execute(rows.files_of(row["id"])).scalars().all()
        self.remove_files(files)
        return self._placed(row["id"], row["approval"], row["slug"], visible=False)

    def read_back(self, key: str) -> Shown | None:
        """What the portal shows, through a new connection and from the disk."""
        with reading(self.engine, self.key) as connection:
            row = connection.execute(rows.by_key(key)).mappings().one_or_none()
            if row is None:
                return None
            photos, attachments = rows.photos_of(connection, row["id"]), rows.attachments_of(connection, row["id"])
        files = {photo.file for photo in photos} | {attachment.file for attachment in attachments}
        with self._folder():
            on_disk = {file: media.sha256_of(self.media_path, file) for file in files}
        return Shown(
            placed=self._placed_by(row), text=rows.text_of(row), photos=photos, attachments=attachments, on_disk=on_disk
        )

    def check(self) -> Sequence[Checked]:
        """Try the connection, the tables, the rights and the folder, and change nothing."""
        return check_portal(self.engine, self.key, self.media_path, self.owner)

    def sweep_media(self, older_than: datetime) -> Sequence[str]:
        """Remove files of ours that no row refers to; none where nobody has marked the folder as this portal's."""
        with self._folder():
            marker = marked_by(self.media_path)
        if marker is None:
            return []
        self._demand_ours(marker)
        with reading(self.engine, self.key) as connection:
            kept = set(connection.execute(rows.every_file()).scalars())
        with self._folder():
            return media.sweep(self.media_path, kept, older_than)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def _write_files(self, item: PortalItem, reached: Reached) -> None:
        with self._folder():
            if item.contents:
                self._demand_ours(mark(self.media_path, self.owner))
            media.write_files(self.media_path, item.contents, reached)

    def _demand_ours(self, marker: str | None) -> None:
        """Raise PortalError when the folder is marked as another portal's."""
        if marker not in {None, self.owner}:
            raise PortalError(portal=self.key, problem=not_ours(self.media_path))

    def _write_row(self, connection: Connection, item: PortalItem) -> int:
        """Look the key up first: after a crash nobody knows whether it was written."""
        row = self._locked(connection, item.text.key)
        if row is None:
            return rows.add(connection, item)
        if row["approval"] > item.text.approval:
            problem = "trên cổng đã có bản được duyệt sau bản này"
            raise PortalError(portal=self.key, problem=problem, retryable=False)
        if row["approval"] < item.text.approval:
            rows.renew(connection, row["id"], item)
        return int(row["id"])

    def _locked(self, connection: Connection, key: str) -> RowMapping | None:
        return connection.execute(rows.by_key(key).with_for_update()).mappings().one_or_none()

    def _placed_by(self, row: RowMapping) -> Placed:
        return self._placed(row["id"], row["approval"], row["slug"], visible=row["visible"])

    def _placed(self, number: int, approval: int, slug: str, *, visible: bool) -> Placed:
        address = self.config.address.replace("{id}", str(number)).replace("{slug}", slug)
        return Placed(portal_id=str(number), approval=approval, visible=visible, address=address)

    @contextmanager
    def _folder(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = f"thư mục ảnh của cổng chưa dùng được ({self.media_path}): {error.strerror or error}"
            raise PortalError(portal=self.key, problem=problem) from error


def open_reference(config: PortalConfig, root: Path) -> ReferencePortal:
    """The portal that `config` describes; relative paths start from `root`. Raises PortalError, SecretError."""
    wrong_url = (
        "url trong config.toml không phải địa chỉ của loại cơ sở dữ liệu dùng được; xem docs/portal-reference.md"
    )
    return ReferencePortal(config, *opened(config, root, engine_for, wrong_url=wrong_url))
