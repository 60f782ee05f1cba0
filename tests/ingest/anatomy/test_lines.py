"""What single lines are taken for: courtesy, an office, a person, a label; and what only looks like it."""

import pytest

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import file_of, label_of, number_of
from ingest.anatomy.courtesy import Manners, is_closing, is_courtesy
from ingest.anatomy.credits import credited
from ingest.anatomy.footers import is_office, is_person
from ingest.anatomy.labels import KIND_ALONE
from tinbai.text import fold


@pytest.mark.parametrize(
    "line",
    [
        "Kính chuyển BBT.",
        "BBT thân mến,",
        "Trường gửi bài viết dưới đây, mong BBT xem xét.",
        "Chị ơi đăng giúp em tin này với",
        "em gui bbt tin cua thon a",
    ],
)
def test_what_is_said_to_the_board_is_courtesy(line: str) -> None:
    assert is_courtesy(line)


@pytest.mark.parametrize(
    "line",
    [
        "Em kể chuyện quê em bằng tiếng Anh",  # folded, "chuyện ... Anh" reads "chuyển ... ảnh"
        "Chuyện nhà mình trên sóng phát thanh thôn Bãi Mẫu",
        "Bệnh lở mồm long móng đang có dấu hiệu giảm",  # "móng ... đang", "mong ... đăng"
        "Chuyên đề của Đảng ủy xã về xây dựng thôn Bãi Mẫu",
    ],
)
def test_words_that_are_others_without_their_marks_are_no_courtesy(line: str) -> None:
    assert not is_courtesy(line)
    assert not Manners().greets(line)


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("Trân trọng./.", True),
        ("Thân mến,", True),
        ("Kính chúc Ban biên tập sức khỏe, thành công!", True),
        ("Rất mong nhận được sự quan tâm của Ban biên tập.", True),
        ("E cảm ơn c ạ", True),
        ("Trân trọng tấm lòng ấy, Hội Khuyến học nhận đỡ đầu em đến hết lớp 12.", False),
        ("Cảm ơn những người lính đã dầm mình trong nước lũ suốt ba đêm để giữ lấy con đê của làng.", False),
        ("Thay mặt gia đình bà xin cảm ơn các nhà hảo tâm.", False),
    ],
)
def test_a_leave_taking_is_told_from_a_sentence_that_thanks(line: str, *, closes: bool) -> None:
    assert is_closing(line) is closes


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ AN MẪU", True),
        ("Ban quản lý Nhà văn hóa thôn Đồng Thử", True),
        ("Thôn Đồng Thử tổ chức hội thi nấu ăn", False),
        ("Hội Nông dân xã An Mẫu ra mắt mô hình mới", False),
        ("Trường học an toàn trong mùa mưa bão", False),
    ],
)
def test_the_name_of_an_office_is_told_from_what_it_does(line: str, *, office: bool) -> None:
    assert is_office(line) is office


def test_a_person_may_carry_a_rank() -> None:
    assert is_person("Đại úy Khúc Văn Mượn Tên")
    assert is_person("Y sĩ Nông Thị Tạm Gọi")
    assert not is_person("Đại úy công an xã đến thăm")


@pytest.mark.parametrize(
    ("name", "author", "unit"),
    [
        ("Mai Giả Dụ - Trường THCS An Mẫu", "Mai Giả Dụ", "Trường THCS An Mẫu"),
        ("Bùi Ẩn Ý - Bí thư Đoàn xã", "Bùi Ẩn Ý", None),
        ("CTV Lâm Quy Ước", "Lâm Quy Ước", None),
        ("Văn Hào - Trần Hữu", "Văn Hào - Trần Hữu", None),
        ("VH-XH", "VH-XH", None),
    ],
)
def test_an_author_is_parted_from_the_office_and_not_from_another_author(
    name: str, author: str, unit: str | None
) -> None:
    assert credited(name) == (author, unit)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Viết bởi Hợi - trưởng thôn", "Hợi"),
        ("Tác giả bài và ảnh: Phấn Sắc Màu", "Phấn Sắc Màu"),
        ("Viết bởi bàn tay của ông", None),
    ],
)
def test_a_byline_may_be_spoken(line: str, author: str | None) -> None:
    found = byline.parse(line)
    assert (found.author if found else None) == author


def test_a_first_line_that_only_says_what_it_is() -> None:
    assert all(KIND_ALONE.fullmatch(fold(line)) for line in ("BÀI VIẾT", "TIN BÀI THÁNG 10/2026", "Tin tuần 40"))
    assert not any(KIND_ALONE.fullmatch(fold(line)) for line in ("Tin vui đầu năm", "Bài học từ một vụ cháy"))


def test_captions_are_labelled_by_number_or_by_file() -> None:
    assert number_of(label_of("Hình 2 - Trao đổi kinh nghiệm")) == 2
    assert file_of(label_of("phat kinh.jpg: Trao kính cho học sinh")) == "phat kinh.jpg"
    assert label_of("Anh hùng lao động: người và đất") is None
