"""HTML letters as mail programs write them."""

from base64 import b64encode
from collections.abc import Sequence

from ingest.openers.html import html_source
from tests.ingest.openers.photos import jpeg
from tinbai.blocks import Align, Block, Paragraph, Picture, Rule, Span, Table, text_of
from tinbai.limits import Limits
from tinbai.vietnamese.encoding import Encoding

LIMITS = Limits()


def html_blocks(html: str) -> Sequence[Block]:
    source = html_source(html, LIMITS).source
    assert source is not None
    return source.blocks


def texts(html: str) -> list[str]:
    return [text_of(block) for block in html_blocks(html)]


def first(html: str) -> Paragraph:
    block: Block = html_blocks(html)[0]
    assert isinstance(block, Paragraph)
    return block


def test_paragraphs_of_word_are_one_block_each_without_its_markup() -> None:
    html = (
        "<html><head><style>p.MsoNormal{margin:0}</style><title>x</title></head><body><p class=MsoNormal>Một"
        "<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Hai\n dòng</p>"
        "<script>alert(1)</script></body>"
    )
    assert texts(html) == ["Một", "Hai dòng"]


def test_lines_of_a_mail_in_divs_and_breaks_are_paragraphs() -> None:
    assert texts("<div>Kính gửi BBT<br>Dòng hai<br><br>Dòng ba</div><div>Bốn</div>") == [
        "Kính gửi BBT",
        "Dòng hai",
        "Dòng ba",
        "Bốn",
    ]


def test_a_break_in_a_paragraph_stays_a_break_and_two_end_it() -> None:
    assert texts("<p>Tiêu đề<br>hai dòng<br><br>Sapo</p>") == ["Tiêu đề\nhai dòng", "Sapo"]


def test_marks_links_and_alignment_are_kept() -> None:
    html = (
        '<p align="center">a <b>b</b> <span style="font-style:italic">c</span> <a href="https://x.example/">d</a></p>'
    )
    found = first(html)
    assert found.align is Align.CENTER
    assert [span for span in found.spans if span.text.strip()] == [
        Span(text="a "),
        Span(text="b", bold=True),
        Span(text="c", italic=True),
        Span(text="d", link="https://x.example/"),
    ]


def test_dangerous_links_are_no_links() -> None:
    assert [span.link for span in first('<p><a href="java\nscript:x()">d</a></p>').spans] == [None]


def test_lists_of_html_and_of_word_carry_their_marks() -> None:
    html = (
        "<ol><li>Một<ul><li>con</li></ul></li><li>Hai</li></ol>"
        "<p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)&nbsp;</span>"
        "<![endif]>Ba</p>"
    )
    found = [(text_of(b), b.list_level, b.ordered, b.marker) for b in html_blocks(html) if isinstance(b, Paragraph)]
    assert found == [("Một", 0, True, "1."), ("con", 1, False, "•"), ("Hai", 0, True, "2."), ("Ba", 1, True, "a)")]


def test_a_table_is_a_table_and_a_layout_table_is_none() -> None:
    inner = (
        "<table><tr><th>Thôn</th><th colspan=2>Số hộ</th></tr><tr><td>Đồng Thử</td><td>1</td><td>2</td></tr></table>"
    )
    blocks = html_blocks(f"<table><tr><td><p>Trên</p>{inner}</td></tr><tr><td>Dưới</td></tr></table>")
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table", "Paragraph"]
    table = blocks[1]
    assert isinstance(table, Table)
    assert [cell.colspan for cell in table.rows[0]] == [1, 2]
    assert all(cell.header for cell in table.rows[0])


def test_quoted_mail_is_marked_and_an_indented_paragraph_is_not() -> None:
    html = '<p>mới</p><blockquote type="cite"><p>cũ<br>hơn</p></blockquote><blockquote><p>thơ</p></blockquote>'
    assert texts(html) == ["mới", "> cũ\n> hơn", "thơ"]


def test_hidden_text_is_set_aside() -> None:
    html = '<div style="display:none">mồi</div><p>thật<span style="font-size:0px">ẩn</span></p>'
    source = html_source(html, LIMITS).source
    assert source is not None
    assert [text_of(block) for block in source.blocks] == ["thật"]
    assert [(aside.text, aside.why) for aside in source.set_aside] == [("mồi\nẩn", "chữ ẩn trong thư")]


def test_pictures_by_content_id_and_by_data_address_stand_at_their_place() -> None:
    photo = jpeg()
    address = f"data:image/jpeg;base64,{b64encode(photo).decode()}"
    html = f'<p>a</p><img src="cid:anh1@x" alt="Lớp"><p>b</p><img src="{address}">'
    opened = html_source(html, LIMITS, {"anh1@x": "ab" * 32})
    assert opened.source is not None
    pictures = [block for block in opened.source.blocks if isinstance(block, Picture)]
    assert pictures == [Picture(sha256="ab" * 32, alt="Lớp"), Picture(sha256=opened.parts[0].sha256)]
    assert opened.parts[0].content == photo


def test_pictures_from_the_network_are_left_out() -> None:
    assert texts('<p>a</p><img src="https://theo-doi.example/x.gif">') == ["a"]


def test_fonts_decide_the_encoding_of_each_run() -> None:
    """Case 4 of the acceptance letters."""
    html = '<font face="VNI-Times">Kính göûi Ban bieân taäp, Traïm Y teá göûi baøi. Traân troïng!</font>'
    source = html_source(html, LIMITS).source
    assert source is not None
    assert [text_of(block) for block in source.blocks] == ["Kính gửi Ban biên tập, Trạm Y tế gửi bài. Trân trọng!"]
    assert source.encoding is Encoding.VNI


def test_the_soft_hyphen_of_a_legacy_font_is_a_letter_and_any_other_is_dropped() -> None:
    html = "<p style=\"font-family: '.VnTime', serif\">n&shy;íc</p><p>nư&shy;ớc</p>"
    assert texts(html) == ["nước", "nước"]


def test_a_rule_divides() -> None:
    assert html_blocks("<p>a</p><hr><p>b</p>")[1] == Rule()


def test_depth_and_length_cost_no_more_than_they_should() -> None:
    assert "đáy" in "".join(texts("<div>" * 5_000 + "đáy" + "</div>" * 5_000))
    assert html_source("<p>x</p>" * 200_000, LIMITS).findings[0].check == "document_cut"


def test_nothing_at_all_is_no_blocks() -> None:
    for html in ("", " ", "<!-- -->", "<html></html>", "\x00"):
        assert texts(html) == []


def test_an_element_with_endless_attributes_and_a_table_of_endless_cells_take_no_minutes() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(100_000))
    assert texts(f"<p {attributes}>x</p><p>y</p>")[-1] == "y"
    result = html_source("<table>" + "<tr><td>a<td>b" * 20_000, Limits(document_blocks=500))
    assert [finding.check for finding in result.findings] == ["document_cut"]
