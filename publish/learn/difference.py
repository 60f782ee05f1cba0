"""What changed in a portal's tables since a picture was taken of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from publish.learn.picture import NEWEST, WHOLE, Picture, TablePicture, hashes, key_of, newest, number_column
from publish.portals.mapped.schema import table as reflected_table

MOST_NEW = 50
MOST_NEIGHBOURS = 20


@dataclass(frozen=True, kw_only=True)
class Change:
    """One table. `new`: its new rows, oldest first; `neighbours`: rows that were there before, newest first.

    `changed` counts, by column, the rows that say something else than before.
    """

    table: Table
    new: Sequence[Mapping[str, Any]]
    neighbours: Sequence[Mapping[str, Any]]
    changed: Mapping[str, int]


def differences(connection: Connection, before: Picture) -> Sequence[Change]:
    """Every table of the picture in which something changed. Reads only."""
    found = [_change(connection, name, picture, before.salt) for name, picture in before.tables.items()]
    return [change for change in found if change is not None and (change.new or change.changed)]


def _change(connection: Connection, name: str, before: TablePicture, salt: str) -> Change | None:
    table = reflected_table(connection, name)
    number = number_column(table)
    new: list[Mapping[str, Any]] = []
    neighbours: list[Mapping[str, Any]] = []
    changed: dict[str, int] = {}
    if not (before.whole or before.rows):
        return None
    for row in newest(connection, table, WHOLE + MOST_NEW if before.whole else NEWEST):
        known = before.rows.get(key_of(table, row, salt))
        if known is not None:
            now = hashes(row, salt)
            for column, was, is_now in zip(before.columns, known, now, strict=False):
                changed[column] = changed.get(column, 0) + (was != is_now)
        if known is None and _is_new(row, number, before) and len(new) < MOST_NEW:
            new.append(row)
        elif len(neighbours) < MOST_NEIGHBOURS:
            neighbours.append(row)
    told = {column: count for column, count in changed.items() if count}
    return Change(table=table, new=new[::-1], neighbours=neighbours, changed=told)


def _is_new(row: Mapping[str, Any], number: str | None, before: TablePicture) -> bool:
    return before.whole or (number is not None and (before.largest is None or row[number] > before.largest))
