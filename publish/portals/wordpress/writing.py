"""The statements of one publication, in their order. What is there already is not written again.

Up to `begin` and `attach` nothing is seen by anybody; `show` is everything that readers may notice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from publish.portals.wordpress import attachments, meta, posts, terms
from publish.portals.wordpress.blocks import content, plain
from publish.portals.wordpress.places import Places
from publish.portals.wordpress.record import Record, dumped
from publish.portals.wordpress.schema import Tables
from tinbai.config import PortalConfig


@dataclass(frozen=True, kw_only=True)
class Writing:
    """An item on its way into the rows, on a connection that nobody else writes beside."""

    connection: Connection
    tables: Tables
    places: Places
    config: PortalConfig
    record: Record

    def begin(self, number: int | None) -> int:
        """The number of the post, with its key; a draft that says nothing is made where there is none."""
        if number is None:
            number = posts.begin(self.connection, self.tables, self.record.text.key, self._dates())
        meta.bring(self.connection, self.tables, number, {meta.KEY: self.record.text.key})
        return number

    def attach(self, number: int) -> Mapping[str, int]:
        """The numbers of the item's files by path, each with its rows; and of files that it had before."""
        common = {"post_author": self.config.author_id, **self._dates()}
        return attachments.put(self.connection, self.tables, number, self.record, self.places, common)

    def show(self, number: int, numbers: Mapping[str, int]) -> None:
        """Nothing is missing at any moment: what a text needs comes before it, what it needs no more goes after it."""
        record = self.record
        terms.put_in(self.connection, self.tables, number, record.categories)
        cover = next((str(numbers[photo.file]) for photo in record.photos if photo.is_cover), None)
        if cover is not None:
            meta.bring(self.connection, self.tables, number, {meta.THUMBNAIL: cover})
        posts.publish(self.connection, self.tables, number, self._values(number, numbers))
        out = terms.take_out(self.connection, self.tables, number, record.categories)
        terms.recount(self.connection, self.tables, [*record.categories, *out])
        gone = [*meta.TRASH, *([meta.THUMBNAIL] if cover is None else [])]
        meta.drop(self.connection, self.tables, number, gone)
        kept = {one.file for one in record.own_posts}
        former = [one for file, one in numbers.items() if file not in kept]
        attachments.drop(self.connection, self.tables, former)
        meta.bring(self.connection, self.tables, number, {meta.ITEM: dumped(record)})

    def _values(self, number: int, numbers: Mapping[str, int]) -> Mapping[str, Any]:
        text = self.record.text
        return {
            "post_title": plain(text.title), "post_excerpt": plain(text.summary),
            "post_content": content(self.record, numbers, self.places), "post_name": self.record.name,
            "guid": self.places.guid(number), "comment_status": self.config.comments,
            "ping_status": self.config.comments, "post_author": self.config.author_id, **self._dates(),
        }  # fmt: skip

    def _dates(self) -> Mapping[str, Any]:
        text = self.record.text
        return self.places.dates(text.published_at, text.updated_at or text.published_at)
