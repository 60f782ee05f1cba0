"""A Word file becomes what a reader of it would say stands in it."""

from hashlib import sha256

from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import NAMESPACES, checks, docx, opened, paragraph, run, texts
from tinbai.blocks import Align, Paragraph, Picture, Rule, Span, Table, text_of
from tinbai.finding import Severity
from tinbai.vietnamese.encoding import Encoding

INLINE = (
    '<w:drawing><wp:inline><wp:extent cx="4572000" cy="3048000"/><wp:docPr id="1" name="p" descr="{alt}"/>'
    '<a:graphic><a:blip r:embed="{id}"/></a:graphic></wp:inline></w:drawing>'
)


def only_paragraph(content: bytes) -> Paragraph:
    source = opened(content).source
    assert source is not None
    (block,) = source.blocks
    assert isinstance(block, Paragraph)
    return block


def test_marks_of_runs_are_kept_and_alike_neighbours_joined() -> None:
    body = "<w:p>" + run("Tin ") + run("quan ", look="<w:b/>") + run("trọng", look="<w:b/>") + run("!") + "</w:p>"
    spans = only_paragraph(docx(body)).spans
    assert list(spans) == [Span(text="Tin "), Span(text="quan trọng", bold=True), Span(text="!")]


def test_sub_and_superscript_italic_and_underline_are_kept() -> None:
    look = '<w:i/><w:u w:val="single"/><w:vertAlign w:val="superscript"/>'
    spans = only_paragraph(docx("<w:p>" + run("400 m") + run("2", look=look) + "</w:p>")).spans
    assert spans[1] == Span(text="2", italic=True, underline=True, superscript=True)


def test_headings_come_from_the_names_of_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Mục con"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    )
    body = paragraph("Tiêu đề", style="t") + paragraph("Mục", style="a") + paragraph("Con", style="b")
    source = opened(docx(body, styles=styles)).source
    assert source is not None
    assert [block.heading for block in source.blocks if isinstance(block, Paragraph)] == [1, 2, 2]


def test_alignment_comes_from_the_paragraph_then_from_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="x"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    )
    right = '<w:p><w:pPr><w:pStyle w:val="c"/><w:jc w:val="right"/></w:pPr>' + run("Tin, ảnh") + "</w:p>"
    source = opened(docx(paragraph("Giữa", style="c") + right, styles=styles)).source
    assert source is not None
    assert [block.align for block in source.blocks if isinstance(block, Paragraph)] == [Align.CENTER, Align.RIGHT]


def test_styles_that_are_based_on_each_other_in_a_circle_do_no_harm() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert texts(opened(docx(paragraph("Nội dung", style="a"), styles=styles))) == ["Nội dung"]


def test_lists_carry_level_kind_and_the_mark_that_word_prints() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(text: str, level: int) -> str:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'
        return f"<w:p><w:pPr>{number}</w:pPr>{run(text)}</w:p>"

    body = item("Một", 0) + item("a", 1) + item("b", 1) + item("Hai", 0) + item("c", 1)
    source = opened(docx(body, numbering=numbering)).source
    assert source is not None
    found = [(b.marker, b.list_level, b.ordered) for b in source.blocks if isinstance(b, Paragraph)]
    assert found == [("I.", 0, True), ("I.1)", 1, True), ("I.2)", 1, True), ("II.", 0, True), ("II.1)", 1, True)]


def test_merged_cells_stand_once_with_their_spans() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    wide, begin, go_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = f"<w:tr>{cell('Tổng', wide)}{cell('A', begin)}</w:tr>"
    second = f"<w:tr>{cell('1')}{cell('2')}{cell('', go_on)}</w:tr>"
    body = f"<w:tbl>{first}{second}</w:tbl>"
    source = opened(docx(body)).source
    assert source is not None
    (table,) = source.blocks
    assert isinstance(table, Table)
    assert [[(c.colspan, c.rowspan) for c in row] for row in table.rows] == [[(2, 1), (1, 2)], [(1, 1), (1, 1)]]
    assert text_of(table) == "Tổng\tA\n1\t2"


def test_a_picture_stands_at_its_place_and_its_bytes_are_a_part() -> None:
    photo = jpeg()
    body = (
        paragraph("Trước")
        + f"<w:p><w:r>{INLINE.format(id='p1', alt='Lớp tập huấn')}</w:r></w:p>"
        + paragraph("Chú thích")
    )
    result = opened(docx(body, media={"p1": photo}), filename="tin.docx")
    assert result.source is not None
    expected = Picture(sha256=sha256(photo).hexdigest(), alt="Lớp tập huấn", width=480, height=320)
    assert result.source.blocks[1] == expected
    (part,) = result.parts
    assert (part.content, part.filename, part.media_type, part.inside) == (photo, "p1.jpg", "image/jpeg", "tin.docx")


def test_a_picture_used_twice_is_one_part() -> None:
    body = f"<w:p><w:r>{INLINE.format(id='p1', alt='')}</w:r></w:p>" * 2
    result = opened(docx(body, media={"p1": jpeg()}))
    assert result.source is not None
    assert len(result.source.blocks) == 2
    assert len(result.parts) == 1


def test_a_picture_between_words_cuts_the_paragraph() -> None:
    body = "<w:p>" + run("Trước") + f"<w:r>{INLINE.format(id='p1', alt='')}</w:r>" + run("Sau") + "</w:p>"
    source = opened(docx(body, media={"p1": jpeg()})).source
    assert source is not None
    assert [type(block).__name__ for block in source.blocks] == ["Paragraph", "Picture", "Paragraph"]


def test_a_text_box_is_read_once_although_the_file_holds_it_twice() -> None:
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>{box}</wps:txbx></wp:anchor>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert texts(opened(docx(f"<w:p>{run('Ngoài')}<w:r>{both}</w:r></w:p>"))) == ["Ngoài", "Trong khung"]


def test_links_are_kept_only_when_they_lead_somewhere_harmless() -> None:
    body = (
        f'<w:p><w:hyperlink r:id="a">{run("một")}</w:hyperlink><w:hyperlink r:id="b">{run("hai")}</w:hyperlink></w:p>'
    )
    links = {"a": "https://songmau.example/tin", "b": "javascript:alert(1)"}
    assert [span.link for span in only_paragraph(docx(body, links=links)).spans] == [
        "https://songmau.example/tin",
        None,
    ]


def test_inserted_text_stays_and_deleted_text_is_set_aside() -> None:
    body = (
        "<w:p>" + run("Công an ") + '<w:del w:id="1"><w:r><w:delText>huyện</w:delText></w:r></w:del>'
        '<w:ins w:id="2">' + run("xã") + "</w:ins></w:p>"
    )
    result = opened(docx(body))
    assert result.source is not None
    assert texts(result) == ["Công an xã"]
    assert [(aside.text, aside.why) for aside in result.source.set_aside] == [
        ("huyện", "đoạn đã xoá (theo dõi thay đổi)")
    ]


def test_text_inside_smart_tags_and_content_controls_is_read() -> None:
    body = (
        f"<w:p><w:smartTag>{run('xã ')}</w:smartTag><w:sdt><w:sdtContent>{run('An Mẫu')}</w:sdtContent></w:sdt></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('Cả đoạn')}</w:sdtContent></w:sdt>"
    )
    assert texts(opened(docx(body))) == ["xã An Mẫu", "Cả đoạn"]


def test_comments_and_highlights_are_told_and_comments_set_aside() -> None:
    comments = (
        "<w:comments {ns}>"
        + "".join(
            f'<w:comment w:id="{n}">{paragraph(text)}</w:comment>'
            for n, text in enumerate(("chỗ này hỏi lại sếp", "sửa"))
        )
        + "</w:comments>"
    )
    look = '<w:highlight w:val="yellow"/>'
    body = "<w:p>" + run("Có ") + run("[số vụ: ", look=look) + run("...]", look=look) + run(" vụ") + "</w:p>"
    result = opened(docx(body, more={"comments.xml": ("comments", comments.replace("{ns}", NAMESPACES))}))
    assert result.source is not None
    assert texts(result) == ["Có [số vụ: ...] vụ"]
    assert [aside.text for aside in result.source.set_aside] == ["chỗ này hỏi lại sếp", "sửa"]
    (finding,) = result.findings
    assert finding.check == "editing_traces"
    assert "2 ghi chú" in finding.message
    assert "1 chỗ tô màu: “[số vụ: ...]”" in finding.message


def test_tabs_breaks_and_hyphens_are_read_as_what_they_mean() -> None:
    body = (
        "<w:p><w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t></w:r></w:p>"
    )
    assert texts(opened(docx(body))) == ["một hai\nba-bốn"]


def test_a_line_of_asterisks_is_a_rule_and_empty_paragraphs_are_dropped() -> None:
    source = opened(docx(paragraph("Một") + paragraph("") + paragraph("*****") + paragraph("Hai"))).source
    assert source is not None
    assert source.blocks[1] == Rule(text="*****")
    assert len(source.blocks) == 3


def test_headers_and_footnotes_are_set_aside() -> None:
    header = f"<w:hdr {NAMESPACES}>{paragraph('UBND XÃ AN MẪU')}</w:hdr>"
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{paragraph("Theo báo cáo")}</w:footnote></w:footnotes>'
    more = {"header1.xml": ("header", header), "footnotes.xml": ("footnotes", notes)}
    source = opened(docx(paragraph("Thân bài"), more=more)).source
    assert source is not None
    assert [(aside.text, aside.why) for aside in source.set_aside] == [
        ("UBND XÃ AN MẪU", "đầu trang của tệp Word"),
        ("Theo báo cáo", "chú thích cuối trang"),
    ]


def test_a_macro_blocks_but_the_text_is_read() -> None:
    result = opened(docx(paragraph("Nội dung"), files={"word/vbaProject.bin": b"x"}), filename="bai.docm")
    assert texts(result) == ["Nội dung"]
    assert [(finding.check, finding.severity) for finding in result.findings] == [("macro", Severity.BLOCK)]


def test_combining_marks_that_word_put_into_the_next_run_join_their_letter() -> None:
    body = "<w:p>" + run("Tiê", look="<w:b/>") + run("\u0301ng Viê\u0323t") + "</w:p>"
    result = opened(docx(body))
    assert texts(result) == ["Tiếng Việt"]
    assert result.source is not None
    assert result.source.encoding is Encoding.UNICODE
    assert checks(result) == set()
