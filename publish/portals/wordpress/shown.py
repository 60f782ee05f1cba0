"""What a WordPress shows of a post, put together from its rows and compared with what was put there.

A field whose rows are as they should be is the field that was given. One whose rows are otherwise is what the rows
say, so that whoever compares sees which field it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping

from publish.portal import PortalPhoto, PortalText
from publish.portals.wordpress import attachments, meta, terms
from publish.portals.wordpress.blocks import content, plain
from publish.portals.wordpress.places import Places
from publish.portals.wordpress.record import Record, loaded
from publish.portals.wordpress.schema import Tables

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A post's rows. `numbers`: of its files by path; `meta`: by post and key, its own and its files'."""

    row: RowMapping
    record: Record | None
    categories: Sequence[int]
    numbers: Mapping[str, int]
    meta: Mapping[int, Mapping[str, str]]

    @property
    def visible(self) -> bool:
        """Whether readers see it."""
        return bool(self.row["post_status"] == "publish" and not self.row["post_password"])

    @property
    def files(self) -> Sequence[str]:
        """Every file of ours that belongs to it, by its rows or by what was put there."""
        return sorted(attachments.files(self.numbers, self.meta).union(self.record.files if self.record else ()))


def found(connection: Connection, tables: Tables, row: RowMapping, key: str) -> Found:
    """Everything about the post in `row`, which is that of `key`."""
    number = row["ID"]
    numbers = attachments.present(connection, tables, number, key)
    values = meta.of_posts(connection, tables, [number, *numbers.values()])
    return Found(
        row=row, record=loaded(values[number].get(meta.ITEM)), categories=terms.of_post(connection, tables, number),
        numbers=numbers, meta=values,
    )  # fmt: skip


def text_of(post: Found, key: str, places: Places) -> PortalText:
    """The fields, as the rows have them."""
    row, record = post.row, post.record
    if record is None:
        return _unproven(row, key)
    text = record.text
    wrong: dict[str, Any] = {}
    for field, column, expected in (
        ("title", "post_title", plain(text.title)),
        ("summary", "post_excerpt", plain(text.summary)),
        ("slug", "post_name", record.name),
        ("body_html", "post_content", _content(post, record, places)),
    ):
        if row[column] != expected:
            wrong[field] = row[column]
    if sorted(post.categories) != sorted(record.categories):
        wrong["column_key"] = ", ".join(map(str, post.categories))
    for field, moment, name in (
        ("published_at", text.published_at, "post_date"),
        ("updated_at", text.updated_at or text.published_at, "post_modified"),
    ):
        if (row[name], row[f"{name}_gmt"]) != (places.clock(moment), places.utc(moment)):
            wrong[field] = _NEVER
    return replace(text, **wrong)


def photos_of(post: Found, places: Places) -> Sequence[PortalPhoto]:
    """Those of the photos that WordPress knows as it should; none is the cover unless it is the post's thumbnail."""
    if post.record is None:
        return []
    thumbnail = post.meta[post.row["ID"]].get(meta.THUMBNAIL)
    return [
        replace(photo, is_cover=str(post.numbers[photo.file]) == thumbnail)
        for photo in post.record.photos
        if _is_known(post, photo.file, attachments.meta_of(photo, post.record, places))
    ]


def attachments_of(post: Found, places: Places) -> Sequence[Any]:
    """Those of the attachments that WordPress knows as it should."""
    if post.record is None:
        return []
    return [
        file for file in post.record.attachments
        if _is_known(post, file.file, attachments.meta_of(file, post.record, places))
    ]  # fmt: skip


def _is_known(post: Found, file: str, expected: Mapping[str, str]) -> bool:
    return file in post.numbers and expected.items() <= post.meta[post.numbers[file]].items()


def _content(post: Found, record: Record, places: Places) -> str | None:
    """What the content should be; None where a photo in it has no row."""
    if any(photo.file not in post.numbers for photo in record.photos):
        return None
    return content(record, post.numbers, places)


def _unproven(row: RowMapping, key: str) -> PortalText:
    """A post that was begun and not finished: what it says, and no approval that could be taken for its own."""
    return PortalText(
        key=key, approval=0, column_key="", column_name="", title=row["post_title"], slug=row["post_name"],
        summary=row["post_excerpt"], body_html=row["post_content"], byline="", author="", source="", kind="",
        fields="{}", published_at=_NEVER, updated_at=None,
    )  # fmt: skip
