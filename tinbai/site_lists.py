"""A board's lists and its wishes for checks, kept on the pages of the site.

Whoever changes one writes an event and renews what ingest and review read beside the site (`site.lists`), in the
caller's transaction: the next check goes by it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.errors import InputError
from tinbai.finding import Severity
from tinbai.people import User
from tinbai.site import Site
from tinbai.site_entries import Entry, as_json, given, key_of, of_program
from tinbai.site_list import CheckWish, ListName, SiteEntry
from tinbai.site_loading import file_data_of
from tinbai.workflow import record

MOST = 5_000  # entries of one list
# What protects people and secrets, and what no portal can do without: no page switches it off or makes it lighter.
FIXED = frozenset({"secrecy_mark", "denouncer", "personal_number", "title_missing"})


def entries_of(session: Session, site: Site, name: ListName) -> Sequence[SiteEntry]:
    """What is kept in a list on the pages, by name."""
    query = select(SiteEntry).where(SiteEntry.site_id == site.id, SiteEntry.list_name == name)
    return session.scalars(query.order_by(SiteEntry.name, SiteEntry.id)).all()


def lock(session: Session, site: Site) -> None:
    """Nobody else changes the lists of this site until the transaction ends; who only refers to it is not kept."""
    session.execute(select(Site.id).where(Site.id == site.id).with_for_update(key_share=True))


def save_entries(
    session: Session, site: Site, name: ListName, entries: Sequence[Entry], *, by: User, at: datetime
) -> int:
    """Keep `entries`; one with the key of another that is there takes its place and is in use. How many changed.

    Raises InputError when the list would become too long.
    """
    lock(session, site)
    known = {row.key: row for row in entries_of(session, site, name)}
    if len({*known, *(key_of(name, each) for each in entries)}) > MOST:
        raise InputError(field="list", problem="list_long")
    changes = [change for each in entries if (change := _put(session, site, name, known, each, by=by, at=at))]
    _note(session, site, "list_changed", name, changes, by=by, at=at)
    return len(changes)


def switch_entry(session: Session, site: Site, name: ListName, key: str, *, on: bool, by: User, at: datetime) -> None:
    """Put an entry in use or out of use: one of the pages, of the file or of the program. Raises InputError.

    An entry that stands in the file or the program, too, and says the same, needs no row once it is in use again.
    """
    lock(session, site)
    row = next((each for each in entries_of(session, site, name) if each.key == key), None)
    ours = (*of_program(name), *given(file_data_of(site), name))
    base = next((each for each in reversed(ours) if key_of(name, each) == key), None)
    if row is None and base is None:
        raise InputError(field="entry", problem="entry_gone")
    if (row.active if row else True) == on:
        return
    if row is None:
        row = _row(site, name, base or Entry(name=""))
        session.add(row)
    row.active, row.changed_at, row.actor = on, at, by.name
    change = ({}, _words(row)) if on else (_words(row), {})
    if on and entry_of(row) == base:
        session.delete(row)
    _note(session, site, "list_switched", name, [change], by=by, at=at)


def save_wish(
    session: Session, site: Site, check: str, *, on: bool | None, severity: Severity | None, by: User, at: datetime
) -> None:
    """What the board wants of `check`; None: as its file or the program has it. Raises InputError for a fixed one."""
    if check in FIXED:
        raise InputError(field="check", problem="check_fixed")
    lock(session, site)
    row = session.scalar(select(CheckWish).where(CheckWish.site_id == site.id, CheckWish.check_name == check))
    before = {"on": row.on, "severity": row.severity} if row else {"on": None, "severity": None}
    after = {"on": on, "severity": severity}
    if before == after:
        return
    if row is None:
        row = CheckWish(site_id=site.id, check_name=check)
        session.add(row)
    row.on, row.severity, row.changed_at, row.actor = on, severity, at, by.name
    _note(session, site, "check_tuned", check, [(before, after)], by=by, at=at)


def wishes_of(session: Session, site: Site) -> Mapping[str, CheckWish]:
    """The board's wishes by the name of the check, with who said so and when."""
    rows = session.scalars(select(CheckWish).where(CheckWish.site_id == site.id))
    return {row.check_name: row for row in rows}


def renew(session: Session, site: Site) -> None:
    """Write down beside the site what the rows have now."""
    session.flush()
    lists = {name: [(entry_of(row), row.active) for row in entries_of(session, site, name)] for name in ListName}
    wishes = {
        name: {key: value for key, value in (("on", row.on), ("severity", row.severity)) if value is not None}
        for name, row in wishes_of(session, site).items()
        if name not in FIXED
    }
    site.lists = as_json(lists, wishes)


def entry_of(row: SiteEntry) -> Entry:
    """The value of a row."""
    return Entry(name=row.name, value=row.value, note=row.note, since=row.since, until=row.until)


def _put(
    session: Session, site: Site, name: ListName, known: dict[str, SiteEntry], entry: Entry, *, by: User, at: datetime
) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
    row = known.get(key_of(name, entry))
    before = _words(row) if row is not None and row.active else {}
    if row is None:
        row = known[key_of(name, entry)] = _row(site, name, entry)
        session.add(row)
    elif row.active and entry_of(row) == entry:
        return None
    row.name, row.value, row.note, row.since, row.until = entry.name, entry.value, entry.note, entry.since, entry.until
    row.active, row.changed_at, row.actor = True, at, by.name
    return before, _words(row)


def _row(site: Site, name: ListName, entry: Entry) -> SiteEntry:
    return SiteEntry(
        site_id=site.id, list_name=name, key=key_of(name, entry), name=entry.name, value=entry.value, note=entry.note,
        since=entry.since, until=entry.until,
    )  # fmt: skip


def _words(row: SiteEntry) -> Mapping[str, Any]:
    days = {name: f"{day:%d/%m/%Y}" for name in ("since", "until") if (day := getattr(row, name)) is not None}
    return {"name": row.name, **({"value": row.value} if row.value else {}), **days}


def _note(
    session: Session, site: Site, decision: str, about: str,
    changes: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], *, by: User, at: datetime,
) -> None:  # fmt: skip
    """One event for all of it: each change as "before" and "after", line by line."""
    if changes:
        lines = [[_line(side) for side in pair] for pair in changes]
        data = {
            "about": about, "before": [line for line, _ in lines if line], "after": [line for _, line in lines if line],
        }  # fmt: skip
        record(session, "site", site.id, site.id, decision, by=by, at=at, data=data)
    renew(session, site)


def _line(side: Mapping[str, Any]) -> str:
    return " · ".join(str(value) for value in side.values() if value is not None)
