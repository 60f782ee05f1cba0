"""What each column gets: something of an item, in the form that its mapping asks for and its type holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Boolean, Column, Connection, Date, DateTime, Integer, Numeric, String, Table, func, select

from publish.portal import PortalAttachment, PortalItem, PortalPhoto, PortalText
from tinbai.config_mapping import ColumnMapping, Source
from tinbai.errors import PortalError

# What is written once: readers and the portal's own people may change it afterwards (views, the order, an address).
ONCE = frozenset({Source.SLUG, Source.NEXT_NUMBER, None})


class MisfitError(Exception):
    """A value that a column cannot hold: `words` say which, and why."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(words)


@dataclass(frozen=True, kw_only=True)
class Given:
    """What values are taken from: an item, and of its photos, attachments or categories the one at `place`."""

    item: PortalItem
    media_url: str
    categories: tuple[str, ...]
    number: Any = None
    file: PortalPhoto | PortalAttachment | None = None
    place: int = 0

    def take(self, source: Source) -> Any:
        """What of it is called `source`; None where there is none."""
        text = self.item.text
        match source:
            case Source.ID:
                return self.number
            case Source.CATEGORY:
                return self.categories[self.place]
            case Source.COVER | Source.COVER_URL:
                cover = next((photo.file for photo in self.item.photos if photo.is_cover), None)
                return cover and (cover if source is Source.COVER else f"{self.media_url}/{cover}")
            case Source.URL:
                return f"{self.media_url}/{self.file.file}" if self.file else None
            case Source.POSITION:
                return self.place + 1
            case Source.UPDATED_AT:
                return text.updated_at or text.published_at
        return getattr(text if source in PortalText.__dataclass_fields__ else self.file, source)


def stored(given: Any, mapping: ColumnMapping, column: Column[Any], zone: str) -> Any:
    """`given` as `column` keeps it. Raises MisfitError."""
    if mapping.source is None:
        given = mapping.value
    elif isinstance(given, datetime):
        given = _moment(given, mapping, column, zone)
    elif given is not None:
        given = mapping.values.get(str(given), given)
        if isinstance(given, str):
            given = escape(given) if mapping.escape else given
            given = f"{mapping.before}{given}{mapping.after}" if given or mapping.source is not Source.COVER else ""
    return fitted(given, column)


def fitted(value: Any, column: Column[Any]) -> Any:
    """`value` as the type of `column` wants it. Raises MisfitError."""
    kind = column.type
    if value is None:
        return None if column.nullable or not isinstance(kind, String) else ""
    try:
        if isinstance(kind, Boolean):
            return bool(int(value))
        if isinstance(kind, Integer):
            return int(value)
        if isinstance(kind, Numeric):
            return Decimal(str(value))
    except (ValueError, TypeError, InvalidOperation) as error:
        raise MisfitError(f"cột {column.name} là cột số, không nhận “{str(value)[:40]}”") from error
    if isinstance(kind, Date | DateTime):
        if not isinstance(value, date):
            raise MisfitError(f"cột {column.name} là cột ngày giờ, không nhận “{str(value)[:40]}”")
        return value
    text = str(int(value)) if isinstance(value, bool) else str(value)
    length = getattr(kind, "length", None)
    if length is not None and len(text) > length:
        raise MisfitError(f"{column.name} ({len(text)} ký tự, tối đa {length})")
    return text


def plain(value: Any) -> str | None:
    """A value of a row as text that is the same for what means the same, whichever driver gave it."""
    match value:
        case None:
            return None
        case bool():
            return str(int(value))
        case datetime() if value.tzinfo is not None:
            return f"@{value.timestamp():.0f}"
        case date():
            return value.isoformat()
        case Decimal() | float():
            return f"{Decimal(str(value)).normalize():f}"
    return str(value)


def looked_up(connection: Connection, where: Table, value: Any, mapping: ColumnMapping, portal: str) -> Any:
    """What the portal's own table gives for `value`. Raises PortalError (retryable): somebody adds it there."""
    look_up = mapping.look_up
    if look_up is None or value is None:
        return value
    by = where.c[look_up.by]
    try:
        query = select(where.c[look_up.gives]).where(by == fitted(value, by)).order_by(where.c[look_up.gives]).limit(1)
    except MisfitError as error:
        raise PortalError(portal=portal, problem=error.words) from error
    found = connection.execute(query).scalar()
    if found is None:
        problem = (
            f"bảng {look_up.table} của cổng không có dòng nào có {look_up.by} là “{value}”; thêm trên cổng, hoặc khai "
            "báo categories trong config.toml, bài sẽ tự được đăng"
        )
        raise PortalError(portal=portal, problem=problem)
    return found


def free_name(connection: Connection, column: Column[Any], name: str) -> str:
    """`name`, or with the first number from 2 that makes it one of its own in `column`."""
    length = getattr(column.type, "length", None)
    number = 1
    while True:
        ending = f"-{number}" if number > 1 else ""
        tried = f"{name[: length - len(ending)] if length else name}{ending}"
        if connection.execute(select(func.count()).where(column == tried)).scalar() == 0:
            return tried
        number += 1


def kept(mapping: Mapping[str, ColumnMapping]) -> list[str]:
    """The columns that follow the article for good: they are renewed, and compared when it is read back."""
    return [name for name, column in mapping.items() if column.source not in ONCE]


def _moment(moment: datetime, mapping: ColumnMapping, column: Column[Any], zone: str) -> Any:
    local = moment.astimezone(ZoneInfo(mapping.zone or zone))
    if mapping.form == "unix":
        return int(moment.timestamp())
    if isinstance(column.type, DateTime) and mapping.form == "datetime":
        return moment if column.type.timezone else local.replace(tzinfo=None)
    if isinstance(column.type, Date) and mapping.form == "datetime":
        return local.date()
    return local.strftime(mapping.format)
