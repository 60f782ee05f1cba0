"""The statements of the reference portal, and how its rows become our values. Nothing here opens a connection."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import CompoundSelect, Connection, RowMapping, Select, Table, delete, insert, select, union_all, update

from publish.portal import PortalAttachment, PortalItem, PortalPhoto, PortalText
from publish.portals.reference.schema import FILE_TABLES, portal_article, portal_attachment, portal_photo
from tinbai.errors import PortalError

_TEXT = tuple(field.name for field in fields(PortalText) if field.name != "key")
_PHOTO = tuple(field.name for field in fields(PortalPhoto))
_ATTACHMENT = tuple(field.name for field in fields(PortalAttachment))


def by_key(key: str) -> Select[Any]:
    """The item's row, locked where it is read inside a writing transaction."""
    return select(portal_article).where(portal_article.c.tinbai_key == key)


def add(connection: Connection, item: PortalItem) -> int:
    """Insert the item with its files; returns its number."""
    done = connection.execute(insert(portal_article).values(tinbai_key=item.text.key, visible=True, **_values(item)))
    [number] = list(done.inserted_primary_key or ())
    _add_files(connection, number, item)
    return int(number)


def renew(connection: Connection, number: int, item: PortalItem) -> None:
    """Bring the row and its files to what `item` says, and show it."""
    connection.execute(
        update(portal_article).where(portal_article.c.id == number).values(visible=True, **_values(item))
    )
    for table in FILE_TABLES:
        connection.execute(delete(table).where(table.c.article_id == number))
    _add_files(connection, number, item)


def hide(connection: Connection, number: int) -> None:
    """Readers see it no more."""
    connection.execute(update(portal_article).where(portal_article.c.id == number).values(visible=False))


def text_of(row: RowMapping) -> PortalText:
    """A row of portal_article as what was given to it."""
    return PortalText(key=row["tinbai_key"], **{name: row[name] for name in _TEXT})


def photos_of(connection: Connection, number: int) -> Sequence[PortalPhoto]:
    """The photos of an item, in order."""
    return [PortalPhoto(**{name: row[name] for name in _PHOTO}) for row in _files(connection, portal_photo, number)]


def attachments_of(connection: Connection, number: int) -> Sequence[PortalAttachment]:
    """The attachments of an item, in order."""
    rows = _files(connection, portal_attachment, number)
    return [PortalAttachment(**{name: row[name] for name in _ATTACHMENT}) for row in rows]


def files_of(number: int) -> CompoundSelect[Any]:
    """The paths of an item's files."""
    return union_all(*(select(table.c.file).where(table.c.article_id == number) for table in FILE_TABLES))


def referred(files: Collection[str]) -> CompoundSelect[Any]:
    """Those of `files` that some row refers to."""
    return union_all(*(select(table.c.file).where(table.c.file.in_(files)) for table in FILE_TABLES))


def every_file() -> CompoundSelect[Any]:
    """The paths that any row refers to."""
    return union_all(*(select(table.c.file) for table in FILE_TABLES))


def refuse_too_long(item: PortalItem, portal: str) -> None:
    """Raise PortalError for a text longer than its column: SQLite would not notice, MariaDB may cut it off."""
    too_long = [*_too_long(portal_article, asdict(item.text))]
    for photo in item.photos:
        too_long += _too_long(portal_photo, asdict(photo))
    for attachment in item.attachments:
        too_long += _too_long(portal_attachment, asdict(attachment))
    if too_long:
        problem = f"dài quá mức cổng nhận: {', '.join(too_long)}; đề nghị rút gọn rồi duyệt lại"
        raise PortalError(portal=portal, problem=problem, retryable=False)


def _values(item: PortalItem) -> dict[str, Any]:
    return {name: getattr(item.text, name) for name in _TEXT}


def _add_files(connection: Connection, number: int, item: PortalItem) -> None:
    for table, files in ((portal_photo, item.photos), (portal_attachment, item.attachments)):
        given = [asdict(file) for file in files]
        if given:
            rows = [{"article_id": number, "position": place, **file} for place, file in enumerate(given, start=1)]
            connection.execute(insert(table), rows)


def _files(connection: Connection, table: Table, number: int) -> Sequence[RowMapping]:
    query = select(table).where(table.c.article_id == number).order_by(table.c.position)
    return connection.execute(query).mappings().all()


def _too_long(table: Table, values: Mapping[str, object]) -> list[str]:
    found = []
    for name, value in values.items():
        length = getattr(table.c[name].type, "length", None) if name in table.c else None
        if length is not None and isinstance(value, str) and len(value) > length:
            found.append(f"{name} ({len(value)} ký tự, tối đa {length})")
    return found
