"""A day that no calendar has: 31/9, 29/2/2026, month 13."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import WrittenDate, dates_in, letter_day
from tinbai.checks.found import Found
from tinbai.site_data import SiteData

_LEAP = 2024  # a year with every day there is
_YEARS = range(1900, 2200)
_NUMBERED = re.compile(r"(?<!\w)(?:số|ngõ|ngách|hẻm|kiệt|tiêu chí|mục|điểm|khoản)\s{1,3}$", re.IGNORECASE)


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """The days around are proposed; with a month over 12, day and month the other way round."""
    letter = letter_day(article)
    for passage in article.passages:
        for written in dates_in(passage.text):
            year = written.year if written.year is not None else _year(written, letter)
            if year not in _YEARS or written.on(year):
                continue
            if written.mark and _NUMBERED.search(passage.text[max(0, written.start - 12) : written.start]):
                continue
            if written.mark == "." and written.year is None:
                continue  # "mục 4.15": a number of a section, sooner than a day
            yield Found(
                where=passage.where(written.start, written.end),
                message=f"Không có ngày {written.text}: {_reason(written, year)}. Hãy hỏi lại đơn vị gửi.",
                repairs=tuple(written.written_as(day) for day in _near(written, year)),
            )


def _year(written: WrittenDate, letter: date | None) -> int:
    """29/2 without a year is possible, unless the letter says which year it is about."""
    return letter.year if letter and (written.day, written.month) != (29, 2) else _LEAP


def _reason(written: WrittenDate, year: int) -> str:
    if not 1 <= written.month <= 12:
        return f"không có tháng {written.month}"
    return f"tháng {written.month}/{year} chỉ có {calendar.monthrange(year, written.month)[1]} ngày"


def _near(written: WrittenDate, year: int) -> list[date]:
    if not 1 <= written.month <= 12:
        turned = 1 <= written.day <= 12 and written.month <= calendar.monthrange(year, written.day)[1]
        return [date(year, written.day, written.month)] if turned and written.month else []
    last = date(year, written.month, calendar.monthrange(year, written.month)[1])
    return [last, last + timedelta(days=1)] if written.day else [date(year, written.month, 1)]
