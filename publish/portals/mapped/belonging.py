"""Whether the row that a key in a table of ours points to is still the item's.

Such a key says only a number: where the portal gives the number of an article that somebody deleted to another one,
that would be taken for ours. So something by which an article is known must still stand in it.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Date, DateTime
from sqlalchemy.types import TypeEngine

from publish.portals.mapped.record import Record
from publish.portals.mapped.rows import Found, Rows
from publish.portals.mapped.values import Given, plain
from tinbai.config_mapping import ColumnMapping, Source
from tinbai.errors import PortalError


def is_still(rows: Rows, found: Found, record: Record | None, given: Given | None = None) -> bool:
    """By the record of what it was made to say, or by what it is to say: title, body, address, the second of posting.

    One of these is enough, since people change an article on the portal. A key in the row itself needs no such proof.
    """
    if not rows.config.mapping.key.table:
        return True
    said = {name: plain(found.values[name]) for name in _telling(rows)}
    known = [] if record is None else [{**record.main, **_slug(rows, record.slug)}]
    if given is not None:
        known.append({**_meant(rows, given), **_slug(rows, given.item.text.slug)})
    return any(one.get(name) == value for one in known for name, value in said.items() if value)


def taken_by_another(rows: Rows, found: Found) -> PortalError:
    """What is told where it is not, with what to do."""
    table, ours = rows.config.mapping.table, rows.config.mapping.key.table
    problem = (
        f"dòng {found.number} của bảng {table} không còn là bài này: bài có thể đã bị xóa trên cổng và số ấy được dùng "
        f"cho bài khác. Không ghi gì vào dòng ấy. Hãy xem lại trên cổng, rồi xóa dòng có row_number = {found.number} "
        f"trong bảng {ours}"
    )
    return PortalError(portal=rows.config.key, problem=problem, retryable=False)


def _telling(rows: Rows) -> Mapping[str, ColumnMapping]:
    """The columns by which an article is known; two of one day, or of one minute, are nothing strange."""
    return {
        name: column
        for name, column in rows.config.mapping.columns.items()
        if column.source in {Source.TITLE, Source.BODY, Source.SLUG}
        or (column.source is Source.PUBLISHED_AT and _has_seconds(column, rows.schema.main.c[name].type))
    }


def _has_seconds(column: ColumnMapping, kind: TypeEngine[Any]) -> bool:
    if column.form == "unix" or (column.form == "datetime" and isinstance(kind, DateTime)):
        return True
    return not isinstance(kind, Date) and any(mark in column.format for mark in ("%S", "%T", "%X", "%c"))


def _slug(rows: Rows, slug: str | None) -> dict[str, str | None]:
    return {name: slug for name, column in rows.config.mapping.columns.items() if column.source is Source.SLUG}


def _meant(rows: Rows, given: Given) -> dict[str, str | None]:
    wanted = {name: one for name, one in _telling(rows).items() if one.source is not Source.SLUG}
    return {name: plain(value) for name, value in rows.values(rows.schema.main, wanted, given).items()}
