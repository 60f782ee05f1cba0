"""What hides in Word files beside the running text: each verified on a file made by hand."""

import pytest

from ingest.source import Source
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import NAMESPACES, docx, opened, paragraph, run, texts
from tests.ingest.vietnamese.alphabet import to_tcvn3
from tinbai.blocks import Block, Paragraph, Picture, Table, text_of

FONT = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
BLIP = '<a:graphic><pic><a:blip r:embed="{id}"/></pic></a:graphic>'


def source_of(content: bytes) -> Source:
    source = opened(content).source
    assert source is not None
    return source


def asides(content: bytes) -> list[tuple[str, str]]:
    return [(aside.text, aside.why) for aside in source_of(content).set_aside]


def shape(block: Block) -> str:
    return "ảnh" if isinstance(block, Picture) else text_of(block)


def test_a_font_comes_from_the_style_of_the_table() -> None:
    styles = (
        f'<w:style w:type="table" w:styleId="g"><w:name w:val="g"/>{FONT}</w:style>'
        '<w:style w:type="table" w:styleId="t"><w:name w:val="t"/><w:basedOn w:val="g"/></w:style>'
    )
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(to_tcvn3('nước'))}</w:tc></w:tr></w:tbl>"
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr>'
        f"<w:tc>{paragraph(to_tcvn3('Hội'))}</w:tc><w:tc>{inner}{paragraph('')}</w:tc></w:tr></w:tbl>"
        + paragraph("Héi thảo")  # outside of it the same letters are what they are
    )
    assert texts(opened(docx(body, styles=styles))) == ["Hội\tnước", "Héi thảo"]


@pytest.mark.parametrize("tag", ["ins", "moveTo"])
def test_inserted_and_moved_text_paragraphs_and_rows_are_read(tag: str) -> None:
    row = f'<w:tr><w:trPr><w:ins w:id="9"/></w:trPr><w:tc>{paragraph("hàng mới")}</w:tc></w:tr>'
    body = (
        f'<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:{tag} w:id="2">{run("đoạn mới")}</w:{tag}></w:p>'
        f"<w:tbl>{row}</w:tbl>"
    )
    assert texts(opened(docx(body))) == ["đoạn mới", "hàng mới"]


def test_what_was_moved_away_stands_only_where_it_was_moved_to() -> None:
    body = (
        f'<w:p><w:moveFrom w:id="1">{run("câu dời")}</w:moveFrom>{run("Đầu")}</w:p>'
        f'<w:p><w:moveTo w:id="2">{run("câu dời")}</w:moveTo></w:p>'
    )
    assert texts(opened(docx(body))) == ["Đầu", "câu dời"]


def test_an_insertion_that_was_deleted_again_is_out_and_set_aside() -> None:
    body = (
        f'<w:p>{run("Còn ")}<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:ins>'
        f"{run('lại')}</w:p>"
    )
    assert texts(opened(docx(body))) == ["Còn lại"]
    assert asides(docx(body)) == [("bỏ", "đoạn đã xoá (theo dõi thay đổi)")]


def test_a_deleted_row_is_set_aside() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{paragraph("hàng bỏ")}</w:tc></w:tr>'
    kept = f"<w:tr><w:tc>{paragraph('hàng còn')}</w:tc></w:tr>"
    content = docx(f"<w:tbl>{gone}{kept}</w:tbl>")
    assert texts(opened(content)) == ["hàng còn"]
    assert [text for text, _ in asides(content)] == ["hàng bỏ"]


def test_comments_notes_headers_and_footers_are_set_aside_with_their_pictures_kept() -> None:
    def part(tag: str, inner: str) -> str:
        return f"<w:{tag} {NAMESPACES}>{inner}</w:{tag}>"

    more = {
        "header1.xml": ("header", part("hdr", f"<w:tbl><w:tr><w:tc>{paragraph('CỜ')}</w:tc></w:tr></w:tbl>")),
        "footer1.xml": ("footer", part("ftr", paragraph("Trang 1"))),
        "footnotes.xml": ("footnotes", part("footnotes", f"<w:footnote>{paragraph('nguồn')}</w:footnote>")),
        "endnotes.xml": ("endnotes", part("endnotes", f"<w:endnote>{paragraph('cuối')}</w:endnote>")),
        "comments.xml": ("comments", part("comments", f"<w:comment>{paragraph('hỏi lại')}</w:comment>")),
    }
    content = docx(paragraph("Thân bài"), more=more)
    assert texts(opened(content)) == ["Thân bài"]
    assert [text for text, _ in asides(content)] == ["CỜ", "Trang 1", "nguồn", "cuối", "hỏi lại"]


def test_grouped_and_floating_pictures_are_all_there_and_cut_no_sentence() -> None:
    group = "".join(f"<wpg>{BLIP.format(id=name)}</wpg>" for name in ("p1", "p2"))
    floating = f"<w:drawing><wp:anchor>{group}</wp:anchor></w:drawing>"
    body = f"<w:p>{run('Câu văn ')}<w:r>{floating}</w:r>{run('liền mạch.')}</w:p>"
    source = source_of(docx(body, media={"p1": jpeg(seed=1), "p2": jpeg(seed=2)}))
    assert [shape(block) for block in source.blocks] == ["Câu văn liền mạch.", "ảnh", "ảnh"]


def test_old_pictures_of_vml_are_read() -> None:
    body = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="p1"/></v:shape></w:pict></w:r></w:p>'
    assert [shape(block) for block in source_of(docx(body, media={"p1": jpeg()})).blocks] == ["ảnh"]


def test_a_text_box_with_a_picture_and_its_caption_keeps_them_together() -> None:
    inside = f"<w:p><w:r><w:drawing><wp:inline>{BLIP.format(id='p1')}</wp:inline></w:drawing></w:r></w:p>"
    box = f"<wps:txbx><w:txbxContent>{inside}{paragraph('Ảnh: lễ ra quân')}</w:txbxContent></wps:txbx>"
    body = f"<w:p>{run('Đoạn văn')}<w:r><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></w:r></w:p>"
    source = source_of(docx(body, media={"p1": jpeg()}))
    assert [shape(block) for block in source.blocks] == ["Đoạn văn", "ảnh", "Ảnh: lễ ra quân"]


def test_the_number_of_a_list_goes_on_after_a_table_and_starts_where_it_is_told_to() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )

    def item(text: str, number: int) -> str:
        look = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        return f"<w:p>{look}{run(text)}</w:p>"

    table = f"<w:tbl><w:tr><w:tc>{item('trong bảng', 1)}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"
    source = source_of(docx(item("a", 1) + table + item("b", 1) + item("c", 2) + item("d", 2), numbering=numbering))
    marks = [block.marker for block in source.blocks if isinstance(block, Paragraph)]
    assert marks == ["1.", "3.", "5.", "6."]


def test_cells_merged_both_ways_and_tables_in_tables_keep_every_word_once() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    first = f"<w:tr>{cell('A', wide + '<w:vMerge w:val=' + chr(34) + 'restart' + chr(34) + '/>')}{cell('B')}</w:tr>"
    second = f"<w:tr>{cell('', wide + '<w:vMerge/>')}{cell('C')}</w:tr>"
    (table,) = source_of(docx(f"<w:tbl>{first}{second}</w:tbl>")).blocks
    assert isinstance(table, Table)
    assert [[(c.colspan, c.rowspan) for c in row] for row in table.rows] == [[(2, 2), (1, 1)], [(1, 1)]]
    assert text_of(table) == "A\tB\nC"
