"""Lines of a text that look like what a page, a form or a list of captions prints: the text keeps them."""

from time import process_time

import pytest

from ingest.anatomy import Shaped, byline, shape
from ingest.anatomy.caption_labels import label_of, numbers_of
from ingest.anatomy.labels import take_labels
from ingest.anatomy.led_items import LED, with_titles_apart
from ingest.anatomy.portal_lines import set_portal_lines_aside
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.title_lines import set_section_aside
from ingest.letter import Part
from tests.ingest.anatomy.making import SITE, body, bold, document, letter, photo, table
from tinbai.blocks import Align, Block, plain, text_of

SECONDS = 2  # each takes milliseconds
TEXT = (
    "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã tổ chức lớp tập huấn kỹ thuật trồng nấm rơm"
    " trong nhà cho 45 hội viên của các chi hội."
)
OTHER = (
    "Chiều ngày 16/10/2026, Trạm Y tế xã khám sức khỏe cho 120 người cao tuổi của thôn Bãi Mẫu, phát thuốc miễn phí và"
    " hướng dẫn cách phòng bệnh khi trời trở lạnh."
)


def left(*texts: str) -> list[str]:
    sheet = Sheet.of(map(plain, texts))
    set_portal_lines_aside(sheet)
    return [text_of(block) for _, block in sheet.left()]


def shaped(*blocks: Block | str, photos: tuple[Part, ...] = ()) -> Shaped:
    sender = letter("hnd@songmau.example", "Hội", "tin", photos)
    return shape(sender, body("Gửi BBT."), (document("a.docx", *blocks),), SITE)


@pytest.mark.parametrize(
    "lines",
    [
        ("Mời dự đêm hội làng", "⏰ 19h30, ngày 20/11/2026", TEXT),
        ("Mời dự đêm hội làng", "19:30 ngày 20/11/2026", TEXT),
        ("Mời dự đêm hội làng", "19h30, 20/11/2026", TEXT),
        ("Mời dự đêm hội làng", "Thời gian:", "19:30 20/11/2026", TEXT),
        ("Mời dự đêm hội làng", "Thứ Sáu, 19h30 ngày 20/11/2026", "Địa điểm: Nhà văn hóa thôn", TEXT),
        ("Mời dự đêm hội làng", "19:30, 20/11/2026", "📍 Nhà văn hóa thôn", TEXT),
    ],
)
def test_the_hour_of_an_event_is_no_stamp(lines: tuple[str, ...]) -> None:
    assert left(*lines) == list(lines)


@pytest.mark.parametrize(
    "line", ["Cập nhật: 08h15 ngày 02/12/2026", "Thứ Tư, 08h15, 02/12/2026", "08h15 02/12/2026 (GMT+7)"]
)
def test_an_hour_as_people_write_it_is_a_stamp_with_a_sign_of_it(line: str) -> None:
    assert left("Tập huấn trồng nấm rơm", line, TEXT) == ["Tập huấn trồng nấm rơm", TEXT]


@pytest.mark.parametrize("end", [".", ".”", "!", "?", ":"])
def test_a_heading_of_a_bulletin_is_no_list_of_other_articles(end: str) -> None:
    lines = ("Trồng nấm rơm", TEXT, "TIN KHÁC", "Khám bệnh cho người già", OTHER.removesuffix(".") + end)
    assert left(*lines) == list(lines)


def test_a_list_of_other_articles_ends_above_the_captions() -> None:
    captions = ("Ảnh 1: Trao meo giống", "Ảnh 2: Ủ rơm")
    assert left("Trồng nấm rơm", TEXT, "Tin khác", "Họp dân", *captions) == ["Trồng nấm rơm", TEXT, *captions]
    listed = ("Chú thích ảnh:", "Trao meo giống")
    assert left("Trồng nấm rơm", TEXT, "Tin khác", "Họp dân", *listed) == ["Trồng nấm rơm", TEXT, *listed]


@pytest.mark.parametrize(
    ("line", "numbers", "said"),
    [
        ("Ảnh 1 - 8-3 tại xã An Mẫu", [1], "8-3 tại xã An Mẫu"),
        ("Ảnh 1 - 20-11 tại trường", [1], "20-11 tại trường"),
        ("Ảnh 1 - 8-3: Mít tinh", [1], "8-3: Mít tinh"),
        ("Ảnh 1-99, 1-99: Mít tinh", [1], "Mít tinh"),
        ("Ảnh 1-3, 2-4: Mít tinh", [1, 2, 3, 4], "Mít tinh"),
        ("Ảnh 1-20: Mít tinh", list(range(1, 21)), "Mít tinh"),
        ("Ảnh 1-21: Mít tinh", [1], "Mít tinh"),
    ],
)
def test_a_date_is_no_range_of_photos_and_a_range_has_an_end(line: str, numbers: list[int], said: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (numbers_of(label), line[label.end() :]) == (numbers, said)


def test_a_copy_of_a_caption_whose_photo_is_not_there_goes_to_no_other() -> None:
    photos = (photo("1.jpg", 1), photo("2.jpg", 2), photo("3.jpg", 3))
    (article,) = shaped(bold("Trồng nấm rơm"), TEXT, "Ảnh 2-4: Ủ rơm", photos=photos).articles
    assert [(each.filename, each.caption) for each in article.photos] == [
        ("1.jpg", None),
        ("2.jpg", "Ủ rơm"),
        ("3.jpg", "Ủ rơm"),
    ]
    (article,) = shaped(bold("Trồng nấm rơm"), TEXT, "Ảnh 5-7: Ủ rơm", photos=photos).articles
    assert [each.caption for each in article.photos] == [None, None, None]
    assert sum("Ủ rơm" in piece.text for piece in article.set_aside) == 1


def test_the_copies_of_a_caption_go_in_order_to_photos_without_numbers() -> None:
    photos = (photo("nam-a.jpg", 1), photo("nam-b.jpg", 2))
    (article,) = shaped(bold("Trồng nấm rơm"), TEXT, "Ảnh 1, 2: Ủ rơm", photos=photos).articles
    assert [each.caption for each in article.photos] == ["Ủ rơm", "Ủ rơm"]


def test_a_photographer_in_square_brackets_is_no_caption() -> None:
    (article,) = shaped(bold("Trồng nấm rơm"), TEXT, "[Ảnh: Lò Thị Thử]", photos=(photo("a.jpg", 1),)).articles
    assert [each.caption for each in article.photos] == [None]
    assert article.byline == "[Ảnh: Lò Thị Thử]"


@pytest.mark.parametrize("title", ["8/3 – NGÀY HỘI PHỤ NỮ", "20/11 – Tri ân thầy cô", "8.3 – NGÀY HỘI PHỤ NỮ"])
def test_a_title_that_begins_with_a_date_is_no_part_of_a_bulletin(title: str) -> None:
    sheet = Sheet.of([bold(title), bold("Tám đội tranh giải bóng chuyền", Align.CENTER), plain(TEXT)])
    set_section_aside(sheet)
    assert sheet.pieces() == ()
    counted = Sheet.of([bold("2. TIN THỂ THAO"), bold("Tám đội tranh giải", Align.CENTER), plain(TEXT)])
    set_section_aside(counted)
    assert [piece.text for piece in counted.pieces()] == ["2. TIN THỂ THAO"]


def test_what_counts_the_rows_of_a_form_is_no_text_below_a_heading() -> None:
    rows = (("STT", "Mục", "Nội dung"), ("1", "Tiêu đề", "Trồng nấm rơm"), ("2", "Nội dung", TEXT))
    (article,) = shaped(bold("PHIẾU CUNG CẤP TIN, BÀI", Align.CENTER), table(*rows)).articles
    assert article.title == "Trồng nấm rơm"
    assert "STT" not in article.body_text
    assert TEXT in article.body_text
    assert any(piece.text.startswith("STT Mục Nội dung 1 2") for piece in article.set_aside)


def test_a_letter_that_tells_no_count_costs_no_look_at_its_items(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet.of([plain(f"1. Tập huấn trồng nấm rơm: {TEXT}")])
    monkeypatch.setattr(Sheet, "left", lambda _: pytest.fail("looked at"))
    assert with_titles_apart(sheet, set()) is sheet


@pytest.mark.parametrize(
    "line",
    [
        "\xa0" * 100_000 + "1",
        "Trồng nấm rơm" + "\xa0" * 100_000 + "x",
        "x" + "/" * 100_000 + "x",
        "x" + "]" * 100_000 + "x",
    ],
)
def test_a_line_made_to_be_slow_is_read_in_a_moment(line: str) -> None:
    begun = process_time()
    LED.match(line)
    byline.parse(line)
    assert process_time() - begun < SECONDS


def test_an_hour_is_no_writer() -> None:
    assert not byline.names_writer("TG: 8h00 ngày 25/11")
    assert byline.names_writer("TG: Lò Thị Thử")


@pytest.mark.parametrize(
    "lines",
    [
        ("TĐ: Vâng, tôi làm nghề này đã lâu.", "NĐ: Tôi cũng vậy."),
        ("TĐ: Tôi làm nghề này đã lâu", "NĐ: Tôi cũng vậy"),
        ("TĐ: Tôi làm nghề này đã lâu", "PV: Thưa ông, vì sao?"),
        ("ND: Tôi làm nghề này đã lâu", "PV: Thưa ông, vì sao?"),
    ],
)
def test_initials_of_those_who_speak_are_no_labels(lines: tuple[str, ...]) -> None:
    found = take_labels(sheet := Sheet.of(map(plain, lines)))
    assert found.title is None
    assert [text_of(block) for _, block in sheet.left()] == list(lines)


def test_short_labels_name_title_and_text_of_a_form() -> None:
    found = take_labels(sheet := Sheet.of(map(plain, ("TĐ: Trồng nấm rơm", f"ND: {TEXT}"))))
    assert found.title == "Trồng nấm rơm"
    assert [text_of(block) for _, block in sheet.left()] == [TEXT]
