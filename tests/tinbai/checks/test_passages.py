"""The texts that rules run over, and the way back from a character to its place."""

from hypothesis import given
from hypothesis import strategies as st

from tinbai.checks import Checked, CheckedPhoto
from tinbai.clean import clean
from tinbai.html import text_of_html, top_level

TABLE = (
    "<table><caption>Kết quả<br>năm 2026</caption><thead><tr><th>Thôn</th><th>Số hộ</th></tr></thead><tbody>"
    '<tr><td rowspan="2">Đồng Thử</td><td>120</td></tr><tr><td>35</td></tr>'
    "<tr><td><p>Bãi Mẫu</p><p>(mới)</p></td><td>80</td></tr></tbody></table>"
)
ARTICLE = Checked(
    title="Tiêu đề", summary="Sapo", body_html=f"<p>Một<br>hai</p><hr><ul><li>ba</li></ul>{TABLE}", byline="Tin: Thử",
    photos=(CheckedPhoto(filename="1.jpg"), CheckedPhoto(filename="2.jpg", caption="Chú thích")),
)  # fmt: skip


def test_every_text_that_readers_get_is_a_passage() -> None:
    found = [(each.field, each.block, each.text) for each in ARTICLE.passages]
    before = [("title", None, "Tiêu đề"), ("summary", None, "Sapo"), ("body", 0, "Một\nhai"), ("body", 2, "- ba")]
    assert found[:4] == before
    assert found[5:] == [("byline", None, "Tin: Thử"), ("photos", 1, "Chú thích")]


def test_the_place_of_a_cell_is_that_of_its_words_in_the_text_of_the_table() -> None:
    (table,) = ARTICLE.tables
    text = text_of_html(top_level(ARTICLE.body_html)[table.block])
    cells = [cell for row in table.rows for cell in row]
    assert [text[cell.start : cell.start + len(cell.text)] for cell in cells] == [cell.text for cell in cells]
    assert [[(cell.text, cell.column) for cell in row] for row in table.rows] == [
        [("Thôn", 0), ("Số hộ", 1)], [("Đồng Thử", 0), ("120", 1)], [("35", 1)], [("Bãi Mẫu (mới)", 0), ("80", 1)],
    ]  # fmt: skip


def test_a_body_that_is_known_as_lines_only_has_no_places() -> None:
    (passage,) = Checked(body_text="Một dòng").passages
    assert (passage.where(0, 3).block, passage.where(0, 3).start) == (None, None)


def test_the_body_is_parsed_once() -> None:
    assert ARTICLE.passages is ARTICLE.passages
    assert ARTICLE.tables is ARTICLE.tables


@given(st.lists(st.sampled_from([TABLE, "<p>a\u00a0&amp;b</p>", "<ul><li>x<ol><li>y</li></ol></li></ul>", "<p>"])))
def test_passages_say_the_same_as_the_text_of_each_element(parts: list[str]) -> None:
    html = clean("".join(parts))
    said = {each.block: each.text for each in Checked(body_html=html).passages}
    expected = {number: text_of_html(each) for number, each in enumerate(top_level(html))}
    assert said == {number: text for number, text in expected.items() if text}
