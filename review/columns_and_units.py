"""The columns and units of a site as pages offer them: their keys and names, read in one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import CompoundSelect, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from tinbai.column import Column
from tinbai.people import Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Choosable:
    """A column or a unit."""

    id: int
    key: str
    name: str
    active: bool


@dataclass(frozen=True, kw_only=True)
class ColumnsAndUnits:
    """All of a site's, also those that are not in use any more: columns in their order, units by name."""

    columns: Sequence[Choosable]
    units: Sequence[Choosable]


def columns_and_units(session: Session, site_id: int) -> ColumnsAndUnits:
    """Those of a site."""
    found: dict[str, list[Choosable]] = {"column": [], "unit": []}
    for row in session.execute(_query(), {"site": site_id}):
        found[row.noun].append(Choosable(id=row.id, key=row.key, name=row.name, active=row.active))
    return ColumnsAndUnits(columns=found["column"], units=found["unit"])


def usable(those: Iterable[Choosable], chosen: int | None) -> list[Choosable]:
    """Those in use, and the one that is chosen already."""
    return [each for each in those if each.active or each.id == chosen]


@cache
def _query() -> CompoundSelect[str, int, str, str, bool, int]:
    columns = select(
        literal("column").label("noun"), Column.id, Column.key, Column.name, Column.active, Column.position
    ).where(Column.site_id == bindparam("site"))
    units = select(literal("unit"), Unit.id, Unit.key, Unit.name, Unit.active, literal(0)).where(
        Unit.site_id == bindparam("site")
    )
    return union_all(columns, units).order_by("noun", "position", "name")
