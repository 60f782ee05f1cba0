"""A table of the body as rows of cells that know their column and their place in the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from tinbai.finding import Where
from tinbai.html_lines import lines_of
from tinbai.html_tree import Node

_MOST_SPANNED = 100


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell. `column` is the first of the `span` columns it stands in; `start` counts in the table's text."""

    text: str
    column: int
    span: int
    rows: int
    header: bool
    start: int


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table that is an element of the body by itself, `block` its index. Tables in quotations are only text."""

    block: int
    rows: tuple[tuple[Cell, ...], ...]

    def where(self, cell: Cell, start: int = 0, end: int | None = None) -> Where:
        """The place of a cell, or of some of its characters."""
        end = len(cell.text) if end is None else end
        return Where(field="body", block=self.block, start=cell.start + start, end=cell.start + end)


def table_of(node: Node, block: int) -> Table:
    """The cells in the order of the text: a row is a line, its cells apart by tabs (see tinbai.html_lines)."""
    rows: list[tuple[Cell, ...]] = []
    taken: dict[int, int] = {}  # column → how many rows below a cell from above still fills it
    position = 0
    for part in _rows_and_captions(node):
        if part.name != "tr":
            position += sum(len(line) + 1 for line in lines_of(part))
            continue
        row = tuple(_cells(part, position, taken))
        rows.append(row)
        position += sum(len(cell.text) + 1 for cell in row) or 1
    return Table(block=block, rows=tuple(rows))


def _rows_and_captions(node: Node) -> Iterator[Node]:
    for part in node.parts:
        if isinstance(part, Node):
            yield from _rows_and_captions(part) if part.name in {"thead", "tbody"} else (part,)


def _cells(row: Node, position: int, taken: dict[int, int]) -> Iterator[Cell]:
    """Cells from left to right, each in the first column that is free."""
    column, filled = 0, {each for each, left in taken.items() if left}
    for each in filled:
        taken[each] -= 1
    for part in row.parts:
        if not isinstance(part, Node):
            continue
        while column in filled:
            column += 1
        text = next(lines_of(Node(name="tr", parts=[part])))
        span, rows = _spanned(part, "colspan"), _spanned(part, "rowspan")
        yield Cell(text=text, column=column, span=span, rows=rows, header=part.name == "th", start=position)
        if rows > 1:
            taken.update(dict.fromkeys(range(column, column + span), rows - 1))
        column += span
        position += len(text) + 1


def _spanned(cell: Node, name: str) -> int:
    value = cell.attributes.get(name, "1")
    return min(int(value), _MOST_SPANNED) if len(value) <= 3 and value.isdecimal() and int(value) else 1
