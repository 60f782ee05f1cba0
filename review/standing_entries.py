"""The entries of a list as its page shows them: those of the pages, of the board's file, and of the program."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from review.list_fields import cells_of
from review.locale import lists as words
from tinbai.site import Site
from tinbai.site_entries import Entry, given, key_of, of_program
from tinbai.site_list import ListName
from tinbai.site_lists import entries_of, entry_of
from tinbai.site_loading import file_data_of
from tinbai.text import fold


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One entry. `at` and `actor` say who changed it last on the pages; None and "" when nobody did."""

    key: str
    entry: Entry
    cells: Sequence[str]
    active: bool
    origin: str  # in words
    at: datetime | None = None
    actor: str = ""


def standing_entries(session: Session, site: Site, name: ListName) -> list[Standing]:
    """All of a list, those in use first, by name."""
    layers = (("program", of_program(name)), ("file", given(file_data_of(site), name)))
    found = {key_of(name, each): _from(name, each, origin) for origin, entries in layers for each in entries}
    for row in entries_of(session, site, name):
        base, entry = found.get(row.key), entry_of(row)
        same = base is not None and base.entry == entry
        found[row.key] = Standing(
            key=row.key, entry=entry, cells=cells_of(name, entry), active=row.active, at=row.changed_at,
            actor=row.actor, origin=base.origin if base is not None and same else words.ORIGIN["page"],
        )  # fmt: skip
    return sorted(found.values(), key=lambda each: (not each.active, fold(each.entry.name), each.cells))


def in_use(entries: Iterable[Standing]) -> Mapping[str, Entry]:
    """Those that hold now, by key."""
    return {each.key: each.entry for each in entries if each.active}


def _from(name: ListName, entry: Entry, origin: str) -> Standing:
    return Standing(
        key=key_of(name, entry), entry=entry, cells=cells_of(name, entry), active=True, origin=words.ORIGIN[origin]
    )
