"""A title in capitals as a sentence: names and abbreviations stay."""

import pytest

from tinbai.checks.form.sentence_case import sentence_case
from tinbai.site_data import LeaderData, SiteData, UnitData

SITE = SiteData(
    name="An Mẫu",
    place="xã An Mẫu, tỉnh Sông Mẫu",
    units=(UnitData(key="dongthu", name="Thôn Đồng Thử"), UnitData(key="hnd", name="Hội Nông dân")),
    leaders=(LeaderData(name="Lê Thị Thử", title="Chủ tịch UBND xã"),),
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("HỘI NGHỊ SƠ KẾT", "Hội nghị sơ kết"),
        ("UBND XÃ AN MẪU HỌP BÀN NTM", "UBND xã An Mẫu họp bàn NTM"),
        ("RA QUÂN TẠI THÔN ĐỒNG THỬ", "Ra quân tại thôn Đồng Thử"),
        ("ĐỒNG CHÍ LÊ THỊ THỬ THĂM HỎI", "Đồng chí Lê Thị Thử thăm hỏi"),
        ("HỘI NÔNG DÂN XÃ TẬP HUẤN", "Hội Nông dân xã tập huấn"),
        ("PHONG TRÀO “TOÀN DÂN ĐOÀN KẾT” Ở XÃ", "Phong trào “Toàn dân đoàn kết” ở xã"),
        ("KẾT QUẢ. NHIỆM VỤ 9 THÁNG", "Kết quả. Nhiệm vụ 9 tháng"),
        ("ĐẠI HỘI LẦN THỨ XIV", "Đại hội lần thứ XIV"),
        ("", ""),
        ("!!!", "!!!"),
    ],
)
def test_what_the_site_and_common_knowledge_tell(title: str, expected: str) -> None:
    assert sentence_case(title, "", SITE) == expected


def test_the_text_below_tells_names_that_nobody_else_knows() -> None:
    text = "Chiều qua, đoàn công tác về thăm Trường Mầm non Hoa Thử ở bản Nà Mẫu."
    title = "ĐOÀN CÔNG TÁC VỀ THĂM TRƯỜNG MẦM NON HOA THỬ"
    assert sentence_case(title, text, None) == "Đoàn công tác về thăm Trường Mầm non Hoa Thử"


def test_the_capital_at_the_start_of_a_sentence_tells_nothing() -> None:
    text = "Chiều ngày 20, lớp học khai giảng. Buổi lễ vui tươi."
    assert sentence_case("LỚP HỌC VÀ BUỔI LỄ VUI TƯƠI", text, None) == "Lớp học và buổi lễ vui tươi"


def test_a_word_written_both_ways_becomes_lower_case() -> None:
    text = "Tham quan mô hình Hoa Thử và mô hình hoa thử nghiệm."
    assert sentence_case("MÔ HÌNH HOA THỬ", text, None) == "Mô hình hoa thử"
