"""An Excel file becomes the tables that its sender sees."""

import pytest

from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.sheet_files import MAIN, formats, relations, rows, xlsx
from tests.ingest.openers.word_files import checks, opened, texts, zipped
from tests.ingest.vietnamese.alphabet import SENTENCE, to_tcvn3
from tinbai.blocks import Paragraph, Picture, Table
from tinbai.finding import Severity
from tinbai.vietnamese.encoding import Encoding


def only_table(content: bytes) -> Table:
    source = opened(content, filename="so lieu.xlsx").source
    assert source is not None
    (block,) = source.blocks
    assert isinstance(block, Table)
    return block


def asides(content: bytes) -> list[tuple[str, str]]:
    source = opened(content, filename="so lieu.xlsx").source
    assert source is not None
    return [(aside.text, aside.why) for aside in source.set_aside]


def test_a_sheet_is_a_table_of_what_its_cells_show() -> None:
    content = xlsx(rows(("Thôn", "Số tiền"), ("Đồng Thử", 1_500_000)), styles=formats("#,##0"))
    assert texts(opened(content)) == ["Thôn\tSố tiền\nĐồng Thử\t1500000"]
    styled = xlsx(rows(("Thôn", "Số tiền"), ("Đồng Thử", 1_500_000), style=1), styles=formats("#,##0"))
    assert texts(opened(styled)) == ["Thôn\tSố tiền\nĐồng Thử\t1.500.000"]


def test_comments_of_xml_in_a_row_are_passed_over() -> None:
    content = xlsx(rows(("Thôn", "Đồng Thử")).replace("<c ", "<!-- made by hand --><?x y?><c ", 1))
    assert texts(opened(content)) == ["Thôn\tĐồng Thử"]


def test_shared_strings_truth_values_errors_and_stored_results_are_read() -> None:
    cells = (
        '<c r="A1" t="s"><v>1</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="str"><f>A1&amp;"!"</f><v>hai!</v></c><c r="E1"><f>1+1</f><v>2</v></c>'
    )
    content = xlsx(f'<sheetData><row r="1">{cells}</row></sheetData>', strings=["<t>một</t>", "<t>hai</t>"])
    assert texts(opened(content)) == ["hai\tTRUE\t#REF!\thai!\t2"]


def test_merged_cells_stand_once_and_empty_rows_and_columns_are_left_out() -> None:
    data = rows((None,), (None, "DANH SÁCH", None, None), (None,), (None, "Tên", None, "Tuổi"), (None, "Giả", None, 40))
    table = only_table(xlsx(data + '<mergeCells><mergeCell ref="B2:D3"/></mergeCells>'))
    assert [[(cell.colspan, cell.rowspan) for cell in row] for row in table.rows] == [
        [(2, 1)],
        [(1, 1), (1, 1)],
        [(1, 1), (1, 1)],
    ]


def test_a_cell_merged_downwards_keeps_its_neighbours_in_their_rows() -> None:
    data = rows(("Thôn", "x"), (None, "y"), ("Xóm", "z"))
    table = only_table(xlsx(data + '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'))
    assert [[(cell.colspan, cell.rowspan) for cell in row] for row in table.rows] == [[(1, 2), (1, 1)], [(1, 1)],
                                                                                     [(1, 1), (1, 1)]]  # fmt: skip


def test_merged_areas_over_one_another_do_no_harm() -> None:
    areas = "".join(f'<mergeCell ref="A1:Z{last}"/>' for last in range(2, 3_000))
    table = only_table(xlsx(rows(*[("a", "b")] * 50) + f"<mergeCells>{areas}</mergeCells>"))
    assert sum(len(row) for row in table.rows) == 97  # one area of two rows, which stands once; the rest is as it was


def test_several_sheets_stand_under_their_names() -> None:
    source = opened(xlsx(rows(("a",)), rows(("b",)), rows(()), names=("Quý I", "Quý II", "Trống"))).source
    assert source is not None
    assert [block.heading for block in source.blocks if isinstance(block, Paragraph)] == [2, 2]
    assert texts(opened(xlsx(rows(("a",)), rows(("b",)), names=("Quý I", "Quý II")))) == ["Quý I", "a", "Quý II", "b"]


def test_what_is_hidden_is_set_aside() -> None:
    hidden_row = (
        '<sheetData><row r="1" hidden="1"><c r="A1"><v>7</v></c></row>'
        '<row r="2"><c r="B2"><v>8</v></c><c r="C2"><v>9</v></c></row></sheetData>'
    )
    content = xlsx(
        '<cols><col min="3" max="3" hidden="1"/></cols>' + hidden_row, rows(("mật",)), states=("visible", "hidden")
    )
    assert texts(opened(content)) == ["8"]
    why = "hàng, cột hoặc trang tính ẩn trong tệp Excel"
    assert asides(content) == [("7\n9", why), ("mật", why)]


def test_comments_margins_and_text_boxes_are_set_aside_and_pictures_kept() -> None:
    files = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("c", "comments", "../comments1.xml"), ("d", "drawing", "../drawings/drawing1.xml")
        ),
        "xl/comments1.xml": f"<comments {MAIN}><comment><text><t>xem lại</t></text></comment></comments>".encode(),
        "xl/drawings/drawing1.xml": b'<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b"<a:p><a:r><a:t>Trong khung</a:t></a:r></a:p></d>",
        "xl/drawings/_rels/drawing1.xml.rels": relations(("p", "image", "../media/image1.jpg")),
        "xl/media/image1.jpg": jpeg(),
    }
    margin = '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12UBND xã &amp;P</oddHeader></headerFooter>'
    content = xlsx(rows(("a",)) + margin, files=files)
    result = opened(content)
    assert asides(content) == [
        ("xem lại", "ghi chú (comment) trong tệp Excel"),
        ("UBND xã", "đầu trang, chân trang của tệp Excel"),
        ("Trong khung", "khung chữ trong tệp Excel"),
    ]
    assert result.source is not None
    assert result.source.blocks[1] == Picture(sha256=result.parts[0].sha256)


def test_the_words_of_a_chart_are_set_aside_and_told() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        "<c:pt><c:v>Thôn Một</c:v></c:pt><c:pt><c:v>12</c:v></c:pt></c:chartSpace>"
    )
    files = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("d", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": b"<d/>",
        "xl/drawings/_rels/drawing1.xml.rels": relations(("c", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": chart.encode(),
    }
    content = xlsx(rows(("a",)), files=files)
    assert asides(content) == [("Thôn Một\n12", "chữ trong biểu đồ")]
    assert "1 biểu đồ" in opened(content).findings[0].message


@pytest.mark.parametrize("by_run", [True, False])
def test_legacy_fonts_are_repaired_by_the_cell_and_by_the_run(by_run: bool) -> None:
    text = to_tcvn3("nước")
    run = f'<r><rPr><rFont val=".VnTime"/></rPr><t>{text}</t></r>' if by_run else f"<t>{text}</t>"
    data = '<sheetData><row><c t="s" s="1"><v>0</v></c></row></sheetData>'
    content = xlsx(data, strings=[run], styles=formats("@", font="" if by_run else ".VnTime"))
    result = opened(content)
    assert texts(result) == ["nước"]
    assert checks(result) == {"encoding_converted"}


def test_legacy_text_in_an_ordinary_font_is_told_by_its_content() -> None:
    source = opened(xlsx(rows((to_tcvn3(SENTENCE),)))).source
    assert source is not None
    assert (source.encoding, texts(opened(xlsx(rows((to_tcvn3(SENTENCE),)))))) == (Encoding.TCVN3, [SENTENCE])


def test_formulas_without_a_result_and_values_from_elsewhere_are_told() -> None:
    data = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c></row></sheetData>'
    files = {
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("x", "externalLink", "externalLinks/externalLink1.xml")
        )
    }
    result = opened(xlsx(data, files=files))
    assert texts(result) == ["1"]
    assert checks(result) == {"formulas_not_computed", "external_data"}


def test_macros_block_and_never_run() -> None:
    result = opened(xlsx(rows(("a",)), files={"xl/vbaProject.bin": b"x"}), filename="a.xlsm")
    assert [(finding.check, finding.severity) for finding in result.findings] == [("macro", Severity.BLOCK)]


def test_strict_open_xml_and_a_calendar_from_1904_are_read() -> None:
    data = '<sheetData><row r="1"><c r="A1" s="1"><v>44848</v></c></row></sheetData>'
    content = xlsx(data, styles=formats("dd/mm/yyyy"), properties='<workbookPr date1904="1"/>')
    assert texts(opened(content)) == ["15/10/2026"]


def test_a_file_that_is_no_workbook_is_told() -> None:
    result = opened(zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<nothing/>"}))
    assert checks(result) == {"attachment_unreadable"}
    assert "Excel" in result.findings[0].message
