"""Lines about who wrote, who approved and what came along: set aside, and what only looks like them left alone."""

import pytest

from ingest.anatomy.caption_files import sort_out_caption_files
from ingest.anatomy.caption_labels import says_what_came
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.writer_lines import APPROVED, PRIVATE, set_approval_aside, set_introduction_aside
from tests.ingest.anatomy.making import document, photo, picture_of
from tinbai.blocks import plain

STORY = "Sáng nay bà con trong thôn cùng nhau đắp đường, trồng hoa và dọn vệ sinh quanh nhà văn hóa, đến trưa thì xong."


@pytest.mark.parametrize(
    "line",
    [
        "Tôi tên là Ma Văn Thửa, trú tại thôn Xóm Mới, xã An Mẫu, số điện thoại 0900 000 232.",
        "Em tên là: Lò Thị Thử, sinh năm 1990, hiện ở thôn Bãi Mẫu",
        "Tôi là Nguyễn Văn Thử - thôn Cầu Giả - ĐT: 0900 000 001.",
    ],
)
def test_who_introduces_himself_is_no_part_of_the_text(line: str) -> None:
    sheet = Sheet.of([plain(line), plain(STORY)])
    set_introduction_aside(sheet)
    assert [(piece.text, piece.why) for piece in sheet.pieces()] == [(line, PRIVATE)]


@pytest.mark.parametrize(
    "line",
    [
        "Tôi tên là Ma Văn Thửa.",
        "Tôi là Ma Văn Thửa, trú tại thôn Xóm Mới. Gia đình tôi có thửa đất vườn chưa có sổ đỏ.",
        "Tôi là người dân ở ngõ 3 thôn Cầu Giả, xin phản ánh bốn bóng đèn đường bị cháy.",
        "Em là học sinh lớp 7A, em rất vui được nhận quà.",
    ],
)
def test_who_says_more_than_who_he_is_has_begun_the_text(line: str) -> None:
    sheet = Sheet.of([plain(line), plain(STORY)])
    set_introduction_aside(sheet)
    assert sheet.pieces() == ()


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("Lãnh đạo duyệt: Phạm Thị Minh Họa", True),
        ("Người duyệt bài: Đại úy Pờ Văn Lính", True),
        ("DUYỆT CỦA HIỆU TRƯỞNG:", True),
        ("Lãnh đạo xã duyệt: 12 hộ được vay vốn.", False),
        ("Đoàn kiểm tra: các hộ đều chấp hành tốt.", False),
    ],
)
def test_who_approved_a_text_is_no_part_of_it(line: str, *, taken: bool) -> None:
    sheet = Sheet.of([plain(STORY), plain(line)])
    set_approval_aside(sheet)
    assert [piece.why for piece in sheet.pieces()] == [APPROVED] * taken


@pytest.mark.parametrize("text", ["02 ảnh đính kèm", "(kèm theo 3 file)", "gửi kèm trong mail", "2 tấm ảnh"])
def test_what_came_along_is_no_caption(text: str) -> None:
    assert says_what_came(text)


@pytest.mark.parametrize("text", ["Bà con xem ảnh triển lãm", "Ảnh Bác Hồ trong nhà sàn", "12 hộ nhận quà", "Kèn lá"])
def test_what_is_seen_is_a_caption(text: str) -> None:
    assert not says_what_came(text)


def test_a_document_of_captions_alone_is_told_from_an_article() -> None:
    listed = document("Chu thich.docx", "CHÚ THÍCH ẢNH", "Ảnh 1: Bà con đắp đường", "Ảnh 2: Trồng hoa")
    article = document("Tin.docx", "Bà con đắp đường", STORY, "Ảnh 1: Bà con đắp đường")
    shown = document("Anh.docx", "Ảnh 1: Bà con đắp đường", picture_of(photo("a.jpg", 1)))
    sorted_out = sort_out_caption_files([listed, article, shown], typed=False)
    assert (sorted_out.lists, sorted_out.others) == ([listed], [article, shown])
    assert sort_out_caption_files([listed], typed=False).others == [listed]
    assert sort_out_caption_files([listed], typed=True).lists == [listed]
