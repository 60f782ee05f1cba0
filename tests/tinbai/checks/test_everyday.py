"""Sentences that offices write every day, in which nothing is wrong: none is told of in more than a hint."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.tinbai.checks.everyday.all_paragraphs import PARAGRAPHS
from tests.tinbai.checks.words_measured import SITE
from tinbai.checks import CHECKS, Check, Checked, CheckedPhoto, findings_of
from tinbai.checks.figures import quantities
from tinbai.checks.vocabulary.letters import LOWER, UPPER
from tinbai.figures import in_figures
from tinbai.finding import Finding, Severity
from tinbai.kind import Kind

SENT = datetime(2026, 9, 22, 3, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 23, 3, tzinfo=UTC)
CLEAN = (
    "Lễ khai giảng của học sinh ngày 5/9/2026 diễn ra vui tươi.",
    "Các thí sinh ngày 12/6/2026 dự thi nghiêm túc.",
    "Học sinh 20/11/2025 dâng hoa.",
    "Ông Lò Văn Mẫu hy sinh ngày 20/4/1972 tại mặt trận phía Nam.",
    "Ông Trần Văn Mẫu, sinh ngày 1/2/1940, từ trần tại nhà riêng.",
    "Ông Trần Văn Mẫu, sinh ngày 1/2/1960, Giám đốc Hợp tác xã.",
    "Lãnh đạo Trung tâm Y tế cho biết có 3 ca dương tính.",
    "Ông Nguyễn Văn Mẫu, Phó Giám đốc Trung tâm Y tế cho biết có hai ca dương tính.",
    "Bác sĩ Trần Văn Mẫu tư vấn cách phát hiện người mắc lao.",
    "Trạm Y tế xã phát hiện 12 người mắc lao.",
    "Hội Chữ Thập Đỏ thăm 5 hội viên mắc bệnh ung thư.",
    "Xã thăm hỏi nạn nhân Chất Độc Da Cam.",
    "Em Trần Thị Thử tham gia vẽ tranh phòng, chống đuối nước và đạt giải Nhất.",
    "Em Lê Văn Mẫu học sinh khuyết tật vươn lên học giỏi.",
    "Liên hệ Văn phòng UBND xã, điện thoại: 0912 345 678.",
    "Bộ phận Một cửa: số điện thoại 0389123456.",
    "Trạm Y tế xã trực 24/24, điện thoại 0912.345.678.",
    "Ủng hộ qua số tài khoản: 3761.0.1234567, Ban Cứu trợ Ủy ban MTTQ xã tại Kho bạc Nhà nước.",
    "Ủng hộ qua STK 123456789012, Quỹ Vì người nghèo xã.",
    "Đến ngày 20/11, tiến độ thu ngân sách đạt 85%.",
    "Tính đến 31/10, giải ngân vốn đầu tư công đạt 75%.",
    "Sau 5 năm triển khai Chương trình (2021-2025), đường làng sạch đẹp.",
    "Lễ kỷ niệm 120 năm Ngày sinh đồng chí Lê Văn Mẫu (1906 - 1995) được tổ chức trang trọng.",
    "Từ 15.10 đến 20.11 năm 2026, các thôn ra quân.",
    "Cuộc họp bắt đầu lúc 7.30 giờ.",
    "TP: các thôn nộp báo cáo.",
    "Đám cháy (chưa rõ nguyên nhân) đã được dập tắt.",
    "Nhà số 45/13/2020 ở thôn Bãi Mẫu.",
    "Tiêu chí 17.13.2021 đã đạt.",
    "Ông Trần Văn Mẫu ở huyện ủy họp bàn.",
    "Trước ngày 01/7/2025, địa bàn này thuộc huyện Cũ Mẫu.",
    "Nhiệm kỳ 2025 - 2030, Ban Chấp hành gồm 27 đồng chí, Ban Thường vụ 9 đồng chí.",
    "Xã gieo 1.245 ha; trong đó lúa 820 ha, ngô 215 ha, rau màu các loại 210 ha.",
)
CLEAN_IN_NOVEMBER = (
    "Học sinh 20/11/2026 dâng hoa.",
    "Xã chuẩn bị kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam.",
    "Xã họp bàn kỷ niệm 82 năm Quốc khánh năm 2027.",
)
KEPT = (
    ("personal_number", "Liên hệ ông Thử: 0900000009."),
    ("personal_number", "UBND xã thăm chị Nháp, điện thoại 0900000009."),
    ("personal_number", "Văn phòng UBND xã cấp CCCD 001170000001."),
    ("birth_date", "Chủ tịch UBND xã tặng quà chị Mai, sinh ngày 12/03/1990."),
    ("patient_or_child", "Trạm Y tế xã phát hiện ông Bùi Văn Yếu mắc lao."),
    ("patient_or_child", "Em Trần Văn Nhỏ bị đuối nước."),
)
OFFICES = ("Đơn của Ban Thanh Tra Nhân Dân xã.", "Đơn của Hội Nông Dân xã.", "Đơn của Thanh Tra Tỉnh.")
HARD = (
    "Họp thứ Hai, 31/12/9999.",
    "Họp thứ Hai, 01/01/0001.",
    "Tặng 5 đồng (một tỷ một tỷ một tỷ một tỷ đồng).",
    "Sản lượng từ 4 tấn lên 6 tấn, tăng 0,123456789012345678901234567%.",
    "Có 45/50 hộ, đạt 0,123456789012345678901234567%.",
)


def told(text: str, kind: Kind = Kind.ARTICLE, sent: datetime = SENT) -> Iterator[Finding]:
    for each in CHECKS:
        if each.subject not in {"form", "photos"}:
            article = Checked(title="Tin từ cơ sở", body_html=f"<p>{text}</p>", date=sent, kind=kind)
            yield from findings_of(each, article, None)


@pytest.mark.parametrize(
    ("text", "sent"), [*((text, SENT) for text in CLEAN), *((text, NOVEMBER) for text in CLEAN_IN_NOVEMBER)]
)
def test_nothing_above_a_hint_is_told_of_everyday_sentences(text: str, sent: datetime) -> None:
    assert [each for each in told(text, sent=sent) if each.severity is not Severity.HINT] == []


@pytest.mark.parametrize(("check", "text"), KEPT)
def test_what_is_private_still_weighs_all_that_its_rule_does(check: str, text: str) -> None:
    full = next(each.severity for each in CHECKS if each.name == check)
    assert full in {each.severity for each in told(text) if each.check == check}


@pytest.mark.parametrize("text", OFFICES)
def test_offices_are_no_denouncers(text: str) -> None:
    assert [each for each in told(text, Kind.SETTLEMENT) if each.check == "denouncer"] == []


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("rule", CHECKS, ids=lambda each: each.name)
def test_numbers_out_of_all_measure_make_no_rule_crash(rule: Check, text: str) -> None:
    article = Checked(title=text, body_html=f"<p>{text}</p>", date=SENT)
    assert isinstance(list(rule.rule(article, None)), list)


def test_a_number_may_have_any_number_of_decimals() -> None:
    assert in_figures(50, 27) == "50," + "0" * 27


def test_capitals_and_small_letters_are_told_apart() -> None:
    assert set("ẠẢỊỞĐ") <= set(UPPER)
    assert set("ạảịởđ") <= set(LOWER)
    assert not set(UPPER) & set(LOWER)


OCTOBER = datetime(2026, 10, 15, 3, tzinfo=UTC)


def test_two_hundred_ordinary_paragraphs_give_at_most_four_alarms() -> None:
    assert len(PARAGRAPHS) == len(set(PARAGRAPHS)) == 200
    alarmed = {
        text: found
        for text in PARAGRAPHS
        if (found := [each.message for each in told(text, sent=OCTOBER) if each.severity is not Severity.HINT])
    }
    assert len(alarmed) <= len(PARAGRAPHS) / 50, alarmed


def test_years_of_a_term_are_no_parts_of_a_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Đại hội lần thứ I, nhiệm kỳ 2025 - 2030, bầu Ban Chấp hành gồm 27 đồng chí, Ban Thường vụ 9 đồng chí."
    assert [each for each in told(text) if each.check == "sum_parts"] == []
    monkeypatch.setattr(quantities, "_YEAR_BEFORE", re.compile(r"(?!)"))
    assert [each for each in told(text) if each.check == "sum_parts"] != []


# A letter of five in the morning here, when the day before still runs in Greenwich.
@pytest.mark.parametrize(
    ("check", "text", "sent", "expected"),
    [
        ("district_ended", "Đoàn thăm huyện Cũ Mẫu.", datetime(2025, 6, 30, 22, tzinfo=UTC), True),
        ("district_ended", "Đoàn thăm huyện Cũ Mẫu.", datetime(2025, 6, 30, 16, tzinfo=UTC), False),
        ("place_ended", "Đoàn thăm xã Đồng Thử.", datetime(2025, 6, 30, 22, tzinfo=UTC), True),
        ("place_ended", "Đoàn thăm xã Đồng Thử.", datetime(2025, 6, 30, 16, tzinfo=UTC), False),
        ("leader_title", "Đồng chí Hồ Văn Cựu, Chủ tịch UBND xã, dự.", datetime(2025, 12, 31, 22, tzinfo=UTC), True),
        ("leader_title", "Đồng chí Hồ Văn Cựu, Chủ tịch UBND xã, dự.", datetime(2025, 12, 31, 16, tzinfo=UTC), False),
        ("document_replaced", "Theo Nghị định số 43/2011/NĐ-CP.", datetime(2022, 8, 14, 22, tzinfo=UTC), True),
        ("document_replaced", "Theo Nghị định số 43/2011/NĐ-CP.", datetime(2022, 8, 14, 16, tzinfo=UTC), False),
    ],
)
def test_the_day_of_a_letter_is_that_of_the_office(check: str, text: str, sent: datetime, *, expected: bool) -> None:
    (rule,) = [each for each in CHECKS if each.name == check]
    article = Checked(title="Tin từ cơ sở", body_html=f"<p>{text}</p>", date=sent)
    assert bool(list(findings_of(rule, article, SITE))) is expected


@pytest.mark.parametrize(
    ("text", "sent", "repair"),
    [
        ("Sáng 28/12/2025, xã họp.", datetime(2027, 1, 3, 3, tzinfo=UTC), "28/12/2026"),
        ("Sáng 28/12/2027, xã họp.", datetime(2027, 1, 3, 3, tzinfo=UTC), "28/12/2026"),
        ("Sáng 02/01/2026, xã họp.", datetime(2027, 1, 3, 3, tzinfo=UTC), "02/01/2027"),
        ("Sáng 28/12, xã họp.", datetime(2027, 1, 3, 3, tzinfo=UTC), None),
        ("Sáng 28/12/2026, xã họp.", datetime(2027, 1, 3, 3, tzinfo=UTC), None),
    ],
)
def test_a_slip_of_the_year_is_seen_across_new_year(text: str, sent: datetime, repair: str | None) -> None:
    found = [each for each in told(text, sent=sent) if each.check == "event_date"]
    assert [each.repairs for each in found] == ([(repair,)] if repair else [])


@pytest.mark.parametrize(("caption", "told_of"), [("54 hội viên dự lớp.", True), ("45 hội viên dự lớp.", False)])
def test_a_caption_counts_what_the_body_counts(caption: str, *, told_of: bool) -> None:
    (rule,) = [each for each in CHECKS if each.name == "quantity_twice"]
    photo = CheckedPhoto(filename="1.jpg", caption=caption)
    article = Checked(title="Tập huấn", body_html="<p>Có 45 hội viên dự lớp.</p>", photos=(photo,), date=SENT)
    assert [each.where.field for each in findings_of(rule, article, None)] == (["photos"] if told_of else [])
