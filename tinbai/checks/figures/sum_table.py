"""Totals of a table: of its columns in the row "Tổng cộng", of its rows in the column "Tổng số"."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.tables import Cell, Table
from tinbai.checks.vocabulary.table_words import NOT_ADDED, PART_OF, ROMAN, TOTAL
from tinbai.figures import in_figures, read_figure
from tinbai.site_data import SiteData

_Row = Mapping[int, tuple[Cell, Decimal, int]]  # column → cell, value, decimals
_FEWEST = 2  # rows or columns that make a sum
_MOST_CELLS, _MOST_COLUMNS = 5_000, 60


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Tables with cells over several rows or columns are left alone but for their header."""
    for table in article.tables:
        columns = max(map(len, table.rows), default=0)
        if columns <= _MOST_COLUMNS and sum(map(len, table.rows)) <= _MOST_CELLS:
            yield from _columns(table)
            yield from _rows(table)


def _columns(table: Table) -> Iterator[Found]:
    """The last row is the total, or the first below the header; between "Cộng" and "Cộng" stands one group each."""
    headings, rows = _headings(table), _body(table)
    totals = [place for place, row in enumerate(rows) if _is_total(row)]
    if len(totals) != 1 or any(cell.rows > 1 or cell.span > 1 for row in rows for cell in row if not _is_total(row)):
        return
    (place,) = totals
    if place not in {0, len(rows) - 1}:
        return
    parts = [row for number, row in enumerate(rows) if number != place]
    top = [row for row in parts if ROMAN.fullmatch(row[0].text.strip())] if parts else []
    parts = top or [row for row in parts if not any(PART_OF.match(cell.text.strip()) for cell in row[:2])]
    numbers = [_numbers(row) for row in parts]
    for column, (cell, total, decimals) in _numbers(rows[place]).items():
        values = [row[column] for row in numbers if column in row]
        if len(values) >= _FEWEST and len(values) == len(parts) and not NOT_ADDED.search(headings.get(column, "")):
            yield from _judged(table, cell, total, decimals, values, f"cột “{headings.get(column, str(column + 1))}”")


def _rows(table: Table) -> Iterator[Found]:
    """A column is a total when it is so in most rows: then the others are slips."""
    headings = _headings(table)
    wide = [column for column, words in headings.items() if TOTAL.match(words.strip())]
    if len(wide) != 1:
        return
    numbers = [_numbers(row) for row in _body(table)]
    others = {column for row in numbers for column in row if column not in wide}
    added = sorted(column for column in others if not NOT_ADDED.search(headings.get(column, "")))
    sums = [(row[wide[0]], [row[each] for each in added if each in row]) for row in numbers if wide[0] in row]
    sums = [each for each in sums if len(each[1]) == len(added)]
    good = [total == sum((value for _, value, _ in values), Decimal(0)) for (_, total, _), values in sums]
    if len(added) < _FEWEST or sum(good) <= len(good) / 2 or len(good) < _FEWEST:
        return
    for ((cell, total, decimals), values), fits in zip(sums, good, strict=True):
        if not fits:
            yield from _judged(table, cell, total, decimals, values, f"hàng có số {cell.text.strip()}")


def _judged(
    table: Table, cell: Cell, total: Decimal, decimals: int, values: Sequence[tuple[Cell, Decimal, int]], name: str
) -> Iterator[Found]:
    summed = sum((value for _, value, _ in values), Decimal(0))
    most = max(decimals, *(digits for _, _, digits in values))
    slack = Decimal(1).scaleb(-most) / 2 * (len(values) + 1) if most else Decimal(0)
    if abs(summed - total) <= slack:
        return
    right = in_figures(summed, most)
    start = len(cell.text) - len(cell.text.lstrip())
    yield Found(
        where=table.where(cell, start, start + len(cell.text.strip())),
        message=f"Bảng: tổng của {name} là {right}, nhưng ghi {cell.text.strip()}. Hãy xem lại tổng hoặc các số trong "
        "bảng.",
        repairs=(right,),
        confidence=0.9,
    )


def _headings(table: Table) -> dict[int, str]:
    """The words above each column: of the header, or of the first row where no number stands."""
    heads = [row for row in table.rows if row and all(cell.header for cell in row)] or list(table.rows[:1])
    words: dict[int, str] = {}
    for cell in (cell for row in heads for cell in row):
        for column in range(cell.column, cell.column + min(cell.span, 30)):
            words[column] = f"{words[column]} {cell.text}" if column in words else cell.text
    return words


def _body(table: Table) -> list[tuple[Cell, ...]]:
    rows = [row for row in table.rows if row and not all(cell.header for cell in row)]
    return rows[1:] if len(rows) == len(table.rows) else rows


def _numbers(row: Sequence[Cell]) -> _Row:
    found: dict[int, tuple[Cell, Decimal, int]] = {}
    for cell in row:
        figure = read_figure(cell.text.strip())
        if cell.span == 1 and figure.value is not None:
            found[cell.column] = (cell, figure.value, figure.decimals)
    return found


def _is_total(row: Sequence[Cell]) -> bool:
    return any(TOTAL.match(cell.text.strip()) for cell in row[:2])
