"""The rows beneath an item's main one: its body, its categories, its photos, its files.

Those that somebody else added for the article stay as they are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    PrimaryKeyConstraint,
    RowMapping,
    Table,
    UniqueConstraint,
    and_,
    delete,
    insert,
    select,
    update,
)

from publish.file_names import OURS
from publish.portals.mapped.record import Plain, Row
from publish.portals.mapped.rows import Found, Rows, Values
from publish.portals.mapped.values import Given, kept, plain
from tinbai.config_mapping import RowsMapping, Source
from tinbai.errors import PortalError

_NAMES_FILES = {Source.FILE, Source.URL, Source.COVER, Source.COVER_URL}
_PATH = re.compile(rf"\d{{4}}/\d{{2}}/{OURS.pattern}")
Wanted = tuple[RowsMapping, int, Values]


def wanted(main: Rows, given: Given) -> Sequence[Wanted]:
    """Every row beside the main one, with what it belongs to and its place there."""
    return [
        (rows, one.place, main.values(main.schema.tables[rows.table], rows.columns, one))
        for rows in main.config.mapping.rows
        for one in _each(rows, given)
    ]


def bring(main: Rows, number: Any, meant: Sequence[Wanted], former: Sequence[Row]) -> None:
    """Let every wanted row be there, and those of ours be gone that say something else.

    The one row of an item is renewed in its place.
    """
    for rows in main.config.mapping.rows:
        values = [one for whose, _, one in meant if whose is rows]
        recorded = [row.values for row in former if (row.table, row.of) == (rows.table, rows.of)]
        if rows.of == "item":
            _bring_one(main, rows, number, values[0], recorded)
            continue
        said = [row_of(rows, 0, one).values for one in values]
        ours = [*said, *recorded]
        _delete(main, rows, number, ours, said)
        left = [plainly(row, rows) for row in there(main, rows, number)]
        for plainly_said, one in zip(said, values, strict=True):
            if plainly_said not in left:
                main.connection.execute(insert(main.schema.tables[rows.table]).values(one))


def drop(main: Rows, number: Any, former: Sequence[Row]) -> None:
    """Let our rows be gone."""
    for rows in main.config.mapping.rows:
        ours = [row.values for row in former if (row.table, row.of) == (rows.table, rows.of)]
        if ours:
            _delete(main, rows, number, ours, [])


def there(main: Rows, rows: RowsMapping, number: Any) -> Sequence[RowMapping]:
    """The rows of one table that belong to an article, whoever wrote them."""
    where = main.schema.tables[rows.table]
    names = {*rows.columns, *(column.name for column in where.primary_key)}
    query = select(*(where.c[name] for name in sorted(names))).where(main.beneath(rows, number))
    return main.connection.execute(query).mappings().all()


def files_named(main: Rows, found: Found) -> set[str]:
    """The paths of files of ours that an item's rows name: for an item whose record is lost."""
    groups = [(main.config.mapping.columns, [found.values])]
    groups += [
        (rows.columns, [dict(row) for row in there(main, rows, found.number)]) for rows in main.config.mapping.rows
    ]
    return {
        path
        for columns, said in groups
        for name, column in columns.items() if column.source in _NAMES_FILES
        for row in said
        for path in _PATH.findall(str(row.get(name) or ""))
    }  # fmt: skip


def is_named(main: Rows, file: str) -> bool:
    """Whether any row, of any article, names this file or shows it in its text."""
    groups = [(main.schema.main, main.config.mapping.columns)]
    groups += [(main.schema.tables[rows.table], rows.columns) for rows in main.config.mapping.rows]
    for where, columns in groups:
        texts = [where.c[name] for name, column in columns.items() if column.source in _NAMES_FILES | {Source.BODY}]
        for column in texts:
            if main.connection.execute(select(column).where(column.contains(file, autoescape=True)).limit(1)).first():
                return True
    return False


def row_of(rows: RowsMapping, place: int, values: Values) -> Row:
    """A wanted row as it is kept in a record."""
    said = {name: plain(values[name]) for name in kept(rows.columns)}
    return Row(table=rows.table, of=rows.of, place=place, values=said)


def plainly(row: RowMapping, rows: RowsMapping) -> Plain:
    """A row that is there, as far as it is compared."""
    return {name: plain(row[name]) for name in kept(rows.columns)}


def _each(rows: RowsMapping, given: Given) -> Iterator[Given]:
    match rows.of:
        case "item":
            yield given
        case "photo":
            yield from (replace(given, file=file, place=place) for place, file in enumerate(given.item.photos))
        case "attachment":
            yield from (replace(given, file=file, place=place) for place, file in enumerate(given.item.attachments))
        case "category":
            yield from (replace(given, place=place) for place in range(len(given.categories)))


def _bring_one(main: Rows, rows: RowsMapping, number: Any, values: Values, former: Sequence[Plain]) -> None:
    where = main.schema.tables[rows.table]
    ours = _ours(main, rows, there(main, rows, number), values, former)
    if ours is None:
        main.connection.execute(insert(where).values(values))
        return
    renewed = {name: values[name] for name in kept(rows.columns) if name != rows.parent}
    if renewed:
        main.connection.execute(update(where).where(_just(where, rows, ours)).values(renewed))


def _ours(
    main: Rows, rows: RowsMapping, found: Sequence[RowMapping], values: Values, former: Sequence[Plain]
) -> RowMapping | None:
    """The one of an article's rows that is ours: the portal may keep others beside it, in another language.

    The constants in the table's keys tell it, whatever else is changed. Where those leave several, it is the one that
    says what it was made to say, or else the one with all the constants. Raises PortalError where nobody can tell.
    """
    constants = [name for name, column in rows.columns.items() if column.source is None]
    telling = _in_keys(main.schema.tables[rows.table]).intersection(constants)
    left = [row for row in found if _agrees(row, values, telling)]
    if len(left) > 1:
        alike = [row for row in left if plainly(row, rows) in former]
        left = alike if len(alike) == 1 else [row for row in left if _agrees(row, values, constants)]
        if len(left) != 1:
            problem = (
                f"bảng {rows.table} của cổng có nhiều dòng của bài này mà không rõ dòng nào là của tinbai; thêm vào "
                "rows một cột value phân biệt dòng ấy (ví dụ ngôn ngữ)"
            )
            raise PortalError(portal=main.config.key, problem=problem, retryable=False)
    return left[0] if left else None


def _in_keys(where: Table) -> set[str]:
    """The columns of its primary key and of what else is unique in it."""
    unique = [one for one in where.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
    indexes = [index for index in where.indexes if index.unique]
    return {column.name for one in (*unique, *indexes) for column in one.columns}


def _agrees(row: RowMapping, values: Values, names: Iterable[str]) -> bool:
    return all(plain(row[name]) == plain(values[name]) for name in names)


def _delete(main: Rows, rows: RowsMapping, number: Any, ours: Sequence[Plain], but: Sequence[Plain]) -> None:
    """Rows that are one of `ours`, whatever somebody has changed in them, and not just as one of `but`.

    A row is ours by the file it shows; where it shows none, by all that it says.
    """
    where = main.schema.tables[rows.table]
    files = [name for name, column in rows.columns.items() if column.source in {Source.FILE, Source.URL}]
    names = files[:1] or kept(rows.columns)
    known = [{name: one.get(name) for name in names} for one in ours]
    for row in there(main, rows, number):
        said = plainly(row, rows)
        if {name: said[name] for name in names} in known and said not in but:
            main.connection.execute(delete(where).where(_just(where, rows, row)))


def _just(where: Table, rows: RowsMapping, row: RowMapping) -> ColumnElement[bool]:
    """This row alone, by its key; where it has none, by all that is known of it."""
    own = [column.name for column in where.primary_key] or [*rows.columns]
    return and_(*(_same(where, name, row[name]) for name in own))


def _same(where: Table, name: str, value: Any) -> ColumnElement[bool]:
    column = where.c[name]
    return column.is_(None) if value is None else column == value
