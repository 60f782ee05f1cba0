"""Columns and units kept on the pages of the site. What a board's own file names, the file governs.

Each change is an event and renews what readers of letters know, in the caller's transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from slugify import slugify
from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.column import Column
from tinbai.errors import InputError
from tinbai.people import Origin, Unit, User
from tinbai.register import renew
from tinbai.site import Site
from tinbai.text import clean_line
from tinbai.workflow import record

LONGEST_NAME = 250
LONGEST_KEY = 64


@dataclass(frozen=True, kw_only=True)
class ColumnWanted:
    """How a column is to be. Figures as in `tinbai/column.py`."""

    name: str
    position: int
    decisions: int
    target: int
    longest_silence_days: int
    active: bool


def from_file(site: Site, row: Column | Unit) -> bool:
    """Whether the board's file governs this row: then nothing of it is changed here."""
    return bool(site.data) and row.origin is Origin.FILE


def save_column(
    session: Session, site: Site, column: Column | None, wanted: ColumnWanted, *, by: User, at: datetime
) -> Column:
    """Make a column, or change `column`. Raises InputError."""
    name = _name(wanted.name)
    if wanted.decisions not in (1, 2):
        raise InputError(field="decisions", problem="choice_unknown")
    if not all(0 <= figure <= 10_000 for figure in (wanted.position, wanted.target, wanted.longest_silence_days)):
        raise InputError(field="position", problem="number_wrong")
    decision = "column_changed" if column else "column_added"
    if column is None:
        column = Column(site_id=site.id, key=_key(session, Column, site, name))
        session.add(column)
    elif from_file(site, column):
        raise InputError(field="name", problem="from_file")
    before = _as_data(column)
    column.name, column.position, column.decisions, column.active = (
        name, wanted.position, wanted.decisions, wanted.active,
    )  # fmt: skip
    column.target, column.longest_silence_days = wanted.target, wanted.longest_silence_days
    column.origin = Origin.PAGE
    _note(session, site, column, decision, before, by=by, at=at)
    return column


def save_unit(
    session: Session, site: Site, unit: Unit | None, *, name: str, bloc: str, active: bool, by: User, at: datetime
) -> Unit:
    """Make a unit, or change `unit`. Raises InputError."""
    name = _name(name)
    decision = "unit_changed" if unit else "unit_added"
    if unit is None:
        unit = Unit(site_id=site.id, key=_key(session, Unit, site, name))
        session.add(unit)
    elif from_file(site, unit):
        raise InputError(field="name", problem="from_file")
    before = _as_data(unit)
    unit.name, unit.bloc, unit.active = name, clean_line(bloc)[:LONGEST_KEY] or None, active
    unit.origin = Origin.PAGE
    _note(session, site, unit, decision, before, by=by, at=at)
    return unit


def _name(name: str) -> str:
    name = clean_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise InputError(field="name", problem="entry_name_wrong")
    return name


def _key(session: Session, kind: type[Column] | type[Unit], site: Site, name: str) -> str:
    """A short name made from the long one, that nothing else of this kind has."""
    known = set(session.scalars(select(kind.key).where(kind.site_id == site.id)))
    stem = slugify(name, max_length=LONGEST_KEY - 4) or "muc"
    return next(key for number in range(1, len(known) + 2)
                if (key := stem if number == 1 else f"{stem}-{number}") not in known)  # fmt: skip


def _as_data(row: Column | Unit) -> Mapping[str, str]:
    names = ("name", "position", "decisions", "target", "longest_silence_days", "bloc", "active")
    return {name: str(getattr(row, name, None)) for name in names if hasattr(row, name)}


def _note(
    session: Session, site: Site, row: Column | Unit, decision: str, before: Mapping[str, str], *, by: User,
    at: datetime,
) -> None:  # fmt: skip
    session.flush()
    after = _as_data(row)
    changed = [name for name in after if after[name] != before.get(name)]
    if changed:
        data = {
            "about": row.name, "before": [f"{name}: {before[name]}" for name in changed if before[name] != "None"],
            "after": [f"{name}: {after[name]}" for name in changed],
        }  # fmt: skip
        record(session, type(row).__tablename__, row.id, site.id, decision, by=by, at=at, data=data)
    renew(session, site)
