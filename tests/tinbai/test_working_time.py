"""Days and hours in which somebody is in the office."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from tinbai.clock import VIETNAM
from tinbai.config_working_time import WorkingTimeConfig
from tinbai.working_time import WorkingTime, holiday

USUAL = WorkingTime(WorkingTimeConfig())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 23), True),  # a Monday
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 2, 17), False),  # mồng một Tết Bính Ngọ
        (date(2026, 2, 16), False),  # the day before
        (date(2027, 2, 8), False),  # mồng ba Tết Đinh Mùi
        (date(2026, 4, 27), False),  # giỗ Tổ fell on a Sunday: the Monday is free instead
        (date(2026, 9, 2), False),
        (date(2026, 9, 3), True),
        (date(2028, 4, 4), False),  # 10/3 of the lunar year
    ],
)
def test_days(day: date, open_: bool) -> None:
    assert USUAL.is_working_day(day) is open_


def test_a_holiday_has_a_vietnamese_name() -> None:
    assert "Quốc khánh" in (holiday(date(2026, 9, 2)) or "")
    assert holiday(date(2026, 11, 23)) is None


def test_the_decision_of_the_year_has_the_last_word() -> None:
    office = WorkingTime(WorkingTimeConfig(days_off=(date(2026, 11, 23),), days_on=(date(2026, 11, 28),)))
    assert not office.is_working_day(date(2026, 11, 23))
    assert office.is_working_day(date(2026, 11, 28))  # a Saturday made up for


@pytest.mark.parametrize(
    ("moment", "working"),
    [
        ("2026-11-23T07:30", True),
        ("2026-11-23T07:29", False),
        ("2026-11-23T11:30", False),  # at noon nobody is there
        ("2026-11-23T13:30", True),
        ("2026-11-23T17:00", False),
        ("2026-11-22T09:00", False),
    ],
)
def test_hours(moment: str, working: bool) -> None:
    assert USUAL.is_working(at(moment)) is working
    assert USUAL.is_working(at(moment).astimezone(UTC)) is working


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-23T08:00", "2026-11-23T10:00", 2),
        ("2026-11-23T11:00", "2026-11-23T14:00", 1),  # without the pause at noon
        ("2026-11-20T16:00", "2026-11-23T08:30", 2),  # over a weekend
        ("2026-02-13T16:00", "2026-02-23T08:30", 2),  # over Tết
        ("2026-11-21T00:00", "2026-11-22T23:00", 0),
        ("2026-11-23T10:00", "2026-11-23T08:00", 0),
    ],
)
def test_working_time_between(start: str, end: str, hours: float) -> None:
    assert USUAL.between(at(start), at(end)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "wrong",
    [{"hours": ["17:00-07:30"]}, {"hours": ["07:30-12:00", "11:00-17:00"]}, {"hours": []}, {"hours": ["7:30-17:00"]},
     {"weekdays": [0]}, {"weekdays": []}, {"days_off": ["30/4"]}],
)  # fmt: skip
def test_impossible_times_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        WorkingTimeConfig.model_validate(wrong)
