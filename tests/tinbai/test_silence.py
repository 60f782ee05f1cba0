"""A mailbox is silent when it is so in working time: Tết is no silence. What is usual is learnt."""

from datetime import date, datetime, time, timedelta

import pytest

from tinbai.clock import VIETNAM
from tinbai.config_working_time import WorkingTimeConfig
from tinbai.silence import too_silent
from tinbai.working_time import WorkingTime

USUAL = WorkingTime(WorkingTimeConfig())
TET = date(2027, 2, 6)  # mồng một Tết Đinh Mùi


class ByTheClock(WorkingTime):
    """The broken variant that counts nights, Sundays and holidays."""

    def between(self, start: datetime, end: datetime) -> timedelta:
        return end - start


def letters_until(day: date) -> list[datetime]:
    """Five letters on each working day of seven weeks before `day`."""
    days = (day - timedelta(days=back) for back in range(49, 0, -1))
    return [
        datetime.combine(each, time(hour), VIETNAM) for each in days if USUAL.is_working_day(each)
        for hour in (8, 10, 11, 14, 16)
    ]  # fmt: skip


def opening(after: date) -> datetime:
    """A minute past the beginning of the first working day from `after` on."""
    day = next(each for n in range(20) if USUAL.is_working_day(each := after + timedelta(days=n)))
    return datetime.combine(day, time(7, 31), VIETNAM)


def test_the_days_of_tet_are_no_silence_and_the_days_after_it_are() -> None:
    received, back = letters_until(TET), opening(TET)
    assert (back.date() - received[-1].date()).days >= 7
    assert too_silent(received, back, USUAL, fixed=None) is None
    assert too_silent(received, back + timedelta(days=2), USUAL, fixed=None) is not None


@pytest.mark.parametrize("fixed", [None, timedelta(hours=4)])
def test_a_program_that_counts_by_the_clock_would_cry_at_tet(fixed: timedelta | None) -> None:
    received, back = letters_until(TET), opening(TET)
    assert too_silent(received, back, ByTheClock(WorkingTimeConfig()), fixed=fixed) is not None
    assert too_silent(received, back, USUAL, fixed=fixed) is None


def test_with_too_few_letters_nothing_is_usual_and_a_fixed_span_counts_all_the_same() -> None:
    received = letters_until(TET)[-5:]
    late = opening(TET) + timedelta(days=2)
    assert too_silent(received, late, USUAL, fixed=None) is None
    assert too_silent(received, late, USUAL, fixed=timedelta(hours=4)) is not None
