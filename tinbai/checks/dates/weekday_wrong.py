"""The day of the week fits its date."""

import re
from collections.abc import Iterator
from datetime import date

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import WrittenDate, dates_in, letter_day, next_weekday
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.vocabulary.date_words import DAY_WORD, NTH_WORD, ORDINAL_BEFORE, WEEKDAY_OF, WEEKDAYS
from tinbai.site_data import SiteData

_NAMES = r"(?:thứ\s{1,3}(hai|ba|tư|bốn|năm|sáu|b[ảẩ]y|[2-7])|(chủ\s{1,3}nhật)|(T[2-7])|(CN))"
_BEFORE = re.compile(rf"(?<!\w){_NAMES}(?:\s{{0,3}}[,–\-(]\s{{0,3}}|\s{{1,3}})(?:ngày\s{{1,3}})?$", re.IGNORECASE)
_AFTER = re.compile(rf"\s?[,(–\-]?\s?\(?{_NAMES}(?=\s{{0,3}}[),.;]|$)", re.IGNORECASE)
_YEARS = range(1900, 2200)  # of others, nobody tells the day of the week
_REACH = 30  # characters between the two
_SAME_SEASON = 45  # days from the letter within which the year of a date without one is certain


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Both sides of a contradiction may be wrong, so both repairs are proposed."""
    letter = letter_day(article)
    for passage in article.passages:
        for written in dates_in(passage.text):
            if told := _weekday_of(passage.text, written):
                yield from _judged(passage, written, told, letter)


def _weekday_of(text: str, written: WrittenDate) -> tuple[int, int, int] | None:
    """The day of the week that is told of a date, with its place."""
    start = max(0, written.start - _REACH)
    before = _BEFORE.search(text[start : written.start])
    if before:
        at = start + before.start()
        if ORDINAL_BEFORE.search(text[max(0, at - 20) : at]) or _counts_days(text, at, before[0]):
            return None
        return _weekday(before), at, at + len(_name(before))
    after = _AFTER.match(text, written.end, written.end + _REACH)
    if after is None or after[0][:1].isalpha():
        return None
    name = _name(after)
    return _weekday(after), after.end() - len(name), after.end()


def _counts_days(text: str, at: int, words: str) -> bool:
    """The second day of a course is "ngày thứ hai (22/9)"; "ngày thứ Hai, 21/9" may be a Monday."""
    return text[max(0, at - 6) : at].lower().rstrip().endswith(DAY_WORD) and "," not in words


def _name(match: re.Match[str]) -> str:
    """The words that name the day."""
    group = next(number for number in range(1, 5) if match[number])
    end = match.end(group)
    start = match[0].lower().find(NTH_WORD) + match.start() if group == 1 else match.start(group)
    return match.string[start:end]


def _weekday(match: re.Match[str]) -> int:
    if match[1]:
        return WEEKDAY_OF[match[1].lower()]
    return 6 if match[2] or match[4] else int(match[3][1]) - 2


def _judged(passage: Passage, written: WrittenDate, told: tuple[int, int, int], letter: date | None) -> Iterator[Found]:
    weekday, start, end = told
    days = _possible(written, letter)
    if not days or any(day.weekday() == weekday for day in days):
        return
    day, first, last = days[0], min(start, written.start), max(end, written.end)
    words, text = passage.text[start:end], passage.text
    right = WEEKDAYS[day.weekday()]
    right = right[:1].upper() + right[1:] if words[:1].isupper() else right
    other = [next_weekday(day, weekday), *_of_letters_year(written, weekday, letter)]
    with_day = text[first:start] + right + text[end:last]
    with_dates = [text[first : written.start] + written.written_as(each) + text[written.end : last] for each in other]
    told_day = written.text if written.year is not None else f"{day:%d/%m/%Y}"
    yield Found(
        where=passage.where(first, last),
        message=f"Thứ không khớp ngày: {told_day} là {right}, không phải {words}. Hãy xem sai thứ hay sai ngày.",
        repairs=(with_day, *dict.fromkeys(with_dates)),
        confidence=1.0 if written.year is not None else 0.9,
    )


def _possible(written: WrittenDate, letter: date | None) -> list[date]:
    """The days that may be meant, the likeliest first."""
    if written.year is not None:
        day = written.on(written.year) if written.year in _YEARS else None
        return [day] if day else []
    nearest = written.near(letter) if letter else None
    if letter is None or nearest is None:
        return []
    if abs((nearest - letter).days) <= _SAME_SEASON:
        return [nearest]
    others = [written.on(letter.year + step) for step in (0, -1, 1)]
    return [nearest, *(day for day in others if day)]


def _of_letters_year(written: WrittenDate, weekday: int, letter: date | None) -> list[date]:
    """The same day in the year of the letter, where it fits: in January many write the old year."""
    day = written.on(letter.year) if letter and written.year not in {None, letter.year} else None
    return [day] if day and day.weekday() == weekday else []
