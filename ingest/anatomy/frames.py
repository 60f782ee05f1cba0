"""Tables that are no tables but hold pictures in place, with their captions below them."""

from collections.abc import Iterable, Sequence

from ingest.anatomy.words import words
from tinbai.blocks import Block, Picture, Table, text_of

WORDS_A_PICTURE = 45


def unframed(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, tables that only frame pictures replaced by what they hold, row by row."""
    found: list[Block] = []
    for block in blocks:
        found += _content(block) if isinstance(block, Table) and _is_frame(block) else [block]
    return found


def _is_frame(table: Table) -> bool:
    pictures = len(pictures_of(table))
    return pictures > 0 and len(words(text_of(table))) <= WORDS_A_PICTURE * pictures


def _content(table: Table) -> Sequence[Block]:
    """Row by row: a row of pictures, then the row of their captions."""
    return [block for row in table.rows for cell in row for block in cell.blocks]


def pictures_of(block: Block) -> list[Picture]:
    """The pictures in a block, those in the cells of a table too."""
    match block:
        case Picture():
            return [block]
        case Table(rows=rows):
            return [picture for row in rows for cell in row for inner in cell.blocks for picture in pictures_of(inner)]
        case _:
            return []
