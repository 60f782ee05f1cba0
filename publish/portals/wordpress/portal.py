"""The WordPress portal: each item a post, its photos and files in the media library.

Everything is written in an order in which it does not matter where a writer dies, since MyISAM undoes nothing: files,
then a draft that says nothing, then what belongs to it, then one statement that shows it, then what is no longer
needed, and last the record that says it is done.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from publish import media
from publish.media_owner import mark, marked_by, owner_of
from publish.points import Point, Reached
from publish.portal import Checked, Placed, PortalItem, Shown
from publish.portal_database import opened, reading
from publish.portals.wordpress import attachments, folder, meta, posts, terms
from publish.portals.wordpress.check import check_wordpress, not_ours
from publish.portals.wordpress.places import FOLDER, Places
from publish.portals.wordpress.record import Size, record_of
from publish.portals.wordpress.schema import tables
from publish.portals.wordpress.session import alone, wordpress_engine
from publish.portals.wordpress.shown import Found, attachments_of, found, photos_of, text_of
from publish.portals.wordpress.sizes import sizes
from publish.portals.wordpress.sweep import referred, remove_unfinished
from publish.portals.wordpress.writing import Writing
from tinbai.config import PortalConfig
from tinbai.errors import PortalError


class WordpressPortal:
    """One WordPress. Every call opens a connection of its own; safe to share between threads and processes."""

    def __init__(self, config: PortalConfig, engine: Engine, uploads: Path) -> None:
        self.config = config
        self.engine = engine
        self.uploads = uploads
        self.media_path = uploads / FOLDER
        self.tables = tables(config.prefix)
        self.places = Places(
            uploads=config.media_url, pattern=config.address, zone=ZoneInfo(config.timezone)
        )  # fmt: skip
        self.owner = sha256(f"{owner_of(engine.url)}/{config.prefix}".encode()).hexdigest()

    @property
    def key(self) -> str:
        """Its name in `config.toml`."""
        return self.config.key

    @property
    def media_url(self) -> str:
        """What stands before a file's path in a page."""
        return self.places.media_url

    @property
    def longest_photo_side(self) -> int:
        """Photos are made no larger than this, in pixels."""
        return self.config.longest_photo_side

    def put(self, item: PortalItem, reached: Reached) -> Placed:
        """See Portal.put."""
        with reading(self.engine, self.key) as connection:
            categories = self._categories(connection, item)
        smaller = self._write_files(item, reached)
        reached(Point.FILES_WRITTEN)
        with self._alone() as connection:
            placed = self._written(connection, item, categories, smaller, reached)
        reached(Point.COMMITTED)
        return placed

    def former_files(self, item: PortalItem) -> Sequence[str]:
        """See Portal.former_files. The names of an article's files are in no other article's.

        What WordPress made of a photo goes with it, under whatever name.
        """
        with self._folder():
            there = folder.without_copies(folder.of_article(self.media_path, item.files_begin), list(item.contents))
        if not there:
            return []
        post = self._post(item.text.key)
        return folder.without_copies(there, post.files if post is not None else ())

    def remove_files(self, files: Collection[str]) -> None:
        """See Portal.remove_files. Refuses while the folder is another portal's."""
        if not files:
            return
        with self._folder():
            self._demand_ours(marked_by(self.media_path))
            media.remove(self.media_path, files)

    def look_up(self, key: str) -> Placed | None:
        """Where the item is, or None."""
        post = self._post(key)
        return None if post is None else self._placed(post)

    def take_down(self, key: str, approval: int) -> Placed | None:
        """See Portal.take_down. It is hidden first; then its files go; then the media library forgets them."""
        with self._alone() as connection:
            row = posts.find(connection, self.tables, key)
            if row is None:
                self._remove_strays(connection, key)
                return None
            post = found(connection, self.tables, row, key)
            if post.record is not None and post.record.text.approval > approval:
                return self._placed(post)
            posts.hide(connection, self.tables, row["ID"])
            self._remove_with_copies(post.files)
            meta.drop(connection, self.tables, row["ID"], [meta.THUMBNAIL])
            attachments.drop(connection, self.tables, post.numbers.values())
            terms.recount(connection, self.tables, post.categories)
        return self._placed(post, visible=False)

    def read_back(self, key: str) -> Shown | None:
        """What the portal shows, through a new connection and from the disk."""
        post = self._post(key)
        if post is None:
            return None
        with self._folder():
            files = folder.with_copies(self.media_path, post.files)
            on_disk = {file: media.sha256_of(self.media_path, file) for file in files}
        return Shown(
            placed=self._placed(post), text=text_of(post, key, self.places), photos=photos_of(post, self.places),
            attachments=attachments_of(post, self.places), on_disk=on_disk,
        )  # fmt: skip

    def check(self) -> Sequence[Checked]:
        """Try the connection, the tables, the rights, what the configuration names, and the folder."""
        return check_wordpress(self.engine, self.tables, self.config, self.media_path, self.owner)

    def sweep_media(self, older_than: datetime) -> Sequence[str]:
        """Remove files of ours that no row refers to, and posts that were begun and given up."""
        with self._folder():
            marker = marked_by(self.media_path)
        if marker is None:
            return []
        self._demand_ours(marker)
        with self._alone() as connection:
            remove_unfinished(connection, self.tables, self.places, older_than)
            kept = referred(connection, self.tables)
            with self._folder():
                return media.sweep(self.media_path, kept, older_than)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def _write_files(self, item: PortalItem, reached: Reached) -> Sequence[Size]:
        with self._folder():
            if not self.uploads.is_dir():  # perhaps a disk that is not there yet
                raise FileNotFoundError("không có thư mục")
            if not item.contents:
                return []
            self._demand_ours(mark(self.media_path, self.owner))
            media.write_files(self.media_path, item.contents, reached)
            made, contents = sizes(self.media_path, item.photos, self.key)
            media.write_files(self.media_path, contents, reached)
        return made

    def _remove_strays(self, connection: Connection, key: str) -> None:
        """The files of an article that somebody deleted in WordPress, which leaves them public."""
        numbers = attachments.present(connection, self.tables, None, key)
        self._remove_with_copies(attachments.files(numbers, meta.of_posts(connection, self.tables, numbers.values())))
        attachments.drop(connection, self.tables, numbers.values())

    def _remove_with_copies(self, files: Collection[str]) -> None:
        with self._folder():
            everything = folder.with_copies(self.media_path, files)
        self.remove_files(everything)

    def _written(
        self, connection: Connection, item: PortalItem, categories: Sequence[int], smaller: Sequence[Size],
        reached: Reached,
    ) -> Placed:  # fmt: skip
        """Look the key up first: after a crash nobody knows what was written."""
        key, approval = item.text.key, item.text.approval
        row = posts.find(connection, self.tables, key)
        post = None if row is None else found(connection, self.tables, row, key)
        former = None if post is None else post.record
        before = 0 if former is None else former.text.approval
        if before > approval:
            problem = "trên cổng đã có bản được duyệt sau bản này"
            raise PortalError(portal=self.key, problem=problem, retryable=False)
        if post is not None and before == approval:
            reached(Point.ROW_WRITTEN)
            return self._placed(post)
        name = posts.name_for(connection, self.tables, row, key, former.name if former else None, item.text.slug)
        writing = Writing(
            connection=connection, tables=self.tables, places=self.places, config=self.config,
            record=record_of(item, name, categories, smaller),
        )  # fmt: skip
        number = writing.begin(None if row is None else row["ID"])
        numbers = writing.attach(number)
        reached(Point.ROW_WRITTEN)  # the last moment before readers see anything of it, with or without transactions
        writing.show(number, numbers)
        return Placed(portal_id=str(number), approval=approval, visible=True, address=self.places.article(number, name))

    def _categories(self, connection: Connection, item: PortalItem) -> Sequence[int]:
        text = item.text
        slugs = self.config.categories.get(text.column_key, (text.column_key,))
        given = text.column_key in self.config.categories
        categories = terms.wanted(connection, self.tables, slugs, "" if given else text.column_name)
        if not categories:
            problem = (
                f"cổng không có chuyên mục {', '.join(slugs)} cho “{text.column_name}”; tạo trên cổng, hoặc khai báo "
                "categories trong config.toml, bài sẽ tự được đăng"
            )
            raise PortalError(portal=self.key, problem=problem)
        return categories

    def _post(self, key: str) -> Found | None:
        with reading(self.engine, self.key) as connection:
            row = posts.find(connection, self.tables, key)
            return None if row is None else found(connection, self.tables, row, key)

    def _placed(self, post: Found, *, visible: bool | None = None) -> Placed:
        number, name = post.row["ID"], post.row["post_name"]
        return Placed(
            portal_id=str(number), approval=post.record.text.approval if post.record else 0,
            visible=post.visible if visible is None else visible, address=self.places.article(number, name),
        )  # fmt: skip

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        with alone(self.engine, self.key, self.config.prefix, self.config.timeout_seconds) as connection:
            yield connection

    def _demand_ours(self, marker: str | None) -> None:
        """Raise PortalError when the folder is marked as another portal's."""
        if marker not in {None, self.owner}:
            raise PortalError(portal=self.key, problem=not_ours(self.media_path))

    @contextmanager
    def _folder(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = f"thư mục uploads của cổng chưa dùng được ({self.uploads}): {error.strerror or error}"
            raise PortalError(portal=self.key, problem=problem) from error


def open_wordpress(config: PortalConfig, root: Path) -> WordpressPortal:
    """The portal that `config` describes; relative paths start from `root`. Raises PortalError, SecretError."""
    wrong_url = "url trong config.toml không phải địa chỉ của MariaDB hay MySQL; xem docs/portal-wordpress.md"
    return WordpressPortal(config, *opened(config, root, wordpress_engine, wrong_url=wrong_url))
