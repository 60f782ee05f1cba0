"""Texts pasted from programs that write, from messengers and from forms: how they are dressed is read, not printed."""

import pytest

from ingest.anatomy import Shaped, shape
from ingest.anatomy.caption_labels import is_header
from ingest.anatomy.letter_text import set_emoji_aside
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.letter import Part
from tests.ingest.anatomy.making import SITE, body, bold, document, letter
from tinbai.blocks import Cell, Paragraph, Span, Table, plain, text_of

TEXT = (
    "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã tổ chức lớp tập huấn kỹ thuật trồng nấm rơm"
    " trong nhà cho 45 hội viên của các chi hội."
)
MORE = "Tại lớp tập huấn, các học viên được hướng dẫn cách xử lý rơm rạ, ủ meo, chăm sóc và thu hái nấm rơm đúng cách."


def lines_of(*texts: str) -> list[Paragraph]:
    return [line for _, line in Sheet.of(map(plain, texts)).paragraphs()]


def table(*rows: tuple[str, ...]) -> Table:
    return Table(rows=[[Cell(blocks=[plain(text)]) for text in row] for row in rows])


def shaped(note: str, *names: str) -> Shaped:
    sources = [
        document(name, bold("Hội Nông dân tập huấn trồng nấm"), f"{TEXT} {n}", MORE) for n, name in enumerate(names)
    ]
    parts = tuple(Part(filename=each.name, media_type="x/y", content=each.name.encode()) for each in sources)
    return shape(letter("hnd@songmau.example", "Hội", "tin", parts), body(note), sources, SITE)


def test_double_asterisks_are_bold_and_no_letters() -> None:
    title, label, within, alone = lines_of(
        "**Trồng nấm rơm**", "**Tác giả:** Thí Điểm", "Thu **1,2 tấn** một vụ", "2 ** 3"
    )
    assert (text_of(title), is_bold(title)) == ("Trồng nấm rơm", True)
    assert list(label.spans) == [Span(text="Tác giả:", bold=True), Span(text=" Thí Điểm")]
    assert [span.text for span in within.spans if span.bold] == ["1,2 tấn"]
    assert text_of(alone) == "2 ** 3"


def test_a_form_whose_rows_are_counted_is_read_like_one_whose_rows_are_not() -> None:
    rows = (("STT", "Mục", "Nội dung"), ("1", "Tiêu đề", "Trồng nấm rơm"), ("2", "Tác giả", "Thí Điểm"))
    sheet = Sheet.of([table(*rows)])
    assert [text_of(line) for _, line in sheet.left()] == ["Tiêu đề: Trồng nấm rơm", "Tác giả: Thí Điểm"]
    assert [piece.text for piece in sheet.pieces()] == ["STT Mục Nội dung 1 2"]
    prices = table(("STT", "Mặt hàng", "Giá"), ("1", "Nấm rơm", "80.000"), ("2", "Meo giống", "20.000"))
    assert Sheet.of([prices]).blocks == [prices]


def test_figures_on_keys_count_the_points_of_a_list() -> None:
    sheet = Sheet.of([plain("1️⃣ Che kín chuồng trại"), plain("Năm 2026 📢")])
    set_emoji_aside(sheet)
    assert [text_of(line) for _, line in sheet.left()] == ["1. Che kín chuồng trại", "Năm 2026"]


@pytest.mark.parametrize(
    ("line", "announces"),
    [
        ("Chú thích ảnh lần lượt:", True), ("Chú thích ảnh theo thứ tự là:", True), ("Chú thích các ảnh:", True),
        ("Ghi chú cho BBT duyệt:", False), ("Chú thích thêm về giá nấm:", False),
    ],
)  # fmt: skip
def test_a_line_that_announces_captions(line: str, announces: bool) -> None:
    assert is_header(line) is announces


@pytest.mark.parametrize("names", [("nam.docx", "nam (sua).docx"), ("nam ban cuoi.docx", "nam.docx")])
def test_of_two_versions_the_corrected_one_is_the_article_and_the_other_is_not_attached(names: tuple[str, str]) -> None:
    result = shaped("Hội gửi tin.", *names)
    (article,) = result.articles
    assert article.from_part in {"nam (sua).docx", "nam ban cuoi.docx"}
    assert article.attachments == ()
    assert any(piece.why.startswith("trùng nội dung với tệp") for piece in result.set_aside)
