"""The folder portal: each item a page and a file of JSON, the newest in a feed, photos and attachments beside them.

The file of JSON counts; pages, the first page and the feed are drawn from it, and drawn again whenever an item is put
there once more, so that a publisher that died between the two leaves nothing wrong for good.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from publish import media
from publish.media_owner import MARKER, mark, marked_by
from publish.points import Point, Reached, unheard
from publish.portal import Checked, Placed, PortalItem, Shown
from publish.portals.folder import newest, records
from publish.portals.folder.check import check_folder
from publish.portals.folder.pages import Addresses, item_page, page_of
from publish.portals.folder.records import ITEMS, Record, SpoiltError, hidden, number_of, record_of
from tinbai.config import PortalConfig
from tinbai.errors import PortalError
from tinbai.syncing import sync


class FolderPortal:
    """One folder. Safe to share between threads and processes."""

    def __init__(self, config: PortalConfig, root: Path) -> None:
        self.config = config
        self.root = root
        self.owner = sha256(f"folder/{config.key}".encode()).hexdigest()
        self.addresses = Addresses(pattern=config.address, media_url=config.media_url)

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
        """See Portal.put. The record takes its name in one step; what is drawn from it follows."""
        with self._errors():
            self._begin()
            media.write_files(self.root, item.contents, reached)
            reached(Point.FILES_WRITTEN)
            with self._locked():
                record = self._written(item, reached)
                if record.visible:
                    media.write_file(self._page(record.number), item_page(record, self.addresses).encode())
                    sync(self.root / ITEMS)
                    newest.add(self.root, record, self.addresses)
                    sync(self.root)
        reached(Point.COMMITTED)
        return self._placed(record)

    def former_files(self, item: PortalItem) -> Sequence[str]:
        """See Portal.former_files. The names of an article's files are in no other article's."""
        with self._errors():
            found = set(media.beginning(self.root, item.files_begin)) - set(item.contents)
            current = self._read(item.text.key)
            return sorted(found.difference(current.files if current is not None and current.visible else ()))

    def remove_files(self, files: Collection[str]) -> None:
        """See Portal.remove_files."""
        with self._errors():
            self._demand_ours()
            media.remove(self.root, files)

    def look_up(self, key: str) -> Placed | None:
        """Where the item is, or None."""
        with self._errors():
            record = self._read(key)
        return None if record is None else self._placed(record)

    def take_down(self, key: str, approval: int) -> Placed | None:
        """See Portal.take_down. The record says so first; then its page goes, its files, and its place in the lists."""
        number = number_of(key)
        with self._errors():
            self._demand_ours()
            with self._locked():
                record = self._read(key)
                if record is not None and record.text.approval > approval:
                    return self._placed(record)
                if record is not None:
                    records.write(self.root, hidden(record), unheard)
                    media.remove(self.root, record.files)
                self._page(number).unlink(missing_ok=True)
                sync(self.root / ITEMS)
                newest.drop(self.root, number, self.addresses)
                sync(self.root)
        return None if record is None else self._placed(hidden(record))

    def read_back(self, key: str) -> Shown | None:
        """What readers find: the record, and whether its page is the one that belongs to it."""
        with self._errors():
            self._demand_ours()
            record = self._read(key)
            page = media.sha256_of(self.root, page_of(number_of(key)))
            if record is None:
                if page is not None:
                    problem = f"trang {page_of(number_of(key))} còn trong thư mục mà không có tệp JSON; gỡ bài lần nữa"
                    raise PortalError(portal=self.key, problem=problem)
                return None
            on_disk = {file: media.sha256_of(self.root, file) for file in record.files}
        return Shown(
            placed=replace(self._placed(record), visible=self._is_visible(record, page)), text=record.text,
            photos=record.photos, attachments=record.attachments, on_disk=on_disk,
        )  # fmt: skip

    def check(self) -> Sequence[Checked]:
        """Try whether the folder is there, ours, and can be written to."""
        return check_folder(self.root, self.owner)

    def sweep_media(self, older_than: datetime) -> Sequence[str]:
        """Remove files of ours that no record refers to; none where nobody has marked the folder as ours."""
        with self._errors():
            if marked_by(self.root) is None:
                return []
            self._demand_ours()
            with self._locked():
                found = [self._record(number) for number in records.numbers(self.root)]
            kept = {file for record in found if record is not None and record.visible for file in record.files}
            halves = media.sweep_halves((self.root, self.root / ITEMS), (MARKER, newest.REMEMBERED), older_than)
            return [*media.sweep(self.root, kept, older_than), *halves]

    def close(self) -> None:
        """Nothing is held open."""

    def _begin(self) -> None:
        """The folder is there and ours, and has its place for records."""
        if not self.root.is_dir():  # perhaps a disk that is not there yet: nobody else is to think that it is
            raise FileNotFoundError("không có thư mục")
        if mark(self.root, self.owner) != self.owner:
            self._demand_ours()
        media.make_folder(self.root / ITEMS, self.root)

    def _written(self, item: PortalItem, reached: Reached) -> Record:
        """The record of `item` on the disk; one of the same approval stays as it is. Under the lock."""
        before = self._read(item.text.key)
        if before is not None and before.text.approval > item.text.approval:
            problem = "trên cổng đã có bản được duyệt sau bản này"
            raise PortalError(portal=self.key, problem=problem, retryable=False)
        if before is not None and before.text.approval == item.text.approval:
            reached(Point.ROW_WRITTEN)  # its page is drawn next: whoever may not write any more stops here
            return before
        record = record_of(item)
        records.write(self.root, record, reached)
        return record

    def _is_visible(self, record: Record, page: str | None) -> bool:
        """By the hash of the page that is there. What was taken down is visible as long as anything of it is left."""
        if not record.visible:
            return page is not None or not record.says_nothing
        return page == sha256(item_page(record, self.addresses).encode()).hexdigest()

    def _read(self, key: str) -> Record | None:
        record = self._record(number_of(key))
        if record is not None and record.text.key != key:
            problem = f"tệp {record.number}.json trong thư mục của cổng thuộc về bài khác"
            raise PortalError(portal=self.key, problem=problem, retryable=False)
        return record

    def _record(self, number: str) -> Record | None:
        try:
            return records.read(self.root, number)
        except SpoiltError as error:
            problem = f"tệp {ITEMS}/{error.name} trong thư mục của cổng đã bị sửa hỏng; khôi phục lại tệp ấy"
            raise PortalError(portal=self.key, problem=problem) from error

    def _page(self, number: str) -> Path:
        return self.root / page_of(number)

    def _placed(self, record: Record) -> Placed:
        return Placed(
            portal_id=record.number, approval=record.text.approval, visible=record.visible,
            address=self.addresses.of(record.text),
        )  # fmt: skip

    def _demand_ours(self) -> None:
        marker = marked_by(self.root)
        if marker == self.owner:
            return
        if marker is None:
            problem = (
                f"thư mục {self.root} chưa có dấu của cổng này; xem ổ đĩa đã được gắn chưa, media_path có đúng không"
            )
        else:
            problem = (
                f"thư mục {self.root} đang thuộc một cổng khác. Mỗi cổng phải có thư mục riêng: sửa media_path, hoặc "
                f"xóa tệp {MARKER} trong thư mục nếu cổng kia không còn dùng"
            )
        raise PortalError(portal=self.key, problem=problem)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with records.locked(self.root, self.config.timeout_seconds):
            yield

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = f"thư mục của cổng chưa dùng được ({self.root}): {error.strerror or error}"
            raise PortalError(portal=self.key, problem=problem) from error


def open_folder(config: PortalConfig, root: Path) -> FolderPortal:
    """The portal that `config` describes; relative paths start from `root`. Raises PortalError."""
    if not config.media_path:
        problem = "chưa khai báo media_path trong config.toml; điền vào, hoặc đặt enabled = false"
        raise PortalError(portal=config.key, problem=problem, retryable=False)
    return FolderPortal(config, (root / config.media_path).resolve())
