"""The blocks of a story: its paragraphs and tables in order."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ingest.openers.wordml.names import MC, OFF, VAL, W
from ingest.openers.wordml.paragraph import ParagraphReader
from ingest.openers.wordml.story import Story
from tinbai.blocks import Block, Cell, Paragraph, Table

_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_WIDEST = 1_000  # columns: a table that claims more is not laid out


def read_blocks(story: Story, container: etree._Element) -> list[Block]:
    """The raw blocks of a `w:body`, a cell, a text box, a header, a note."""
    blocks: list[Block] = []
    initial: etree._Element | None = None
    for element in _content(container):
        if not story.take_block():
            break
        if element.tag == W + "p" and initial is None and _is_drop_cap(element):
            initial = element
        elif element.tag == W + "p":
            blocks.extend(ParagraphReader(story, element, read_blocks, initial).blocks())
            initial = None
        else:
            table = _table(story, element)
            if table.rows:
                blocks.append(table)
    if initial is not None:  # a drop cap of nothing
        blocks.extend(ParagraphReader(story, initial, read_blocks).blocks())
    return blocks


def _is_drop_cap(element: etree._Element) -> bool:
    """Whether a paragraph is the large first letter of the one below it (ISO/IEC 29500-1, 17.3.1.11, dropCap)."""
    frame = element.find(f"{W}pPr/{W}framePr")
    return frame is not None and frame.get(W + "dropCap", "none") != "none"


def _content(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, through whatever only wraps them."""
    for child in container:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _content(child)
        elif child.tag == MC + "AlternateContent" and len(child):
            yield from _content(child[0])


def _table(story: Story, element: etree._Element) -> Table:
    """A table; what stands in inherits from its style, else from that of the table around it."""
    around, named = story.table_style, element.find(f"{W}tblPr/{W}tblStyle")
    story.table_style = around if named is None else named.get(VAL)
    table = _table_of_rows(story, element)
    story.table_style = around
    return table


def _table_of_rows(story: Story, element: etree._Element) -> Table:
    rows: list[list[Cell]] = []
    open_cells: dict[int, tuple[int, int]] = {}  # grid column -> row and place of the cell that is merged downwards
    for row in _rows(element):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            story.traces.deleted.extend(read_blocks_of_cells(story, row))
            continue
        header = properties is not None and _on(properties.find(W + "tblHeader"))
        rows.append([])
        column = _skipped(properties)
        for cell in _cells(row):
            if story.cut:
                break
            column = _place_cell(story, cell, rows, column, open_cells, header=header)
    return Table(rows=[row for row in rows if row])


def _place_cell(
    story: Story,
    element: etree._Element,
    rows: list[list[Cell]],
    column: int,
    open_cells: dict[int, tuple[int, int]],
    *,
    header: bool,
) -> int:
    """Add a cell to the last row, or lengthen the one above that it is merged with. Returns the next grid column."""
    properties = element.find(W + "tcPr")
    span = _span(properties)
    merged = None if properties is None else properties.find(W + "vMerge")
    if merged is not None and merged.get(VAL) != "restart" and column in open_cells:
        row, place = open_cells[column]
        above = rows[row][place]
        rows[row][place] = replace(above, rowspan=len(rows) - row, blocks=[*above.blocks, *read_blocks(story, element)])
        return column + span
    open_cells.pop(column, None)
    if merged is not None:
        open_cells[column] = (len(rows) - 1, len(rows[-1]))
    rows[-1].append(Cell(blocks=read_blocks(story, element), header=header, colspan=span))
    return column + span


def read_blocks_of_cells(story: Story, row: etree._Element) -> list[Block]:
    """The blocks of a row that was deleted with tracked changes, without its grid."""
    return [block for cell in _cells(row) for block in read_blocks(story, cell) if isinstance(block, Paragraph)]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)


def _skipped(properties: etree._Element | None) -> int:
    """Grid columns left out before the first cell."""
    element = None if properties is None else properties.find(W + "gridBefore")
    return 0 if element is None else _small_number(element.get(VAL, ""), 0)


def _span(properties: etree._Element | None) -> int:
    element = None if properties is None else properties.find(W + "gridSpan")
    return 1 if element is None else max(1, _small_number(element.get(VAL, ""), 1))


def _small_number(text: str, default: int) -> int:
    return min(int(text), _WIDEST) if text.isdecimal() and len(text) < len(str(_WIDEST)) else default


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(VAL, "1") not in OFF
