"""One sheet, cell by cell: what each of them shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from lxml import etree

from ingest.openers.columns import Columns
from ingest.openers.grid import Grid, Merged, Place
from ingest.openers.sheetml.cell_format import PLAIN, CellFormat
from ingest.openers.sheetml.number_format import shown, shown_text
from ingest.openers.sheetml.workbook import SheetPart, Workbook, inks_of
from ingest.openers.xml_stream import elements, local_name
from ingest.vietnamese.ink import Ink
from tinbai.blocks import Span

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})$")
_CONTROL = re.compile(r'&(?:"[^"]*"|K[0-9A-F+-]{1,8}|\d{1,3}|[A-Z&])', re.IGNORECASE)  # in headers and footers
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a sheet have no zone
_LONGEST_CELL = 32_767  # characters, as in Excel
_MOST_MERGED = 65_536


@dataclass(kw_only=True)
class Sheet:
    """What one sheet holds."""

    name: str
    hidden: bool
    grid: Grid = field(default_factory=Grid)
    unseen: dict[Place, Sequence[Span]] = field(default_factory=dict)  # in hidden rows and columns
    margins: list[str] = field(default_factory=list)  # what is printed at the top and the foot of each page
    uncomputed: int = 0  # formulas whose result was never stored
    cut: bool = False


class SheetReader:
    """Reads one sheet. Strings that sheets share are only noted: they are had together when all sheets are read."""

    def __init__(self, book: Workbook, part: SheetPart, most_cells: int) -> None:
        self.sheet = Sheet(name=part.name, hidden=part.hidden)
        self.strings: dict[Place, tuple[int, CellFormat]] = {}
        self.cells = 0
        self._book = book
        self._most_cells = most_cells
        self._hidden_columns = Columns()
        self._hidden_rows: set[int] = set()
        self._row = -1
        for element in elements(book.package, part.part, "col", "row", "mergeCell", "headerFooter"):
            self._read(element)
            if self.sheet.cut:
                break

    def finish(self, shared: dict[int, Sequence[Ink]]) -> Sheet:
        """The sheet, its shared strings put in, and what is hidden set apart."""
        for place, (number, form) in self.strings.items():
            if inks := shared.get(number, ()):
                self.sheet.grid.cells[place] = [_dressed(ink, form) for ink in inks]
        cells = self.sheet.grid.cells
        for place in [place for place in cells if self._is_hidden(place)]:
            self.sheet.unseen[place] = cells.pop(place)
        return self.sheet

    def _read(self, element: etree._Element) -> None:
        match local_name(element):
            case "row":
                self._read_row(element)
            case "col" if element.get("hidden") in ("1", "true"):
                first, last = _figure(element.get("min")), _figure(element.get("max"))
                self._hidden_columns.add(first - 1, last - 1)
            case "mergeCell":
                area = _area(element.get("ref", ""))
                if area is not None and len(self.sheet.grid.merged) < _MOST_MERGED:
                    self.sheet.grid.merged.append(area)
            case "headerFooter":
                printed = (" ".join(_CONTROL.sub(" ", child.text or "").split()) for child in element)
                self.sheet.margins += dict.fromkeys(text for text in printed if text)

    def _read_row(self, element: etree._Element) -> None:
        self._row = _figure(element.get("r")) - 1 if element.get("r") else self._row + 1
        if element.get("hidden") in ("1", "true"):
            self._hidden_rows.add(self._row)
        column = -1
        for cell in element:
            place = _place(cell.get("r", ""))
            column = place[1] if place else column + 1
            spans = self._spans(cell, (self._row, column))
            if spans:
                self.sheet.grid.cells[self._row, column] = spans
            self.cells = len(self.sheet.grid.cells) + len(self.strings)
            if self.cells > self._most_cells:
                self.sheet.cut = True
                return

    def _spans(self, cell: etree._Element, place: Place) -> list[Ink]:
        """What a cell shows; nothing yet when it names a shared string."""
        at, formats = _figure(cell.get("s")), self._book.formats
        form = formats[at] if at < len(formats) else PLAIN
        kind, value = cell.get("t", "n"), _child(cell, "v")
        if kind == "inlineStr":
            inline = _child(cell, "is")
            return [] if inline is None else [_dressed(ink, form) for ink in inks_of(inline)]
        text = "" if value is None else (value.text or "")[:_LONGEST_CELL]
        if kind == "s":
            self.strings[place] = (_figure(text), form)
            return []
        if not text:
            self.sheet.uncomputed += _child(cell, "f") is not None
            return []
        text = self._shown(kind, text, form)
        return [_dressed(Ink(text=text), form)] if text else []

    def _shown(self, kind: str, text: str, form: CellFormat) -> str:
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        number = _days(text) if kind == "d" else _number(text) if kind == "n" else None
        if number is None:
            return shown_text(text, form.code) if kind == "str" else text
        return shown(number, form.code, since_1904=self._book.since_1904 and kind != "d")

    def _is_hidden(self, place: Place) -> bool:
        row, column = place
        return row in self._hidden_rows or column in self._hidden_columns


def _dressed(ink: Ink, form: CellFormat) -> Ink:
    return replace(ink, text=ink.text[:_LONGEST_CELL], font=ink.font or form.font, bold=form.bold)


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _place(address: str) -> Place | None:
    """Row and column of "C7"."""
    found = _ADDRESS.match(address)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _area(reference: str) -> Merged | None:
    ends = list(_places(reference))
    return Merged(first=ends[0], last=ends[1]) if len(ends) == 2 else None


def _places(reference: str) -> Iterator[Place]:
    for address in reference.split(":")[:2]:
        place = _place(address)
        if place is not None:
            yield place


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _days(text: str) -> float | None:
    """An ISO 8601 date as the number of days that formats are made for."""
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return None
    return (moment - _FIRST_DAY).total_seconds() / 86_400


def _figure(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
