"""Dates as they stand in a text: 22/9/2026, 22.9.2026, ngày 22 tháng 9 năm 2026; lunar ones are marked as such."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tinbai.checks.checked import Checked
from tinbai.checks.vocabulary.date_words import AND_YEAR, DAY_AND_MONTH, DAY_CUE, LUNAR_AFTER, LUNAR_BEFORE
from tinbai.clock import local

_FIGURES = re.compile(
    r"(?<![\w./])(?P<day>\d{1,2})(?P<mark>[/.\-])(?P<month>\d{1,2})(?:(?P=mark)(?P<year>\d{4}))?(?![\w/]|[.,\-]\d)"
)
_WORDS = re.compile(
    r"(?<!\w)(?P<day>\d{1,2})\s{1,3}tháng\s{1,3}(?P<month>\d{1,2})(?:,?\s{1,3}năm\s{1,3}(?P<year>\d{4}))?(?!\w)",
    re.IGNORECASE,
)
_NEAR = 24  # characters before a date in which its cue stands


@dataclass(frozen=True, kw_only=True)
class WrittenDate:
    """A date with its place. It may not exist; `year` is None where none is written."""

    day: int
    month: int
    year: int | None
    start: int
    end: int
    text: str
    mark: str = "/"  # between the figures; "" when written in words

    def on(self, year: int) -> date | None:
        """The day in that year; None where there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def near(self, other: date) -> date | None:
        """The day itself, or without a year the one next to `other`."""
        if self.year is not None:
            return self.on(self.year)
        days = [day for year in (other.year - 1, other.year, other.year + 1) if (day := self.on(year))]
        return min(days, key=lambda day: abs(day - other), default=None)

    def written_as(self, day: date) -> str:
        """Another day in the same way of writing."""
        padded = self.text.startswith("0") or (self.mark != "" and f"{self.mark}0" in self.text)
        figures = [f"{each:02}" if padded else str(each) for each in (day.day, day.month)]
        if self.mark:
            return self.mark.join([*figures, *([str(day.year)] if self.year is not None else [])])
        words = DAY_AND_MONTH.format(day=figures[0], month=figures[1])
        return words if self.year is None else words + AND_YEAR.format(year=day.year)


def dates_in(text: str) -> Iterator[WrittenDate]:
    """The dates of the sun's calendar. Without a year, figures are a date only after a word that says so."""
    found = sorted([*_FIGURES.finditer(text), *_WORDS.finditer(text)], key=re.Match.start)
    for match in found:
        before = text[max(0, match.start() - _NEAR) : match.start()]
        mark = match.groupdict().get("mark") or ""
        if LUNAR_AFTER.match(text, match.end()) or LUNAR_BEFORE.search(before):
            continue
        if mark and match["year"] is None and (mark == "-" or not DAY_CUE.search(before)):
            continue
        if match["year"] is None and text[match.end() : match.end() + 1] == "%":
            continue
        year = int(match["year"]) if match["year"] else None
        yield WrittenDate(
            day=int(match["day"]), month=int(match["month"]), year=year, start=match.start(), end=match.end(),
            text=match[0], mark=mark,
        )  # fmt: skip


def letter_day(article: Checked) -> date | None:
    """The day of the letter, as the office reads it."""
    return local(article.date).date() if article.date else None


def next_weekday(day: date, weekday: int) -> date:
    """The day next to `day` that is that day of the week (0: Monday)."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
