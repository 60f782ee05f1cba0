"""The rows of a table that a board uploads, .xlsx or .csv. Pure functions that run in a child process.

Formulas are never computed: the result that the file stores is taken. Old fonts (TCVN3, VNI) are put into Unicode as
those of letters are, and it is told.
"""

import csv
from collections.abc import Sequence
from io import StringIO

from ingest.letter import Part
from ingest.openers.sniff import Form, form_of
from ingest.openers.spreadsheet import open_spreadsheet
from ingest.openers.unreadable import UnreadableError
from ingest.vietnamese.repair import repair_loose
from tinbai.blocks import Table, cell_text
from tinbai.limits import Limits
from tinbai.sheet import MOST_ROWS, Sheet
from tinbai.text import clean_line
from tinbai.vietnamese.detect import marked_words, share_of_syllables
from tinbai.vietnamese.encoding import Encoding

_OTHER = "Không đọc được tệp này. Hãy lưu danh sách dưới dạng Excel (.xlsx) hoặc CSV rồi chọn lại."
_EMPTY = "Tệp không có dòng nào. Hãy điền danh sách theo tệp mẫu rồi chọn lại."
_LONG = "Tệp có quá nhiều dòng (tối đa 2.000). Hãy chia thành nhiều tệp nhỏ hơn."
_OLD_FONT = "Chữ trong tệp dùng phông cũ ({encoding}), đã chuyển sang Unicode. Hãy xem kỹ từng dòng."
_WINDOWS = "Tệp CSV lưu theo bảng mã cũ (Windows-1258), đã chuyển sang Unicode. Hãy xem kỹ từng dòng."
_NAMES = {
    Encoding.TCVN3: "TCVN3", Encoding.VNI: "VNI", Encoding.VISCII: "VISCII", Encoding.VPS: "VPS",
}  # fmt: skip
_LONGEST = 1_000  # characters of a cell that are looked at
_MOST_CELLS = 20  # of a row


def sheet_rows(content: bytes, filename: str, limits: Limits) -> Sheet:
    """The first table of a file. Raises nothing."""
    form = form_of(content)
    try:
        if form is Form.XLSX:
            return _of_workbook(content, filename, limits)
    except UnreadableError as error:
        return Sheet(problem=error.finding().message)
    if content.startswith(b"PK\x03\x04") or (b"\x00" in content and not _is_utf16(content)):
        return Sheet(problem=_OTHER)
    return _of_text(content)


def _of_workbook(content: bytes, filename: str, limits: Limits) -> Sheet:
    opened = open_spreadsheet(Part(filename=filename, media_type=Form.XLSX.value, content=content), limits)
    blocks = opened.source.blocks if opened.source else ()
    table = next((block for block in blocks if isinstance(block, Table)), None)
    rows = [[cell_text(cell) for cell in row] for row in (table.rows if table else ())]
    return _whole(rows, [finding.message for finding in opened.findings])


def _of_text(content: bytes) -> Sheet:
    text, told = _decoded(content)
    first = text.split("\n", 1)[0]
    comma = max(("\t", ";", ","), key=first.count)
    rows = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=comma):
            rows.append(row)
            if len(rows) > 2 * MOST_ROWS:
                break
    except csv.Error:
        return Sheet(problem=_OTHER)
    return _whole(rows, told)


def _decoded(content: bytes) -> tuple[str, list[str]]:
    """Text of a CSV file: Unicode in one of its forms, or else Windows-1258, or else an old font by its content."""
    if _is_utf16(content):
        return content.decode("utf-16", "replace"), []  # its mark says which end comes first
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        plain, windows = content.decode("latin-1"), clean_of(content.decode("cp1258", "replace"))
        repaired = repair_loose(plain)
        if repaired.encoding is Encoding.UNICODE or share_of_syllables(marked_words(windows)) > share_of_syllables(
            marked_words(repaired.text)
        ):
            return windows, [_WINDOWS]
    else:
        repaired = repair_loose(text)
    name = _NAMES.get(repaired.encoding)
    return repaired.text, [_OLD_FONT.format(encoding=name)] if name else []


def clean_of(text: str) -> str:
    """NFC, lines as they are: Windows-1258 writes tones as marks behind their letters."""
    return "\n".join(map(clean_line, text.splitlines()))


def _is_utf16(content: bytes) -> bool:
    return content[:2] in (b"\xff\xfe", b"\xfe\xff")


def _whole(rows: Sequence[Sequence[str]], told: Sequence[str]) -> Sheet:
    cells = [[clean_line(cell[:_LONGEST]) for cell in row[:_MOST_CELLS]] for row in rows]
    filled = [row for row in cells if any(row)]
    if not filled:
        return Sheet(problem=_EMPTY)
    return Sheet(problem=_LONG) if len(filled) > MOST_ROWS + 1 else Sheet(rows=filled, told=list(told))
