"""Working time added to a moment, and taken from it."""

from datetime import datetime, timedelta

import pytest

from tinbai.clock import VIETNAM
from tinbai.config_working_time import WorkingTimeConfig
from tinbai.working_time import WorkingTime

OFFICE = WorkingTime(WorkingTimeConfig())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-10-15 08:00", 2, "2026-10-15 10:00"),
        ("2026-10-15 11:00", 1, "2026-10-15 14:00"),  # over noon
        ("2026-10-16 16:00", 2, "2026-10-19 08:30"),  # over a weekend
        ("2026-10-17 09:00", 1, "2026-10-19 08:30"),  # came on a Saturday
        ("2026-10-15 20:00", 8, "2026-10-19 08:00"),
    ],
)
def test_a_deadline_runs_while_the_office_is_open(start: str, hours: float, end: str) -> None:
    span = timedelta(hours=hours)
    assert OFFICE.later(at(start), span) == at(end)
    assert OFFICE.between(at(start), at(end)) == span


@pytest.mark.parametrize("hours", [0.5, 4, 8, 40])
@pytest.mark.parametrize("end", ["2026-10-15 10:00", "2026-10-19 07:45", "2026-10-18 12:00"])
def test_what_came_earlier_is_late_and_what_came_later_is_not(end: str, hours: float) -> None:
    span, now = timedelta(hours=hours), at(end)
    bound = OFFICE.earlier(now, span)
    assert OFFICE.between(bound, now) == span
    assert OFFICE.later(bound - timedelta(minutes=1), span) <= now
    assert OFFICE.later(bound + timedelta(minutes=1), span) > now


def test_an_office_that_never_opens_has_plain_hours() -> None:
    days = tuple((at("2026-01-01 00:00") + timedelta(days=number)).date() for number in range(900))
    closed = WorkingTime(WorkingTimeConfig(days_off=days))
    assert closed.later(at("2026-02-01 08:00"), timedelta(hours=8)) == at("2026-02-01 16:00")
    assert closed.earlier(at("2028-01-01 08:00"), timedelta(hours=8)) == at("2028-01-01 00:00")
