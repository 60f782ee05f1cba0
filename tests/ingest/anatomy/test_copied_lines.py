"""Rules that take lines out of a text, and what they must leave: each with a text that only looks alike."""

from time import process_time

import pytest

from ingest.anatomy import Shaped, shape
from ingest.anatomy.caption_labels import label_of, numbers_of, says_what_came
from ingest.anatomy.led_items import with_titles_apart
from ingest.anatomy.portal_lines import set_portal_lines_aside
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.title_lines import set_lines_below_title_aside, set_section_aside
from ingest.source import SetAside
from tests.ingest.anatomy.making import SITE, body, bold, document, letter
from tinbai.blocks import Align, Block, Cell, Paragraph, Span, Table, plain, text_of

SECONDS = 5  # each takes milliseconds; tried in every way of parting its figures, one would take for ever
TEXT = (
    "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã tổ chức lớp tập huấn kỹ thuật trồng nấm rơm"
    " trong nhà cho 45 hội viên của các chi hội."
)
OTHER = (
    "Chiều ngày 16/10/2026, Trạm Y tế xã khám sức khỏe cho 120 người cao tuổi của thôn Bãi Mẫu, phát thuốc miễn phí và"
    " hướng dẫn cách phòng bệnh khi trời trở lạnh."
)


def shaped(note: str, *blocks: Block | str) -> Shaped:
    return shape(letter("hnd@songmau.example", "Hội", "tin"), body(note), (document("a.docx", *blocks),), SITE)


def left(sheet: Sheet) -> list[str]:
    return [text_of(block) for _, block in sheet.left()]


def led(*texts: str) -> Sheet:
    return Sheet.of(map(plain, texts))


def test_items_of_one_paragraph_are_parted_only_when_the_letter_tells_how_many() -> None:
    items = (f"1. Tập huấn trồng nấm rơm: {TEXT}", f"2. Khám bệnh cho người già: {OTHER}")
    told = shaped("Kính gửi BBT, Hội gửi 2 tin. Trân trọng!", *items)
    assert [article.title for article in told.articles] == ["Tập huấn trồng nấm rơm", "Khám bệnh cho người già"]
    assert [article.body_text for article in told.articles] == [TEXT, OTHER]
    untold = shaped("Kính gửi BBT, Hội gửi tin. Trân trọng!", "Kết quả công tác tuần", *items)
    (article,) = untold.articles
    assert "1. Tập huấn trồng nấm rơm: Sáng" in article.body_text


@pytest.mark.parametrize(
    "texts",
    [
        (f"Tập huấn trồng nấm rơm: {TEXT}", f"Khám bệnh cho người già: {OTHER}"),  # nothing counts them
        (TEXT, f"1. Tập huấn trồng nấm rơm: {TEXT}", f"2. Khám bệnh cho người già: {OTHER}"),  # a text above them
        (f"1. Tập huấn trồng nấm rơm: {TEXT}", f"- Khám bệnh cho người già: {OTHER}"),  # not alike
        ("1. Địa điểm tổ chức lớp: nhà văn hóa thôn.", "2. Thời gian tổ chức lớp: sáng thứ bảy."),  # a form
    ],
)
def test_what_only_looks_like_items_of_one_paragraph_stays_whole(texts: tuple[str, ...]) -> None:
    sheet = led(*texts)
    assert with_titles_apart(sheet, {2}) is sheet


def test_words_that_were_set_aside_keep_their_place_when_paragraphs_are_parted() -> None:
    sheet = Sheet.of(
        [plain("Kính gửi BBT"), plain(f"* Trồng nấm rơm: {TEXT}"), plain(f"* Khám bệnh: {OTHER}"), plain("Hết")]
    )
    sheet.set_aside([0], "lời chào")
    sheet.set_aside([3], "lời kết thư")
    assert with_titles_apart(sheet, {2}) is sheet  # "Khám bệnh" is too short for a title
    sheet.blocks[2] = plain(f"* Khám bệnh cho dân: {OTHER}")
    opened = with_titles_apart(sheet, {2})
    assert left(opened) == ["* Trồng nấm rơm", TEXT, "* Khám bệnh cho dân", OTHER]
    assert [piece.why for piece in opened.pieces()] == ["lời chào", "lời kết thư"]


def test_texts_laid_out_beside_one_another_are_opened_and_a_table_of_words_is_not() -> None:
    beside = Table(
        rows=[[Cell(blocks=[bold("Trồng nấm rơm"), plain(TEXT)]), Cell(blocks=[bold("Khám bệnh"), plain(OTHER)])]]
    )
    assert left(Sheet.of([beside])) == ["Trồng nấm rơm", TEXT, "Khám bệnh", OTHER]
    head = [Cell(blocks=[plain("Việc")]), Cell(blocks=[plain("Kết quả")])]
    for table in (
        Table(rows=[head, [Cell(blocks=[bold("Nấm"), plain(TEXT)]), Cell(blocks=[bold("Bệnh"), plain(OTHER)])]]),
        Table(rows=[[Cell(blocks=[plain(TEXT)]), Cell(blocks=[plain(OTHER)])]]),
    ):
        assert Sheet.of([table]).blocks == [table]


@pytest.mark.parametrize(
    "line",
    [
        "Lượt xem: 1.214", "214 lượt xem", "Chia sẻ: Facebook | Zalo | In trang", "Trang chủ » Tin tức » Nông nghiệp",
        "Thứ Tư, 02/12/2026, 08:15 (GMT+7)", "Cập nhật: 02/12/2026 08:15", "17:41 02/12/2026", "Xem thêm",
    ],
)  # fmt: skip
def test_what_a_page_prints_around_a_text_goes_aside(line: str) -> None:
    sheet = led("Tập huấn trồng nấm rơm", line, TEXT)
    set_portal_lines_aside(sheet)
    assert left(sheet) == ["Tập huấn trồng nấm rơm", TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "Thời gian: 08:15 ngày 02/12/2026", "Thứ Tư, ngày 02/12/2026", "Lượt xem hội diễn đạt 2.000 người.",
        "Chia sẻ: giúp nhau làm giàu", "Email", "Trang chủ mới của xã",
        "Các tin khác nhau về dịch bệnh gây hoang mang.",
        "Đến 02/12/2026 đã có 214 lượt xem hội thi.",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays(line: str) -> None:
    sheet = led("Tập huấn trồng nấm rơm", line, TEXT)
    set_portal_lines_aside(sheet)
    assert line in left(sheet)


def test_a_list_of_other_articles_goes_aside_up_to_the_byline() -> None:
    sheet = led("Trồng nấm rơm", TEXT, "Các tin khác", "Họp dân bàn làm đường", "Giải bóng chuyền", "Tin: Thí Điểm")
    set_portal_lines_aside(sheet)
    assert left(sheet) == ["Trồng nấm rơm", TEXT, "Tin: Thí Điểm"]


def test_the_sender_of_a_message_goes_with_its_hour_and_a_title_above_one_stays() -> None:
    message = led("Bí thư Đoàn xã", "02/12/2026 17:41", "Thắp sáng đường quê", TEXT)
    set_portal_lines_aside(message)
    assert left(message) == ["Thắp sáng đường quê", TEXT]
    page = led("Hội Nông dân xã", "02/12/2026 17:41", TEXT)
    set_portal_lines_aside(page)
    assert left(page) == ["Hội Nông dân xã", TEXT]


def test_a_part_of_a_bulletin_goes_aside_and_a_counted_heading_of_a_text_stays() -> None:
    part = Sheet.of([bold("II. TIN THỂ THAO"), bold("Tám đội tranh giải bóng chuyền", Align.CENTER), plain(TEXT)])
    set_section_aside(part)
    assert part.pieces() == (SetAside(text="II. TIN THỂ THAO", why="nhãn ghi trong bài"),)
    heading = Sheet.of([bold("II. TIN THỂ THAO"), plain(TEXT), plain(OTHER)])
    set_section_aside(heading)
    assert heading.pieces() == ()


def test_what_a_piece_was_written_for_and_its_date_go_aside_and_a_subtitle_stays() -> None:
    lines = led("(Bài dự thi viết về phụ nữ làm kinh tế)", "An Mẫu, ngày 01 tháng 12 năm 2026", TEXT)
    set_lines_below_title_aside(lines)
    assert left(lines) == [TEXT]
    subtitle = led("(Kỷ niệm 96 năm ngày thành lập Hội)", TEXT)
    set_lines_below_title_aside(subtitle)
    assert len(left(subtitle)) == 2


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Ảnh 1, 2: Trồng hoa", [1, 2]), ("Ảnh 1 và 2: Trồng hoa", [1, 2]), ("Ảnh 2-4: Trồng hoa", [2, 3, 4]),
        ("Ảnh 1 & ảnh 3: Trồng hoa", [1, 3]), ("[Ảnh 2: Trồng hoa]", [2]), ("Chèn ảnh 3: Trồng hoa", [3]),
        ("Ảnh 1 - 20 hội viên dự lớp", [1]), ("Ảnh 1: 2 đội thi", [1]), ("Ảnh: Trồng hoa", []),
    ],
)  # fmt: skip
def test_a_caption_may_count_several_photos(line: str, numbers: list[int]) -> None:
    assert numbers_of(label_of(line)) == numbers


def test_what_came_along_is_told_in_brackets_too() -> None:
    assert says_what_came("01 (gửi kèm)")
    assert not says_what_came("01 hội viên gửi kèm giống lúa")


def test_what_ends_a_paragraph_stands_behind_it_when_both_are_set_aside() -> None:
    result = shaped(
        "Kính gửi Ban biên tập, Hội Nông dân xã gửi tin tập huấn trồng nấm rơm của Hội. Trân trọng!",
        bold("Tập huấn"),
        TEXT,
    )
    (piece,) = result.set_aside
    assert piece.text.endswith("của Hội.\nTrân trọng!")


def test_a_name_at_the_right_below_the_title_is_the_writer_and_one_in_the_middle_is_not() -> None:
    name = "Hà Văn Thước – Phòng Kinh tế xã"

    def author(align: Align) -> str | None:
        line = Paragraph(spans=(Span(text=name, italic=True),), align=align)
        (article,) = shaped("Gửi BBT.", bold("Kiểm tra tiến độ làm đường", Align.CENTER), line, TEXT, OTHER).articles
        return article.author

    assert author(Align.RIGHT) == "Hà Văn Thước"
    assert author(Align.JUSTIFY) is None


@pytest.mark.parametrize(
    "line",
    [
        "1" * 5_000 + "x",
        "Lượt xem: 1" + "." * 100_000 + "x",
        "02/12/2026 08:15" + " -" * 50_000 + "x",
        "1 " * 20_000 + "x",
    ],
)
def test_a_line_made_to_be_slow_costs_no_more_than_its_length(line: str) -> None:
    begun = process_time()
    result = shaped("Gửi BBT.", line, TEXT, OTHER)
    assert process_time() - begun < SECONDS
    assert len(result.articles) == 1
