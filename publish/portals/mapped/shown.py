"""What the portal's rows say of an item, held against the record of what they were made to say."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from publish.portal import PortalAttachment, PortalPhoto, PortalText
from publish.portals.mapped.further import plainly, there
from publish.portals.mapped.record import Plain, Record, Row
from publish.portals.mapped.rows import Found, Rows
from publish.portals.mapped.values import plain
from tinbai.config_mapping import MappingConfig, Source

_NEVER = datetime(1, 1, 1, tzinfo=UTC)
_MOMENTS = {Source.PUBLISHED_AT, Source.UPDATED_AT}
_TEXT = {field.name for field in fields(PortalText)}


@dataclass(frozen=True, kw_only=True)
class Stand:
    """An item as it stands: its main row, its record where it was finished, and its further rows as they are."""

    found: Found
    record: Record | None
    visible: bool
    there: tuple[tuple[str, str, tuple[Plain, ...]], ...]


def stand(rows: Rows, found: Found, record: Record | None) -> Stand:
    """How it stands now. A record of another approval is none: the item was not finished."""
    finished = record is not None and record.text.approval == found.approval
    further = tuple(
        (one.table, one.of, tuple(plainly(row, one) for row in there(rows, one, found.number)))
        for one in rows.config.mapping.rows
    )
    return Stand(found=found, record=record if finished else None, visible=rows.is_visible(found), there=further)


def text_of(this: Stand, key: str, mapping: MappingConfig) -> PortalText:
    """What was given, with what the rows say in the place of what they say otherwise."""
    if this.record is None:
        return _unproven(this.found, key, mapping)
    wrong: dict[str, Any] = {}
    for name, column in mapping.columns.items():
        if name in this.record.main and column.source is not None:
            _compare(wrong, column.source, this.record.main[name], plain(this.found.values[name]))
    for one in mapping.rows:
        if one.of not in {"item", "category"}:
            continue
        for row in _of(this.record, one.table, one.of):
            if row.values not in _there(this, one.table, one.of):
                for name in _differing(row.values, _there(this, one.table, one.of)):
                    source = one.columns[name].source if name in one.columns else None
                    _compare(wrong, Source.CATEGORY if one.of == "category" else source, row.values[name], None)
    return replace(this.record.text, **wrong)


def photos_of(this: Stand, mapping: MappingConfig) -> Sequence[PortalPhoto]:
    """Those of the photos whose rows say what they should; none is the cover unless the main row says so too."""
    if this.record is None:
        return []
    photos = [photo for place, photo in enumerate(this.record.photos) if _is_there(this, "photo", place)]
    covers = [name for name, column in mapping.columns.items() if column.source in {Source.COVER, Source.COVER_URL}]
    if any(this.record.main.get(name) != plain(this.found.values[name]) for name in covers if name in this.record.main):
        return [replace(photo, is_cover=False) for photo in photos]
    return photos


def attachments_of(this: Stand) -> Sequence[PortalAttachment]:
    """Those of the attachments whose rows say what they should."""
    if this.record is None:
        return []
    return [file for place, file in enumerate(this.record.attachments) if _is_there(this, "attachment", place)]


def _is_there(this: Stand, of: str, place: int) -> bool:
    rows = [row for row in this.record.rows if row.of == of and row.place == place] if this.record else []
    return all(row.values in _there(this, row.table, of) for row in rows)


def _there(this: Stand, table: str, of: str) -> Sequence[Plain]:
    """The rows there are; a table that the mapping has given up meanwhile holds none that count."""
    return next((rows for where, whose, rows in this.there if (where, whose) == (table, of)), ())


def _of(record: Record, table: str, of: str) -> Sequence[Row]:
    return [row for row in record.rows if (row.table, row.of) == (table, of)]


def _differing(wanted: Plain, there: Sequence[Plain]) -> Sequence[str]:
    """The columns in which no row there says what is wanted; of a missing row all."""
    found = [name for name in wanted if all(row.get(name) != wanted[name] for row in there)]
    return found or [*wanted]


def _compare(wrong: dict[str, Any], source: Source | None, meant: str | None, said: str | None) -> None:
    if meant == said or source is None:
        return
    if source in _MOMENTS:
        wrong[source] = _NEVER
    elif source in {Source.CATEGORY, Source.COLUMN_KEY, Source.COLUMN_NAME}:
        wrong["column_key"] = said or ""
    elif source in _TEXT - {"key", "approval"}:
        wrong[source] = said or ""


def _unproven(found: Found, key: str, mapping: MappingConfig) -> PortalText:
    """A row that was begun and not finished: what it says, and no approval that could be taken for its own."""
    said: dict[str, Any] = {
        column.source: plain(found.values[name]) or ""
        for name, column in mapping.columns.items()
        if column.source in _TEXT - _MOMENTS - {"key"}
    }
    blank = PortalText(
        key=key, approval=0, column_key="", column_name="", title="", slug="", summary="", body_html="", byline="",
        author="", source="", kind="", fields="{}", published_at=_NEVER, updated_at=None,
    )  # fmt: skip
    return replace(blank, **said)
