"""Dates in every form that mail software writes."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import VIETNAM, parse_date
from ingest.month_names import MONTHS

NO_ZONE = "ngày gửi không ghi múi giờ, hiểu là giờ Việt Nam"
NO_TIME = "ngày gửi không ghi giờ"
UNREAD = "không đọc được ngày gửi"
THEN = datetime(2026, 10, 15, 14, 5, 11, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "text",
    [
        "Thu, 15 Oct 2026 14:05:11 +0700",
        "Thu, 15 Oct 26 14:05:11 +0700",  # RFC 822
        "Thu, 15 Oct 126 14:05:11 +0700",  # a program that counts from 1900
        "15 Oct 2026 14:05:11 +0700",
        "Thu 15 Oct 2026 14:05:11 +0700",
        "Thu,15 Oct 2026 14:05:11+0700",
        "Thu,  15  Oct  2026  14:05:11  +0700",
        "Thu, 15 October 2026 14:05:11 +0700",
        "Thursday, 15 Oct 2026 14:05:11 +0700",
        "Thu, 15-Oct-2026 14:05:11 +0700",
        "Thursday, 15-Oct-26 14:05:11 +0700",  # RFC 850
        "Thu, 15 Oct 2026 14.05.11 +0700",
        "Thu, 15 Oct 2026 14:05:11.123 +0700",
        "Thu, 15 Oct 2026 2:05:11 PM +0700",
        "October 15, 2026 14:05:11 +0700",
        "Thu Oct 15 14:05:11 +0700 2026",
        "Thu Oct 15 14:05:11 GMT+07:00 2026",  # Java
        "Thu Oct 15 14:05:11 ICT 2026",
        "Thu, 15 Oct 2026 (a comment) 14:05:11 +0700",
        "Thu, 15 Oct 2026 14:05:11 ((nested) comment) +0700",
        "Thu, 15 Oct 2026 14:05:11 +0700 (SE Asia Standard Time)",
        "Thu, 15 Oct 2026 14:05:11 +0700 +0700",
        "Thu, 15 Oct 2026 14:05:11 +0700;",
        "Date: Thu, 15 Oct 2026 14:05:11 +0700",
        "2026-10-15T14:05:11+07:00",
        "2026-10-15 14:05:11 +0700",
        "2026-10-15T14:05:11.1234567+07:00",
        "20261015T140511+0700",
        "Thứ Năm, 15 Tháng Mười 2026 14:05:11 +0700",
        "Thứ Năm, ngày 15 tháng 10 năm 2026 14:05:11 +0700",
        "Th 5, 15 Th 10 2026 14:05:11 +0700",
        "T5, 15 thg 10 2026 14:05:11 +0700",
        "15/10/2026 14:05:11 +0700",
        "Thu, 15 Th10 2026 14:05:11 +0700",
    ],
)
def test_every_form_with_an_offset_gives_the_time_and_the_offset(text: str) -> None:
    read = parse_date(text)
    assert (read.value, read.defect) == (THEN, None)
    assert read.value is not None
    assert read.value.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    "zone",
    [
        *("+0700", "+07:00", "+07", "+7", "+700", "+ 0700", "0700", "GMT+7", "GMT+0700", "GMT+07:00", "UTC+07:00"),
        *("UTC+7", "ICT", "ict", '"GMT+7"', "(ICT)", "(GMT+7)", "(GMT+07:00)", "Asia/Ho_Chi_Minh"),
        *("SE Asia Standard Time", "(Giờ Đông Dương)", "(Indochina Time)", "(SE Asia Standard Time)"),
    ],
)
def test_the_zone_of_vietnam_is_known_by_all_its_names(zone: str) -> None:
    read = parse_date(f"Thu, 15 Oct 2026 14:05:11 {zone}")
    assert (read.value, read.defect) == (THEN, None)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("EST", "America/New_York"), ("EDT", "America/New_York"), ("CST", "America/Chicago"),
        ("CDT", "America/Chicago"), ("MST", "America/Denver"), ("MDT", "America/Denver"),
        ("PST", "America/Los_Angeles"), ("PDT", "America/Los_Angeles"), ("AKST", "America/Anchorage"),
        ("HST", "Pacific/Honolulu"), ("CET", "Europe/Berlin"), ("CEST", "Europe/Berlin"), ("BST", "Europe/London"),
        ("GMT", "Europe/London"), ("EET", "Europe/Athens"), ("EEST", "Europe/Athens"), ("MSK", "Europe/Moscow"),
        ("SAST", "Africa/Johannesburg"), ("JST", "Asia/Tokyo"), ("KST", "Asia/Seoul"), ("HKT", "Asia/Hong_Kong"),
        ("WIB", "Asia/Jakarta"), ("AEST", "Australia/Sydney"), ("AEDT", "Australia/Sydney"),
        ("ACST", "Australia/Darwin"), ("AWST", "Australia/Perth"), ("NZDT", "Pacific/Auckland"), ("UTC", "UTC"),
    ],
)  # fmt: skip
def test_obsolete_zones_mean_what_the_zone_database_says(name: str, place: str) -> None:
    there = [datetime(2026, month, 15, 12, tzinfo=ZoneInfo(place)) for month in (1, 7)]
    (expected,) = {moment.utcoffset() for moment in there if moment.tzname() == name}
    value = parse_date(f"Thu, 15 Oct 2026 14:05:11 {name}").value
    assert value is not None
    assert value.utcoffset() == expected


@pytest.mark.parametrize("zone", ["Z", "UT", "UTC", "GMT", "-0000", "+0000", "GMT+0"])
def test_greenwich_is_known(zone: str) -> None:
    assert parse_date(f"Thu, 15 Oct 2026 07:05:11 {zone}").value == THEN


@pytest.mark.parametrize(
    "text",
    [
        "Th 5, 15 thg 10, 2026 lúc 14:05",
        "14:05, Th 5, 15 thg 10, 2026",
        "14:05 15/10/2026",
        "15/10/2026 2:05 CH",
        "15/10/2026 2:05 PM",
        "10/15/2026 2:05 PM",  # no fifteenth month
        "15/10/26 14:05",
        "15.10.2026 14:05",
        "2026/10/15 14:05",
        "2026-10-15T14:05",
        "14h05 ngày 15/10/2026",
        "14 giờ 05 phút ngày 15 tháng 10 năm 2026",
        "2 giờ 05 chiều, 15 tháng 10 năm 2026",
        "Thu Oct 15 14:05 2026",
        "Thu, Oct 15, 2026 at 2:05 PM",
        "Tháng Mười 15, 2026 14:05",
        "15 Th.10 2026 14:05",
        "2026年10月15日(木) 14:05",
        "2026年10月15日 下午2:05",
        "2026년 10월 15일 (목) 오후 2:05",
        "Thu, 15 Oct 2026 14:05 XYZ",
        "Thu, 15 Oct 2026 14:05 A",  # a military zone: unknown, RFC 5322 section 4.3
        "Thu, 15 Oct 2026 14:05 +9999",
        "Thu, 15 Oct 2026 14:05 +0760",
    ],
)
def test_a_time_without_an_offset_is_taken_as_vietnamese_and_says_so(text: str) -> None:
    read = parse_date(text)
    assert (read.value, read.defect) == (THEN.replace(second=0), NO_ZONE)


VIETNAMESE_MONTHS = [
    ("Giêng", 1), ("Một", 1), ("Hai", 2), ("Ba", 3), ("Tư", 4), ("Bốn", 4), ("Năm", 5), ("Sáu", 6), ("Bảy", 7),
    ("Bẩy", 7), ("Tám", 8), ("Chín", 9), ("Mười", 10), ("Mười Một", 11), ("Mười Hai", 12), ("Chạp", 12),
]  # fmt: skip


@pytest.mark.parametrize(("name", "month"), VIETNAMESE_MONTHS)
@pytest.mark.parametrize("form", ["Thứ Năm, 15 Tháng {} 2026 14:05 +0700", "15 tháng {} năm 2026, 14:05 +0700"])
def test_months_in_vietnamese_words(form: str, name: str, month: int) -> None:
    assert parse_date(form.format(name)).value == datetime(2026, month, 15, 14, 5, tzinfo=VIETNAM)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("form", ["Th {}", "Th{}", "thg {}", "Thg{:02}", "tháng {}", "Tháng {:02}", "T{}", "Th.{}"])
def test_months_in_vietnamese_figures(form: str, month: int) -> None:
    text = f"CN, 4 {form.format(month)} 2026 14:05 +0700"
    assert parse_date(text).value == datetime(2026, month, 4, 14, 5, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("jeu. 15 février 2026 14:05:11 +0700", 2),
        ("Jeu, 15 août 2026 14:05:11 +0700", 8),
        ("Jeu, 15 déc. 2026 14:05:11 +0700", 12),
        ("Do, 15. März 2026 14:05:11 +0700", 3),
        ("Do, 15 Mär 2026 14:05:11 +0700", 3),
        ("Do, 15 Okt 2026 14:05:11 +0700", 10),
        ("Do, 15 Dez 2026 14:05:11 +0700", 12),
        ("jue, 15 de enero de 2026 14:05:11 +0700", 1),
        ("gio, 15 ott 2026 14:05:11 +0700", 10),
        ("mar, 15 set 2026 14:05:11 +0700", 9),
        ("qui, 15 out 2026 14:05:11 +0700", 10),
        ("do, 15 mei 2026 14:05:11 +0700", 5),
        ("czw., 15 paź 2026 14:05:11 +0700", 10),
        ("чт, 15 окт 2026 14:05:11 +0700", 10),
        ("Чт, 15 мая 2026 14:05:11 +0700", 5),
        ("Kam, 15 Agu 2026 14:05:11 +0700", 8),
        ("四, 15 10月 2026 14:05:11 +0700", 10),
        ("星期四, 15 十一月 2026 14:05:11 +0700", 11),
    ],
)
def test_months_in_other_languages(text: str, month: int) -> None:
    assert parse_date(text).value == THEN.replace(month=month)


def test_every_language_has_twelve_months() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("12:05 AM", (0, 5, 0)), ("12:05 PM", (12, 5, 0)), ("1:05 am", (1, 5, 0)), ("11:05 pm", (23, 5, 0)),
        ("2:05 SA", (2, 5, 0)), ("2:05 CH", (14, 5, 0)), ("14:05 CH", (14, 5, 0)), ("7 PM", (19, 0, 0)),
        ("23:59:60", (23, 59, 59)), ("7:5:9", (7, 5, 9)), ("19h", (19, 0, 0)), ("19h30", (19, 30, 0)),
    ],
)  # fmt: skip
def test_times_of_day(time: str, expected: tuple[int, int, int]) -> None:
    value = parse_date(f"15/10/2026 {time}").value
    assert value is not None
    assert (value.hour, value.minute, value.second) == expected


def test_the_end_of_a_day_is_the_beginning_of_the_next() -> None:
    assert parse_date("2026-10-15T24:00:00+07:00").value == datetime(2026, 10, 16, tzinfo=VIETNAM)


def test_a_day_without_a_time_is_its_beginning_and_says_so() -> None:
    read = parse_date("Thu, 15 Oct 2026")
    assert (read.value, read.defect) == (datetime(2026, 10, 15, tzinfo=VIETNAM), NO_TIME)


def test_seconds_since_1970_are_read() -> None:
    assert parse_date("1792047911").value == THEN


@pytest.mark.parametrize(
    "text",
    [
        "", "hôm qua", "tomorrow", "31 Feb 2026 10:00 +0700", "Thu, 99 Oct 2026", "15/13/2026 10:00",
        "13/15/2026 10:00", "0/0/2026 10:00", "Thu, 15 Oct 2026 99:05:11 +0700", "Thu, 15 Oct 2026 25:00 +0700",
        "Thu, 15 Oct 2026 10:60 +0700", "Thu, 15 Oct 0000 10:00:00 +0700", "Mon, 01 Jan 0001 00:00:00 +0000",
        "Thu, 15 Oct 20266 10:00:00 +0700", "Sun, 00 Jan 1900 00:00:00 +0000", "15 Tháng Mười Ba 2026 10:00",
        "1/1/1 1:1", "9" * 300, "1" * 300, "(" * 300, "+" * 300, "Thu, 15 Oct 1926 10:00 +0700", "Oct 2026 10:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none_and_says_so(text: str) -> None:
    read = parse_date(text)
    assert (read.value, read.defect) == (None, UNREAD)


@given(
    st.integers(86_400, 7_258_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.integers(-12 * 60, 14 * 60).filter(bool),
)
def test_what_the_standard_library_writes_is_read(moment: datetime, minutes: int) -> None:
    aware = moment.astimezone(timezone(timedelta(minutes=minutes)))
    for text in (format_datetime(aware), aware.isoformat(), aware.strftime("%a %b %d %H:%M:%S %z %Y")):
        read = parse_date(text)
        assert (read.value, read.defect) == (aware, None), text
        assert read.value is not None
        assert read.value.utcoffset() == aware.utcoffset()


@given(st.one_of(st.text(max_size=80), st.text("0123456789:/-+., thángămườOctT()年月日", max_size=60)))
def test_no_text_raises_and_every_date_can_be_stored(text: str) -> None:
    value = parse_date(text).value
    if value is not None:
        assert 1970 <= value.year < 2200
        assert value.astimezone(UTC).tzinfo is UTC
