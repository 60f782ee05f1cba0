"""The fields of each list, and what somebody typed or sent in a file made into an entry."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from review.language import SOURCE, speaking
from review.locale import lists as words
from tinbai.errors import InputError
from tinbai.site_entries import Entry
from tinbai.site_list import LONGEST, ListName
from tinbai.text import clean_line

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMBER = re.compile(r"(?=(?:\D*\d){3})[\d\s.()+-]+")
_DOCUMENT = re.compile(r"\d+/\d{4}(?:/[\w-]+)*")
_ACTS = ("'=", "'+", "'-", "'@")  # as our own files have them
_FIRST_YEAR = 1900


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field of a list; `day`: it holds a day."""

    name: str
    needed: bool = False
    day: bool = False


_NAME, _VALUE = Field(name="name", needed=True), Field(name="value")
_SINCE, _UNTIL = Field(name="since", day=True), Field(name="until", day=True)
_NEEDED_DAY = Field(name="until", needed=True, day=True)
FIELDS: Mapping[ListName, Sequence[Field]] = {
    ListName.LEADERS: (_NAME, Field(name="value", needed=True), _SINCE, _UNTIL),
    ListName.PLACES: (_NAME, _VALUE, _NEEDED_DAY),
    ListName.ABBREVIATIONS: (_NAME, _VALUE),
    ListName.HOTLINES: (_NAME, _VALUE),
    ListName.LEXICON: (_NAME, _VALUE),
    ListName.REPLACED: (
        Field(name="note", needed=True), _NAME, _NEEDED_DAY, Field(name="value", needed=True),
        Field(name="since", needed=True, day=True),
    ),
}  # fmt: skip


def label(name: ListName, field: Field) -> str:
    """What a field is called on the page and above its column."""
    return words.FIELD[f"{name}.{field.name}"]


def in_files(name: ListName, field: Field) -> str:
    """What stands above its column in a file: Vietnamese, whoever takes it."""
    with speaking(SOURCE):
        return label(name, field)


def entry_of(name: ListName, given: Mapping[str, str]) -> Entry:
    """The entry that texts by the names of fields make. Raises InputError."""
    texts = {field.name: _plain(given.get(field.name, "")) for field in FIELDS[name]}
    for field in FIELDS[name]:
        if field.needed and not texts[field.name]:
            raise InputError(field=field.name, problem="entry_missing")
        if len(texts[field.name]) > LONGEST:
            raise InputError(field=field.name, problem="entry_long")
    days = {field.name: day_of(texts[field.name], field.name) for field in FIELDS[name] if field.day}
    since, until = days.get("since"), days.get("until")
    if name is ListName.LEADERS and since and until and since > until:
        raise InputError(field="until", problem="entry_days")
    if name is ListName.REPLACED and since and until and since <= until:
        raise InputError(field="since", problem="entry_days")
    if name is ListName.HOTLINES and not _NUMBER.fullmatch(texts["name"]):
        raise InputError(field="name", problem="entry_number")
    if name is ListName.REPLACED and not all(_DOCUMENT.fullmatch(texts[each]) for each in ("name", "value")):
        raise InputError(field="name", problem="entry_document")
    plain = {key: texts.get(key, "") for key in ("name", "value", "note")}
    return Entry(**plain, since=since, until=until)


def day_of(text: str, field: str) -> date | None:
    """A day as people write it (01/07/2025, 1.7.2025) or as browsers send it. Raises InputError."""
    if not text:
        return None
    iso, found = _ISO_DAY.fullmatch(text), _DAY.fullmatch(text)
    try:
        if iso:
            day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        elif found:
            day = date(int(found[3]), int(found[2]), int(found[1]))
        else:
            raise ValueError(text)
    except ValueError as error:
        raise InputError(field=field, problem="entry_day") from error
    if not _FIRST_YEAR <= day.year < _FIRST_YEAR + 1_000:
        raise InputError(field=field, problem="entry_day")
    return day


def cells_of(name: ListName, entry: Entry) -> list[str]:
    """An entry as the cells of a row, in the order of the fields."""
    return [_shown(getattr(entry, field.name)) for field in FIELDS[name]]


def _shown(value: str | date | None) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value or ""


def _plain(text: str) -> str:
    """One line; the apostrophe taken off with which our files keep a cell from acting."""
    line = clean_line(text)
    return line[1:] if line.startswith(_ACTS) else line
