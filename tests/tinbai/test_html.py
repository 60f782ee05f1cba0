"""Blocks become HTML that cleaning leaves alone, and pictures keep their places."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinbai.blocks import Align, Cell, Paragraph, Picture, Rule, Span, Table, plain
from tinbai.clean import clean
from tinbai.html import render, render_placed, text_of_html, top_level


def item(text, level=0, *, ordered=False, marker=None):
    return Paragraph(spans=(Span(text=text),), list_level=level, ordered=ordered, marker=marker)


def heading(text, level):
    return replace(plain(text), heading=level)


@pytest.mark.parametrize(
    ("blocks", "html"),
    [
        ([plain(' a < b & "c" ')], '<p>a &lt; b &amp; "c"</p>'),
        ([plain("một\nhai")], "<p>một<br>hai</p>"),
        ([plain(" "), Paragraph(spans=())], ""),
        (
            [heading("một", 3), heading("hai", 5), heading("ba", 6), heading("bốn", 3)],
            "<h2>một</h2><h3>hai</h3><h4>ba</h4><h2>bốn</h2>",
        ),
        ([replace(plain("giữa"), align=Align.CENTER)], '<p style="text-align:center">giữa</p>'),
        ([replace(plain("đều"), align=Align.JUSTIFY)], "<p>đều</p>"),
        ([Rule(text="*****")], "<hr>"),
        (
            [Paragraph(spans=(Span(text="a", bold=True), Span(text="b", bold=True, italic=True)))],
            "<p><strong>a</strong><strong><em>b</em></strong></p>",
        ),
        (
            [
                Paragraph(
                    spans=(
                        Span(text="m"),
                        Span(text="2", superscript=True),
                        Span(text="x", subscript=True),
                        Span(text="u", underline=True),
                    )
                )
            ],
            "<p>m<sup>2</sup><sub>x</sub><u>u</u></p>",
        ),
        (
            [
                Paragraph(
                    spans=(
                        Span(text="đây", link="https://a.example/?b&c"),
                        Span(text="!", link="https://a.example/?b&c", bold=True),
                    )
                )
            ],
            '<p><a href="https://a.example/?b&amp;c" rel="noopener nofollow">đây<strong>!</strong></a></p>',
        ),
        ([item("một"), item("hai", 1), item("ba")], "<ul><li>một<ul><li>hai</li></ul></li><li>ba</li></ul>"),
        ([item("một", ordered=True), item("hai", ordered=True)], "<ol><li>một</li><li>hai</li></ol>"),
        (
            [
                item("ba", ordered=True, marker="3."),
                item("bốn", ordered=True, marker="4."),
                item("chín", ordered=True, marker="9."),
            ],
            '<ol start="3"><li>ba</li><li>bốn</li></ol><ol start="9"><li>chín</li></ol>',
        ),
        ([item("một", ordered=True, marker="a)")], "<p>a) một</p>"),
        ([item("sâu", 3), item("nông")], "<ul><li>sâu</li></ul><ul><li>nông</li></ul>"),
    ],
)
def test_blocks_become_small_semantic_html(blocks, html):
    assert render(blocks) == html
    assert clean(html) == html


def test_a_table_keeps_its_header_its_merged_cells_and_their_alignment():
    table = Table(
        rows=[
            [Cell(blocks=[plain("Thôn")], header=True), Cell(blocks=[plain("Số hộ")], header=True, colspan=2)],
            [
                Cell(blocks=[plain("Đồng Thử")], rowspan=2),
                Cell(blocks=[replace(plain("45"), align=Align.RIGHT)]),
                Cell(blocks=[plain("a"), plain("b")]),
            ],
        ]
    )
    html = render([table])
    assert html == (
        '<table><thead><tr><th>Thôn</th><th colspan="2">Số hộ</th></tr></thead><tbody><tr>'
        '<td rowspan="2">Đồng Thử</td><td style="text-align:right">45</td><td><p>a</p><p>b</p></td>'
        "</tr></tbody></table>"
    )
    assert clean(html) == html
    assert text_of_html(html) == "Thôn\tSố hộ\nĐồng Thử\t45\ta b"


def test_pictures_are_told_by_the_element_they_stand_after():
    blocks = [
        Picture(sha256="đầu"), plain("một"), Picture(sha256="một"), item("hai"), Picture(sha256="hai"), item("hai"),
        Table(rows=[[Cell(blocks=[plain("ô"), Picture(sha256="ba")])]]), Picture(sha256="cuối"),
    ]  # fmt: skip
    rendered = render_placed(blocks)
    assert rendered.places == [("đầu", -1), ("một", 0), ("hai", 1), ("ba", 2), ("cuối", 2)]
    assert top_level(rendered.html) == [
        "<p>một</p>", "<ul><li>hai</li><li>hai</li></ul>", "<table><tbody><tr><td>ô</td></tr></tbody></table>"
    ]  # fmt: skip
    assert "img" not in rendered.html


def test_the_text_of_html_has_its_lines_numbers_and_no_marks():
    html = (
        "<h2>Mục</h2><p>một <strong>hai</strong><br>ba &amp; bốn</p><hr>"
        '<ol start="2"><li>năm<ul><li>sáu</li></ul></li><li>bảy</li></ol><blockquote><p>tám</p></blockquote>'
    )
    assert text_of_html(html) == "Mục\nmột hai\nba & bốn\n2. năm\n- sáu\n3. bảy\ntám"


spans = st.builds(
    Span,
    text=st.text(alphabet="ab <>&\"'\n\u00a0ệ", max_size=6),
    bold=st.booleans(),
    italic=st.booleans(),
    superscript=st.booleans(),
    link=st.sampled_from([None, None, "https://a.example/?x=1&y=2"]),
)
paragraphs = st.builds(
    Paragraph,
    spans=st.lists(spans, max_size=4),
    align=st.sampled_from([None, *Align]),
    heading=st.sampled_from([None, None, 1, 2, 6]),
    list_level=st.sampled_from([None, None, 0, 1, 3]),
    ordered=st.booleans(),
    marker=st.sampled_from([None, "1.", "7)", "a)", "-"]),
)
cells = st.builds(Cell, blocks=st.lists(paragraphs, max_size=2), header=st.booleans(), colspan=st.integers(1, 3))
tables = st.builds(Table, rows=st.lists(st.lists(cells, min_size=1, max_size=3), min_size=1, max_size=3))


@given(st.lists(st.one_of(paragraphs, tables, st.just(Rule()), st.just(Picture(sha256="x"))), max_size=8))
@settings(max_examples=300, deadline=None)
def test_cleaning_finds_nothing_to_change_in_what_is_rendered(blocks):
    rendered = render_placed(blocks)
    assert clean(rendered.html) == rendered.html
    count = len(top_level(rendered.html))
    assert all(-1 <= place < count for _, place in rendered.places)
