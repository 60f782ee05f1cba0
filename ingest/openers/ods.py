"""OpenDocument spreadsheets (.ods) as tables. The file holds what every cell shows, so nothing is worked out here."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ingest.letter import Part
from ingest.openers.columns import Columns
from ingest.openers.finish import Aside, conversion_findings, finish
from ingest.openers.grid import Grid, Merged, table_of
from ingest.openers.sniff import form_of
from ingest.openers.unreadable import UnreadableError, about_attachment
from ingest.openers.wordml.package import Package
from ingest.openers.xml_stream import elements, local_name
from ingest.source import Opened
from tinbai.blocks import Block, Paragraph, Picture, Span, plain
from tinbai.limits import Limits

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST_SHEETS = 200
_MOST_PICTURES = 200
_MOST_ROWS = 2_000_000  # more than any program has
_HIDDEN = "hàng, cột hoặc trang tính ẩn trong tệp bảng tính"
_COMMENT = "ghi chú (comment) trong tệp bảng tính"
_BOX = "khung chữ trong tệp bảng tính"
_CUT = "Tệp “{name}” có quá nhiều ô: chỉ đọc phần đầu, đề nghị xem phần còn lại ở tệp gốc."
_PROTECTED = "Tệp “{name}” có mật khẩu nên không đọc được; đề nghị người gửi bỏ mật khẩu rồi gửi lại."


@dataclass(kw_only=True)
class _Sheet:
    """One sheet while it is being read."""

    name: str
    hidden: bool
    grid: Grid = field(default_factory=Grid)
    row: int = 0
    column: int = 0  # while the declarations of columns are being read
    hidden_columns: Columns = field(default_factory=Columns)


@dataclass(kw_only=True)
class _Book:
    """What was read so far, and what of it is not shown in cells."""

    most_cells: int
    sheets: list[_Sheet] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    cells: int = 0
    cut: bool = False


def open_ods(part: Part, limits: Limits) -> Opened:
    """The sheets of an .ods file. Raises UnreadableError."""
    package = Package(part.content, limits, "OpenDocument")
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError(_PROTECTED.format(name=part.filename), check="attachment_protected")
    book = _read(package, limits)
    pictures = list(_pictures(package, part.filename))
    blocks = [*_blocks(book), *(Picture(sha256=each.sha256) for each in pictures)]
    texts = ((book.unseen, _HIDDEN), (book.notes, _COMMENT), (book.boxes, _BOX))
    source = finish(part.filename, blocks, [Aside(blocks=[*map(plain, found)], why=why) for found, why in texts])
    cut = [about_attachment("document_cut", _CUT.format(name=part.filename))] if book.cut else []
    return Opened(source=source, parts=pictures, findings=[*conversion_findings(source), *cut])


def _read(package: Package, limits: Limits) -> _Book:
    book = _Book(most_cells=limits.document_blocks)
    hidden_styles: set[str] = set()
    table: etree._Element | None = None
    for element in elements(package, "content.xml", "style", "table-column", "table-row"):
        if local_name(element) == "style":
            if any(child.get(_TABLE + "display") == "false" for child in element):
                hidden_styles.add(element.get(_STYLE + "name", ""))
            continue
        around = next(element.iterancestors(_TABLE + "table"), None)
        if around is None or book.cut:
            break
        if around is not table:
            table = around
            hidden = around.get(_TABLE + "style-name", "") in hidden_styles
            book.sheets.append(_Sheet(name=around.get(_TABLE + "name", "").strip(), hidden=hidden))
        if len(book.sheets) > _MOST_SHEETS:
            book.cut = True
        elif local_name(element) == "table-column":
            _note_columns(element, book.sheets[-1])
        else:
            _read_row(element, book.sheets[-1], book)
    return book


def _note_columns(element: etree._Element, sheet: _Sheet) -> None:
    count = _repeated(element, "number-columns-repeated")
    if element.get(_TABLE + "visibility", "visible") != "visible":
        sheet.hidden_columns.add(sheet.column, sheet.column + count - 1)
    sheet.column += count


def _read_row(row: etree._Element, sheet: _Sheet, book: _Book) -> None:
    hidden_row = sheet.hidden or row.get(_TABLE + "visibility", "visible") != "visible"
    column, filled = 0, []
    for cell in row.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        count = _repeated(cell, "number-columns-repeated")
        if len(cell):
            book.notes += _inner_texts(cell, "annotation")
            book.boxes += _inner_texts(cell, "frame", "custom-shape")
        text = _text(cell)
        if text:
            filled.append((column, min(count, book.most_cells), text, cell))
        column += count
    repeated = _repeated(row, "number-rows-repeated")
    for again in range(min(repeated, book.most_cells) if filled else 0):
        for first, count, text, cell in filled:
            _place(book, sheet, (sheet.row + again, first, count), text, cell, hidden=hidden_row)
        if book.cut:
            return
    sheet.row = min(sheet.row + repeated, _MOST_ROWS)


def _place(
    book: _Book, sheet: _Sheet, at: tuple[int, int, int], text: str, cell: etree._Element, *, hidden: bool
) -> None:
    """Put a text into as many columns as it is repeated over."""
    row, first, count = at
    for column in range(first, first + count):
        book.cells += 1
        if book.cells > book.most_cells:
            book.cut = True
            return
        if hidden or column in sheet.hidden_columns:
            book.unseen.append(text)
        else:
            sheet.grid.cells[row, column] = [Span(text=text)]
    down, across = _repeated(cell, "number-rows-spanned"), _repeated(cell, "number-columns-spanned")
    if down > 1 or across > 1:
        sheet.grid.merged.append(Merged(first=(row, first), last=(row + down - 1, first + across - 1)))


def _text(cell: etree._Element) -> str:
    """The paragraphs of a cell, joined by line breaks."""
    return "\n".join(text for line in cell.iterchildren(_TEXT + "p") if (text := "".join(_pieces(line)).strip()))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        match local_name(child):
            case "s":
                yield " "
            case "tab" | "line-break":
                yield "\t" if local_name(child) == "tab" else "\n"
            case "annotation" | "frame":
                pass
            case _:
                yield from _pieces(child)
        yield child.tail or ""


def _inner_texts(cell: etree._Element, *names: str) -> list[str]:
    """The paragraphs of notes, or of text boxes, that are anchored in a cell."""
    inner = (each for child in cell if local_name(child) in names for each in child.iter(_TEXT + "p"))
    return [text for each in inner if (text := " ".join("".join(_pieces(each)).split()))]


def _repeated(element: etree._Element, name: str) -> int:
    text = element.get(_TABLE + name, "1")
    return max(1, min(int(text), _MOST_ROWS)) if text.isdecimal() and len(text) < 9 else 1


def _blocks(book: _Book) -> list[Block]:
    shown: Sequence[_Sheet] = [sheet for sheet in book.sheets if sheet.grid.cells]
    blocks: list[Block] = []
    for sheet in shown:
        table, cut = table_of(sheet.grid, book.most_cells)
        book.cut = book.cut or cut
        if len(shown) > 1 and sheet.name:
            blocks.append(Paragraph(spans=(Span(text=sheet.name),), heading=2))
        blocks += [table] if table else []
    return blocks


def _pictures(package: Package, document: str) -> Iterator[Part]:
    named = [name for name in package.names if name.startswith("pictures/")][:_MOST_PICTURES]
    for name in named:
        content = package.read(name)
        form = form_of(content)
        if form.is_photo:
            filename = posixpath.basename(package.names[name])
            yield Part(filename=filename, media_type=form.media_type, content=content, inside=document)
