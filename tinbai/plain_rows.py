"""Rows written and values asked for by plain statements, in the session's transaction but past its unit of work.

The session's own way costs several times as much for each of them. No listener of the session hears of it, and what
the session has not written yet is not written first.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Insert, Select, Table, Update, bindparam, insert, inspect, update
from sqlalchemy.orm import Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value

from tinbai.db import Base, changed
from tinbai.errors import StaleError

R = TypeVar("R", bound=Base)
T = TypeVar("T")


def insert_now(session: Session, row: R) -> R:
    """INSERT `row` at once; afterwards it has its number and belongs to the session.

    What it refers to must be in the database already.
    """
    statement, columns, key = _insertion(type(row))
    given = row.__dict__
    values = {column: given[name] for name, column in columns.items() if name in given}
    made = session.connection().execute(statement, values).inserted_primary_key
    for name, value in _left_out(type(row)).items():  # else the first look at one of them asks the database for all
        if name not in given:
            set_committed_value(row, name, value)
    set_committed_value(row, key, made[0] if made else None)
    make_transient_to_detached(row)
    session.add(row)
    return row


def update_now(session: Session, row: Base, **values: Any) -> None:
    """UPDATE attributes of a row that has a number `id`; columns that bear the attributes' names.

    Raises StaleError when the row is not in the database.
    """
    (number,) = inspect(row).identity or (None,)
    renewed = session.connection().execute(_renewal(type(row), tuple(values)), {"row": number, **values})
    if changed(renewed) != 1:
        raise StaleError(noun=row.__tablename__, key=number)
    for name, value in values.items():
        set_committed_value(row, name, value)


def value_of(session: Session, statement: Select[T], asked: Mapping[str, Any]) -> T | None:
    """The one value that `statement` finds; None when it finds nothing."""
    return session.connection().execute(statement, asked).scalar()


def table_of(kind: type[Base]) -> Table:
    """The table of a noun."""
    return Base.metadata.tables[kind.__tablename__]


@lru_cache
def _insertion(kind: type[Base]) -> tuple[Insert, Mapping[str, str], str]:
    """The statement, the column of each attribute, and the attribute of the primary key."""
    mapper = inspect(kind)
    columns = {attribute.key: attribute.columns[0].key for attribute in mapper.column_attrs}
    (primary,) = mapper.primary_key
    return insert(table_of(kind)), columns, mapper.get_property_by_column(primary).key


@lru_cache
def _left_out(kind: type[Base]) -> Mapping[str, Any]:
    """What the database has in the columns that an INSERT leaves out, where that is known beforehand."""
    known = {}
    for attribute in inspect(kind).column_attrs:
        column = attribute.columns[0]
        if column.default is not None and column.default.is_scalar:
            known[attribute.key] = column.default.arg
        elif column.default is None and column.server_default is None and column.nullable:
            known[attribute.key] = None
    return known


@lru_cache
def _renewal(kind: type[Base], names: tuple[str, ...]) -> Update:
    table = table_of(kind)
    return update(table).where(table.c.id == bindparam("row")).values({name: bindparam(name) for name in names})
