"""What a file would do to a list, row by row, before anything is taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from review.list_fields import FIELDS, cells_of, entry_of, in_files
from review.locale import lists as words
from tinbai.errors import InputError
from tinbai.site_entries import Entry, key_of
from tinbai.site_list import ListName
from tinbai.text import clean_line, fold


@dataclass(frozen=True, kw_only=True)
class PreviewRow:
    """One row of the file. `number` counts rows with text, the headings first; `was` is what a changed one was."""

    number: int
    state: str  # added, changed, same, refused
    cells: Sequence[str]
    was: Sequence[str] = ()
    why: str = ""
    entry: Entry | None = None


def columns_of(name: ListName, headings: Sequence[str]) -> dict[str, int] | list[str]:
    """Which column holds which field, by the headings; or the names of needed ones that are missing.

    Headings are known whatever their capitals and marks, in the language of the page and in Vietnamese.
    """
    places = {fold(clean_line(heading).rstrip("*: ")): number for number, heading in reversed([*enumerate(headings)])}
    found, missing = {}, []
    for field in FIELDS[name]:
        key = f"{name}.{field.name}"
        known = [places[each] for each in (fold(words.FIELD[key]), fold(in_files(name, field))) if each in places]
        place = known[0] if known else None
        if place is not None:
            found[field.name] = place
        elif field.needed:
            missing.append(words.FIELD[key])
    return missing or found


def preview(
    name: ListName, rows: Sequence[Sequence[str]], columns: Mapping[str, int], standing: Mapping[str, Entry]
) -> list[PreviewRow]:
    """What becomes of each row below the headings; `standing` is what holds now, by key."""
    seen: set[str] = set()
    return [_row(name, number, row, columns, standing, seen) for number, row in enumerate(rows, start=2)]


def _row(
    name: ListName, number: int, row: Sequence[str], columns: Mapping[str, int], standing: Mapping[str, Entry],
    seen: set[str],
) -> PreviewRow:  # fmt: skip
    given = {field: row[place] if place < len(row) else "" for field, place in columns.items()}
    shown = [given.get(field.name, "") for field in FIELDS[name]]
    try:
        entry = entry_of(name, given)
    except InputError as error:
        return PreviewRow(number=number, state="refused", cells=shown, why=words.PROBLEM[error.problem])
    key, cells = key_of(name, entry), cells_of(name, entry)
    if key in seen:
        return PreviewRow(number=number, state="refused", cells=cells, why=words.PROBLEM["entry_twice"])
    seen.add(key)
    before = standing.get(key)
    if before is None:
        return PreviewRow(number=number, state="added", cells=cells, entry=entry)
    if before == entry:
        return PreviewRow(number=number, state="same", cells=cells, entry=entry)
    was = cells_of(name, before)
    return PreviewRow(number=number, state="changed", cells=cells, was=was, entry=entry)
