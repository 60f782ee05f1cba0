"""Excel files as tables: each sheet under its name, cells as they are shown, merged ones once.

An own walk over the XML, because no reader in use gives what a cell shows: the number formats are left to the caller,
and the fonts that tell TCVN3 from Unicode with them. Formulas are never computed: the result that was stored is
taken. What is hidden, noted or printed in the margins is set aside.
"""

from collections.abc import Iterable, Iterator, Sequence

from ingest.letter import Part
from ingest.openers.drawn import boxed_text, drawn_in, pictures_in
from ingest.openers.finish import Aside, conversion_findings, finish
from ingest.openers.graphic_findings import graphics_asides, graphics_found
from ingest.openers.grid import Place, table_of
from ingest.openers.painter import Painter, charts_in
from ingest.openers.sheetml.sheet import Sheet, SheetReader
from ingest.openers.sheetml.workbook import SheetPart, Workbook
from ingest.openers.unreadable import about_attachment, hint
from ingest.openers.wordml.package import Package
from ingest.openers.xml_stream import local_name
from ingest.source import Opened
from tinbai.blocks import Block, Paragraph, Picture, Span, plain
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits

_MOST_SHEETS = 200
_HIDDEN = "hàng, cột hoặc trang tính ẩn trong tệp Excel"
_COMMENT = "ghi chú (comment) trong tệp Excel"
_MARGIN = "đầu trang, chân trang của tệp Excel"
_BOX = "khung chữ trong tệp Excel"
_CUT = "Tệp “{name}” có quá nhiều ô: chỉ đọc phần đầu, đề nghị xem phần còn lại ở tệp gốc."
_UNCOMPUTED = (
    "Tệp “{name}” có {count} ô công thức chưa lưu kết quả nên để trống; "
    "đề nghị người gửi mở bằng Excel, lưu lại rồi gửi lại."
)
_EXTERNAL = "Tệp “{name}” lấy số liệu từ {count} tệp khác, không kèm theo; đề nghị đối chiếu các số liệu đó."
_MACRO = "Tệp “{name}” có macro. Macro không được chạy; đề nghị người gửi lưu lại dạng .xlsx rồi gửi lại."


def open_spreadsheet(part: Part, limits: Limits) -> Opened:
    """The sheets of an .xlsx file. Raises UnreadableError."""
    package = Package(part.content, limits, "Excel")
    book = Workbook(package)
    parts = list(book.sheets)[:_MOST_SHEETS]
    sheets = _sheets(book, parts, limits)
    painter = Painter(package, limits)
    pictures = [
        [
            *pictures_in(package, sheet.part, part.filename),
            *charts_in(package, sheet.part, painter, part.filename),
        ]
        for sheet in parts
    ]
    drawn = [graphic for sheet in parts for graphic in drawn_in(package, sheet.part)]
    blocks, cut = _blocks(sheets, pictures, limits)
    cut = cut or len(parts) < len(book.sheets) or any(sheet.cut for sheet in sheets)
    source = finish(part.filename, blocks, [*_asides(package, parts, sheets), *graphics_asides(drawn)])
    unique = {each.sha256: each for found in pictures for each in found}
    findings = [
        *conversion_findings(source),
        *_findings(part.filename, book, sheets, cut=cut),
        *graphics_found(part.filename, drawn, painter.painted),
    ]
    return Opened(source=source, parts=list(unique.values()), findings=findings)


def _sheets(book: Workbook, parts: Iterable[SheetPart], limits: Limits) -> list[Sheet]:
    left = limits.document_blocks
    readers = []
    for part in parts:
        readers.append(SheetReader(book, part, left))
        left = max(0, left - readers[-1].cells)
    shared = book.shared_strings({number for reader in readers for number, _ in reader.strings.values()})
    return [reader.finish(shared) for reader in readers]


def _blocks(sheets: Sequence[Sheet], pictures: Sequence[Sequence[Part]], limits: Limits) -> tuple[list[Block], bool]:
    """The tables of the sheets that are shown, under their names when there are several."""
    blocks: list[Block] = []
    shown = [(sheet, found) for sheet, found in zip(sheets, pictures, strict=True) if not sheet.hidden]
    several = sum(bool(sheet.grid.cells or found) for sheet, found in shown) > 1
    cut = False
    for sheet, found in shown:
        table, table_cut = table_of(sheet.grid, limits.document_blocks)
        cut = cut or table_cut
        if (table or found) and several and sheet.name:
            blocks.append(Paragraph(spans=(Span(text=sheet.name),), heading=2))
        blocks += [table] if table else []
        blocks += [Picture(sha256=each.sha256) for each in found]
    return blocks, cut


def _asides(package: Package, parts: Sequence[SheetPart], sheets: Sequence[Sheet]) -> Iterator[Aside]:
    for part, sheet in zip(parts, sheets, strict=True):
        unseen = sheet.unseen | (sheet.grid.cells if sheet.hidden else {})
        if unseen:
            yield Aside(blocks=_lines(unseen), why=_HIDDEN)
        for texts, why in (
            (_comments(package, part.part), _COMMENT),
            (sheet.margins, _MARGIN),
            (boxed_text(package, part.part), _BOX),
        ):
            if blocks := list(map(plain, texts)):
                yield Aside(blocks=blocks, why=why)


def _lines(cells: dict[Place, Sequence[Span]]) -> list[Block]:
    """The cells as lines of text, row by row."""
    rows: dict[int, list[Span]] = {}
    for (row, _), spans in sorted(cells.items(), key=lambda item: item[0]):
        line = rows.setdefault(row, [])
        line += [Span(text="\t"), *spans] if line else spans
    return [Paragraph(spans=spans) for spans in rows.values()]


def _comments(package: Package, part: str) -> Iterator[str]:
    """The notes on the cells of a sheet, old and new ones."""
    for relation in package.relations(part).values():
        if relation.kind not in ("comments", "threadedComment") or relation.external:
            continue
        root = package.xml(relation.target)
        for element in () if root is None else root.iter():
            if local_name(element) in ("comment", "threadedComment"):
                text = "".join(piece.text or "" for piece in element.iter() if local_name(piece) in ("t", "text"))
                if text.strip():
                    yield " ".join(text.split())


def _findings(name: str, book: Workbook, sheets: Sequence[Sheet], *, cut: bool) -> Iterator[Finding]:
    if any(entry.endswith("vbaproject.bin") for entry in book.package.names):
        yield about_attachment("macro", _MACRO.format(name=name), Severity.BLOCK)
    if cut:
        yield about_attachment("document_cut", _CUT.format(name=name))
    if count := sum(sheet.uncomputed for sheet in sheets):
        yield hint("formulas_not_computed", _UNCOMPUTED.format(name=name, count=count))
    if book.external_links:
        yield hint("external_data", _EXTERNAL.format(name=name, count=book.external_links))
