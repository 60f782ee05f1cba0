"""Tables that are no tables but hold a text or pictures in place, with their captions below or above them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.anatomy.label_names import ABOUT_WRITER, WRITERS, name_in_form
from ingest.anatomy.words import words
from tinbai.blocks import Block, Cell, Paragraph, Picture, Role, Span, Table, cell_text, text_of
from tinbai.text import fold

WORDS_A_PICTURE = 45
LONGEST_CAPTION = 40  # words
SHORTEST_TEXT = 20  # words of a paragraph that no cell of a list of figures holds
LEAST_LABELS = 2  # rows of a form whose labels are known

FORM = "nhãn ghi trong bài"

Row = Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class CountOfForm(Paragraph):
    """What counted the rows of a form and named its columns: no text of an article, whatever stands above the form."""


def unframed(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, frames replaced by what they hold: a single column as it stands, pictures with their captions."""
    return [inner for block in blocks for inner in _opened(block)]


def _opened(block: Block) -> Iterable[Block]:
    if not isinstance(block, Table):
        return [block]
    if (rows := _without_count(block.rows)) is not block.rows and _is_form(rows):
        counted = " ".join(word for row in block.rows for cell in _counting(row) for word in cell_text(cell).split())
        return [
            CountOfForm(spans=(Span(text=counted),)),
            *(inner for label, value in rows for inner in _labelled(label, value)),
        ]
    if _is_form(block.rows):
        return [inner for label, value in block.rows for inner in _labelled(label, value)]
    if all(len(row) <= 1 for row in block.rows):
        return unframed(inner for row in block.rows for cell in row for inner in cell.blocks)
    if _holds_texts(block):
        return unframed(inner for row in block.rows for cell in row for inner in cell.blocks)
    return _content(block) if _is_frame(block) else [block]


def _without_count(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a form without the column that counts them and the row that names its columns; else as they are."""
    if any(len(row) != len(("count", "label", "value")) for row in rows) or not all(map(_counting, rows)):
        return rows
    return [row[1:] for row in rows if _counting(row) != row]


def _counting(row: Row) -> Row:
    """The cells of a row that only count or name columns."""
    first = fold(cell_text(row[0])).strip(" .") if row else ""
    return row if first in {"stt", "tt", "so tt"} else row[:1] if first.isdigit() else ()


def _is_form(rows: Sequence[Row]) -> bool:
    """Whether it is the form in which some offices want their news: "Tiêu đề | ...", "Nội dung | ..."."""
    if len(rows) < LEAST_LABELS or any(len(row) != len(("label", "value")) for row in rows):
        return False
    labels = [fold(cell_text(row[0])).strip(" :") for row in rows]
    telling = sum(name_in_form(label) is not None or label in WRITERS for label in labels)
    return telling > 0 and telling + sum(label in ABOUT_WRITER for label in labels) >= LEAST_LABELS


def _labelled(label: Cell, value: Cell) -> list[Block]:
    """A row as lines: the label stands before the first line of its value."""
    name = Span(text=f"{cell_text(label).strip().rstrip(':')}: ", bold=True)
    first, *rest = unframed(value.blocks) or [Paragraph(spans=())]
    if isinstance(first, Paragraph):
        return [replace(first, spans=(name, *first.spans)), *rest]
    return [Paragraph(spans=(name,)), first, *rest]


def _holds_texts(table: Table) -> bool:
    """Whether it only lays texts out beside one another: one row, in each cell a line above a real paragraph."""
    cells = table.rows[0] if len(table.rows) == 1 else ()
    return len(cells) > 1 and all(_is_text(cell) for cell in cells)


def _is_text(cell: Cell) -> bool:
    counts = [len(words(text_of(block))) for block in cell.blocks if isinstance(block, Paragraph)]
    told = [count for count in counts if count]
    return len(told) > 1 and told[0] <= LONGEST_CAPTION and max(told[1:]) >= SHORTEST_TEXT


def _is_frame(table: Table) -> bool:
    pictures = len(pictures_of(table))
    return pictures > 0 and len(words(text_of(table))) <= WORDS_A_PICTURE * pictures


def _content(table: Table) -> Iterator[Block]:
    """Row by row; of a row of pictures and the row of their captions, column by column."""
    rows = [row for row in table.rows if row]
    paired = _paired(rows)
    for order, row in enumerate(rows):
        if order in paired:
            pictures, captions = (row, rows[paired[order]])
            for picture, caption in zip(pictures, captions, strict=True):
                yield from picture.blocks
                yield from map(_caption, caption.blocks)
        elif order not in paired.values():
            for cell in row:
                alone = len(_pictures_in(cell)) > 0
                yield from map(_caption, cell.blocks) if alone else cell.blocks


def _paired(rows: Sequence[Row]) -> dict[int, int]:
    """Which row of pictures has its captions in which row: the one below it, or the one above when it has none."""
    found: dict[int, int] = {}
    for order, (above, below) in enumerate(pairwise(rows)):
        if order not in found.values() and _are_pictures(above) and _are_captions(below, len(above)):
            found[order] = order + 1
    for order, (above, below) in enumerate(pairwise(rows)):
        free = order not in found.values() and order + 1 not in found
        if free and _are_pictures(below) and _are_captions(above, len(below)):
            found[order + 1] = order
    return found


def _are_pictures(row: Row) -> bool:
    return all(_pictures_in(cell) and not words(cell_text(cell)) for cell in row)


def _are_captions(row: Row, count: int) -> bool:
    texts = [cell_text(cell) for cell in row]
    short = all(len(words(text)) <= LONGEST_CAPTION for text in texts)
    return len(row) == count and short and all(map(words, texts)) and not any(map(_pictures_in, row))


def _caption(block: Block) -> Block:
    short = isinstance(block, Paragraph) and len(words(text_of(block))) <= LONGEST_CAPTION
    return replace(block, role=Role.CAPTION) if short and isinstance(block, Paragraph) else block


def _pictures_in(cell: Cell) -> list[Picture]:
    return [picture for block in cell.blocks for picture in pictures_of(block)]


def pictures_of(block: Block) -> list[Picture]:
    """The pictures in a block, those in the cells of a table too."""
    match block:
        case Picture():
            return [block]
        case Table(rows=rows):
            return [picture for row in rows for cell in row for picture in _pictures_in(cell)]
        case _:
            return []
