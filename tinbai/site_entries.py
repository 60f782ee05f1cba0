"""Entries of a board's lists as values: what makes two of them the same, and what they come to with file and program.

Three layers: what ships with the program, the board's own file over it, the board's pages over both.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from tinbai.replaced_documents import shipped
from tinbai.site_data import EndedPlace, LeaderData, ReplacedDocument, SiteData
from tinbai.site_list import ListName
from tinbai.text import nfc

_SPACES = re.compile(r"\s+")
_NOT_IN_NUMBERS = re.compile(r"[\s.()-]+")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a list. Names and days as in `site_list.SiteEntry`."""

    name: str
    value: str = ""
    note: str = ""
    since: date | None = None
    until: date | None = None


def key_of(name: ListName, entry: Entry) -> str:
    """What an entry is known by in its list: a leader by name and title, all others by their name alone.

    Capitals and spaces make no difference.
    """
    parts = [entry.name, entry.value] if name is ListName.LEADERS else [entry.name]
    if name is ListName.HOTLINES:
        parts = [_NOT_IN_NUMBERS.sub("", part) for part in parts]
    folded = [_SPACES.sub(" ", nfc(part)).strip().casefold() for part in parts]
    return sha256("\x00".join(folded).encode()).hexdigest()[:32]


def given(data: SiteData, name: ListName) -> Sequence[Entry]:
    """What the board's file has in a list."""
    match name:
        case ListName.LEADERS:
            return [Entry(name=one.name, value=one.title, since=one.since, until=one.until) for one in data.leaders]
        case ListName.PLACES:
            return [Entry(name=each.name, value=each.successor or "", until=each.ended) for each in data.ended_places]
        case ListName.ABBREVIATIONS:
            return [Entry(name=each) for each in data.abbreviations]
        case ListName.HOTLINES:
            return [Entry(name=each) for each in data.hotlines]
        case ListName.LEXICON:
            return [Entry(name=each) for each in data.lexicon]
        case ListName.REPLACED:
            return [_of_document(each) for each in data.replaced_documents]


def of_program(name: ListName) -> Sequence[Entry]:
    """What ships with the program in a list."""
    return [_of_document(each) for each in shipped()] if name is ListName.REPLACED else []


def effective(name: ListName, data: SiteData, kept: Iterable[tuple[Entry, bool]]) -> list[Entry]:
    """What holds: entries of the program, of the file, and those `kept` on the pages; the later one of a key wins.

    Of what is kept, the second value says whether it is in use.
    """
    found = {key_of(name, each): each for each in (*of_program(name), *given(data, name))}
    for entry, active in kept:
        key = key_of(name, entry)
        if active:
            found[key] = entry
        else:
            found.pop(key, None)
    return list(found.values())


def as_json(lists: Mapping[ListName, Sequence[tuple[Entry, bool]]], wishes: Mapping[str, Mapping[str, Any]]) -> str:
    """What the pages keep, as one text beside the site: lists, and wishes for checks by name."""
    kept = {name: [[asdict(entry), active] for entry, active in entries] for name, entries in lists.items()}
    return json.dumps({"lists": kept, "checks": wishes}, ensure_ascii=False, default=date.isoformat)


def with_lists(data: SiteData, text: str) -> SiteData:
    """The site's own data as its file has it, with what is kept on its pages over it; "" keeps nothing."""
    kept = json.loads(text) if text else {"lists": {}, "checks": {}}
    lists = {name: effective(name, data, map(_entry, kept["lists"].get(name, ()))) for name in ListName}
    own: dict[str, Any] = {
        "leaders": tuple(
            LeaderData(name=each.name, title=each.value, since=each.since, until=each.until)
            for each in lists[ListName.LEADERS]
        ),
        "ended_places": tuple(
            EndedPlace(name=each.name, ended=each.until, successor=each.value or None)
            for each in lists[ListName.PLACES]
            if each.until is not None
        ),
        "abbreviations": tuple(each.name for each in lists[ListName.ABBREVIATIONS]),
        "hotlines": tuple(each.name for each in lists[ListName.HOTLINES]),
        "lexicon": tuple(each.name for each in lists[ListName.LEXICON]),
        "replaced_documents": tuple(map(_document, lists[ListName.REPLACED])),
        "documents_in_force": (
            *data.documents_in_force,
            *(pair[0]["name"] for pair in kept["lists"].get(ListName.REPLACED, ()) if not pair[1]),
        ),
        "checks": _tuned(data, kept["checks"]),
    }
    return data.model_copy(update=own)


def _tuned(data: SiteData, wishes: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The file's wishes with those of the pages over them; numbers of rules are the file's alone."""
    base = SiteData.model_validate({"name": data.name, "checks": wishes}).checks
    merged = dict(data.checks)
    for name, wish in base.items():
        said = wish.model_dump(exclude_unset=True)
        merged[name] = merged[name].model_copy(update=said) if name in merged else wish
    return merged


def _entry(pair: Sequence[Any]) -> tuple[Entry, bool]:
    fields, active = pair
    days = {name: date.fromisoformat(fields[name]) if fields[name] else None for name in ("since", "until")}
    return Entry(**{**fields, **days}), bool(active)


def _of_document(each: ReplacedDocument) -> Entry:
    return Entry(name=each.number, value=each.by, note=each.kind, since=each.since, until=each.until)


def _document(each: Entry) -> ReplacedDocument:
    if each.since is None or each.until is None:
        raise ValueError(each.name)
    return ReplacedDocument(kind=each.note, number=each.name, until=each.until, by=each.value, since=each.since)
