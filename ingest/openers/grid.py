"""A grid of cells, as spreadsheets have it, to a table: without its empty rows and columns, merged cells once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tinbai.blocks import Cell, Paragraph, Span, Table

Place = tuple[int, int]  # row and column, counted from 0
_OVERLAPS = 10  # merged areas may cover the whole table so many times


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A rectangle of cells that is shown as one; both ends belong to it."""

    first: Place
    last: Place


@dataclass(kw_only=True)
class Grid:
    """What stands where. The cells may lie millions of rows apart."""

    cells: dict[Place, Sequence[Span]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)


def table_of(grid: Grid, most_cells: int) -> tuple[Table | None, bool]:
    """The grid as a table, and whether its last rows were left out because it has too many cells.

    A row or a column without any text is not shown: sheets are laid out with empty ones.
    """
    rows, columns, cut = _shown(grid.cells, most_cells)
    if not rows:
        return None, cut
    spans = _spans(grid, rows, columns)
    covered = {place: anchor for anchor, places in spans.items() for place in places}
    table = Table(
        rows=[
            [
                _cell(grid, (row, column), spans.get((row, column), ()))
                for column in columns
                if (row, column) not in covered
            ]
            for row in rows
        ]
    )
    return Table(rows=[row for row in table.rows if row]), cut


def _shown(cells: Mapping[Place, Sequence[Span]], most_cells: int) -> tuple[list[int], list[int], bool]:
    """The rows and columns with text, as many of them as make a table of `most_cells`."""
    by_row: dict[int, list[int]] = {}
    for row, column in cells:
        by_row.setdefault(row, []).append(column)
    rows: list[int] = []
    columns: set[int] = set()
    for row in sorted(by_row):
        wider = columns.union(by_row[row])
        if len(wider) * (len(rows) + 1) > most_cells:
            return rows, sorted(columns), True
        rows.append(row)
        columns = wider
    return rows, sorted(columns), False


def _spans(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> dict[Place, list[Place]]:
    """For each merged cell the other places that it covers, among the rows and columns that are shown."""
    spans: dict[Place, list[Place]] = {}
    taken: set[Place] = set()
    left = _OVERLAPS * (len(rows) * len(columns) + 1)  # thousands of areas over one another would take hours
    for area in grid.merged:
        down = rows[bisect_left(rows, area.first[0]) : bisect_right(rows, area.last[0])]
        across = columns[bisect_left(columns, area.first[1]) : bisect_right(columns, area.last[1])]
        left -= len(down) * len(across) + 1
        if left < 0:
            break
        places = [(row, column) for row in down for column in across]
        if len(places) > 1 and taken.isdisjoint(places):
            taken.update(places)
            spans[places[0]] = places[1:]
    return spans


def _cell(grid: Grid, place: Place, covered: Iterable[Place]) -> Cell:
    places = [place, *covered]
    texts = [grid.cells[each] for each in places if each in grid.cells]
    return Cell(
        blocks=[Paragraph(spans=text) for text in texts],
        rowspan=len({row for row, _ in places}),
        colspan=len({column for _, column in places}),
    )
