"""Working time: days and hours in which somebody is in the office, in Asia/Ho_Chi_Minh.

Public holidays are those of the Labour Code (45/2019/QH14, article 112), Tết and the Hùng Kings' day by the lunar
calendar, as the package `holidays` reckons them. It knows the days that a decision has moved only as of its release,
so the configuration has the last word: `days_off` and `days_on`.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays

from tinbai.clock import VIETNAM, local
from tinbai.config_working_time import WorkingTimeConfig

_DAY = timedelta(days=1)
_LONGEST = 400  # days that are looked at


class WorkingTime:
    """The calendar of one office."""

    def __init__(self, config: WorkingTimeConfig) -> None:
        self._config = config
        self._spans = config.spans

    def is_working_day(self, day: date) -> bool:
        """Whether the office is open on `day`."""
        if day in self._config.days_on:
            return True
        usual = day.isoweekday() in self._config.weekdays
        return usual and day not in self._config.days_off and holiday(day) is None

    def is_working(self, moment: datetime) -> bool:
        """Whether somebody is in the office at `moment` (aware)."""
        here = local(moment)
        return any(start <= moment < end for start, end in self._hours(here.date()))

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end` (aware); none when `end` comes first."""
        total = timedelta()
        day, last = local(start).date(), local(end).date()
        while day <= last:
            for opening, closing in self._hours(day):
                total += max(timedelta(), min(closing, end) - max(opening, start))
            day += _DAY
        return total

    def later(self, start: datetime, span: timedelta) -> datetime:
        """The moment at which `span` of working time has passed since `start` (aware)."""
        left, day = span, local(start).date()
        for _ in range(_LONGEST):
            for opening, closing in self._hours(day):
                here = max(timedelta(), closing - max(opening, start))
                if here >= left:
                    return closing - (here - left)
                left -= here
            day += _DAY
        return start + span  # an office that never opens

    def earlier(self, end: datetime, span: timedelta) -> datetime:
        """The latest moment since which `span` of working time has passed at `end` (aware)."""
        left, day = span, local(end).date()
        for _ in range(_LONGEST):
            for opening, closing in reversed(list(self._hours(day))):
                here = max(timedelta(), min(closing, end) - opening)
                if here >= left:
                    return opening + (here - left)
                left -= here
            day -= _DAY
        return end - span

    def _hours(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        if self.is_working_day(day):
            for start, end in self._spans:
                yield datetime.combine(day, start, VIETNAM), datetime.combine(day, end, VIETNAM)


def holiday(day: date) -> str | None:
    """The name of the public holiday of Vietnam on `day`, in Vietnamese; None when it is none."""
    name = _holidays().get(day)
    return None if name is None else str(name)


@cache
def _holidays() -> HolidayBase:
    return country_holidays("VN", language="vi")
