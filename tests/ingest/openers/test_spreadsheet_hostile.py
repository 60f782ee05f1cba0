"""Spreadsheets that want to cost too much, or to reach out."""

import time

import pytest

from ingest.openers.columns import Columns
from ingest.source import Opened
from tests.ingest.openers.sheet_files import MAIN, relations, rows, xlsx
from tests.ingest.openers.word_files import checks, opened, texts, zipped
from tinbai.blocks import Table
from tinbai.limits import Limits

SECONDS = 10.0  # far above what it takes, far below what an unguarded reader does


def within_limits(content: bytes, limits: Limits | None = None) -> Opened:
    began = time.process_time()
    result = opened(content, filename="la.xlsx", limits=limits)
    assert time.process_time() - began < SECONDS
    return result


def test_two_cells_at_the_ends_of_a_sheet_are_two_cells() -> None:
    data = (
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
    )
    assert texts(within_limits(xlsx(data))) == ["1\t\n\t2"]


def test_a_million_rows_are_read_as_far_as_the_limit_and_told() -> None:
    line = '<row><c t="inlineStr"><is><t>hàng</t></is></c><c><v>1</v></c></row>'
    content = xlsx("<sheetData>" + line * 1_000_000 + "</sheetData>")
    result = within_limits(content, Limits(document_blocks=2_000, archive_ratio=10_000))
    assert result.source is not None
    (table,) = result.source.blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 1_000
    assert checks(result) == {"document_cut"}


def test_a_diagonal_of_cells_makes_no_square_of_empty_ones() -> None:
    cells = "".join(f'<row r="{n}"><c r="{_column(n)}{n}"><v>{n}</v></c></row>' for n in range(1, 5_001))
    result = within_limits(xlsx(f"<sheetData>{cells}</sheetData>"), Limits(document_blocks=10_000))
    assert result.source is not None
    (table,) = result.source.blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 100
    assert checks(result) == {"document_cut"}


def _column(number: int) -> str:
    letters = ""
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters


def test_places_that_no_sheet_has_are_places_all_the_same() -> None:
    data = '<sheetData><row r="99999999999"><c r="ZZZZZZ1"><v>1</v></c><c r="-5"><v>2</v></c></row></sheetData>'
    assert texts(within_limits(xlsx(data))) == ["1\t2"]


@pytest.mark.parametrize("where", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_doctype_is_refused_wherever_it_stands(where: str) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    xml = f"<!DOCTYPE x [{bomb}]><sst {MAIN}><si><t>&e8;</t></si></sst>".encode()
    string = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'
    result = within_limits(xlsx(string, strings=["<t>a</t>"], files={where: xml}))
    assert checks(result) == {"hostile_document"}


def test_an_external_entity_is_not_fetched() -> None:
    xml = (
        f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><worksheet {MAIN}><sheetData>'
        '<row><c t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>'
    )
    result = within_limits(xlsx(rows(("a",)), files={"xl/worksheets/sheet1.xml": xml.encode()}))
    assert (result.source, checks(result)) == (None, {"hostile_document"})


def test_a_bomb_of_shared_strings_is_refused() -> None:
    strings = f"<sst {MAIN}><si><t>{'a' * 60_000_000}</t></si></sst>".encode()
    data = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'
    result = within_limits(xlsx(data, files={"xl/sharedStrings.xml": strings}))
    assert checks(result) == {"archive_bomb"}


def test_a_sheet_of_one_endless_cell_is_cut() -> None:
    result = within_limits(xlsx(rows(("a" * 900_000,))))
    assert len(texts(result)[0]) == 32_767


def test_sheets_that_are_cut_off_in_the_middle_are_told() -> None:
    result = within_limits(xlsx("", files={"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row>"}))
    assert checks(result) == {"attachment_unreadable"}


def test_more_sheets_than_anybody_has_are_not_all_read() -> None:
    result = within_limits(xlsx(*[rows(("a",))] * 250))
    assert result.source is not None
    assert len(result.source.blocks) == 400  # a name and a table each
    assert checks(result) == {"document_cut"}


def test_an_open_document_sheet_of_repeated_cells_is_bounded() -> None:
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    cell = '<t:table-cell t:number-columns-repeated="16384"><x:p>a</x:p></t:table-cell>'
    row = f'<t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row>'
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{table}" xmlns:x="{text}"><o:body><o:spreadsheet>'
        f'<t:table t:name="A">{row}</t:table></o:spreadsheet></o:body></o:document-content>'
    )
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    result = within_limits(zipped({"mimetype": mimetype, "content.xml": content.encode()}))
    assert checks(result) == {"document_cut"}


def test_relations_that_lead_round_in_a_circle_end() -> None:
    files = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("d", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": b"<d/>",
        "xl/drawings/_rels/drawing1.xml.rels": relations(("d", "drawing", "drawing1.xml")),
    }
    assert texts(within_limits(xlsx(rows(("a",)), files=files))) == ["a"]


def test_thousands_of_merged_areas_over_one_another_end() -> None:
    line = "".join(f'<c r="{_column(at)}{{row}}"><v>1</v></c>' for at in range(1, 101))
    data = "".join(f'<row r="{row}">{line.format(row=row)}</row>' for row in range(1, 101))
    areas = "".join(f'<mergeCell ref="A{1 + at % 2}:CV100"/>' for at in range(20_000))
    content = xlsx(f"<sheetData>{data}</sheetData><mergeCells>{areas}</mergeCells>")
    result = within_limits(content)
    assert result.source is not None
    (table,) = result.source.blocks
    assert isinstance(table, Table)
    assert [(cell.colspan, cell.rowspan) for cell in table.rows[0]] == [(100, 100)]


def test_very_many_hidden_ranges_of_columns_cost_no_more_than_reading_them() -> None:
    columns = '<col min="2" max="99999999" hidden="1"/>' * 200_000
    data = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 10_001))
    content = xlsx(f"<cols>{columns}</cols><sheetData>{data}</sheetData>")
    result = within_limits(content, Limits(archive_ratio=10_000))
    assert texts(result)[0].count("\n") == 9_999


def test_hidden_ranges_are_those_that_a_sheet_has() -> None:
    columns = Columns()
    for first, last in ((3, 5), (9, 7), (-4, 0), (16_383, 10**12)):
        columns.add(first, last)
    assert [column for column in range(-5, 20_000) if column in columns] == [0, 3, 4, 5, 16_383]
