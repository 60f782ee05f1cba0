"""So many years from one year to another: "96 năm … (20/10/1930 - 20/10/2026)"."""

import re
from collections.abc import Iterator
from datetime import date

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import letter_day
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences
from tinbai.checks.vocabulary.anniversaries import BEFORE, NAMED, OCCASION
from tinbai.site_data import SiteData

_COUNT = re.compile(r"(?<![\w.,/])(?P<count>\d{1,3})\s{1,3}năm(?!\w)|lần\s{1,3}thứ\s{1,3}(?P<nth>\d{1,3})(?![\w.,/])")
_DAY = r"(?:\d{1,2}[/.\-]){0,2}"
_SPAN = re.compile(
    rf"\(\s{{0,3}}{_DAY}(?P<first>1\d{{3}}|20\d\d)\s{{0,3}}[-–—]\s{{0,3}}{_DAY}(?P<last>1\d{{3}}|20\d\d)\s{{0,3}}\)"
)
_DAYS, _YEAR = re.compile(r"[/.]"), re.compile(r"(?<!\d)20\d\d(?!\d)")
_SINCE = re.compile(r"(?<!\w)(?:sau|qua)\s{1,3}$", re.IGNORECASE)  # years of work, the first and the last among them
_BIRTH = re.compile(r"(?<!\w)(?:ngày\s{1,3}sinh|sinh|mất)(?!\w)", re.IGNORECASE)
_LATE = 10  # October
_REACH = 160  # characters from the number of years to the years themselves


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Against the years that are written, else against the year that everybody knows and that of the letter."""
    letter = letter_day(article)
    for passage in article.passages:
        for start, end in sentences(passage.text):
            spans = list(_SPAN.finditer(passage.text, start, end))
            for told in _COUNT.finditer(passage.text, start, end):
                if not _is_occasion(passage.text, start, told, end):
                    continue
                span = next((each for each in spans if 0 <= each.start() - told.end() <= _REACH), None)
                if span and not _is_life(passage.text[told.end() : span.start()], int(span["last"]), letter):
                    both = _SINCE.search(passage.text[max(start, told.start() - 40) : told.start()])
                    yield from _against_span(passage, told, span, both_count=bool(both and not _DAYS.search(span[0])))
                elif letter:
                    yield from _against_known(passage, told, letter, (start, end))


def _is_occasion(text: str, start: int, told: re.Match[str], end: int) -> bool:
    """Whether years since something are counted, and not those of a plan (2021-2025)."""
    before = text[max(start, told.start() - 40) : told.start()]
    after = text[told.end() : min(end, told.end() + _REACH)]
    return bool(BEFORE.search(before) or OCCASION.match(after))


def _number(told: re.Match[str]) -> tuple[int, int, int]:
    group = "count" if told["count"] else "nth"
    return int(told[group]), told.start(group), told.end(group)


def _is_life(between: str, last: int, letter: date | None) -> bool:
    """Whether the years are those of a birth and a death: "120 năm Ngày sinh đồng chí … (1906 - 1995)"."""
    return bool(_BIRTH.search(between)) and (letter is None or last < letter.year - 1)


def _against_span(passage: Passage, told: re.Match[str], span: re.Match[str], *, both_count: bool) -> Iterator[Found]:
    count, start, _ = _number(told)
    first, last = int(span["first"]), int(span["last"])
    if last - first == count or first >= last or (both_count and last - first + 1 == count):
        return
    text, end = passage.text, span.end()
    right = str(last - first) + text[start + len(str(count)) : end]
    with_years = [
        text[start : span.start(which)] + str(year) + text[span.end(which) : end]
        for which, year in (("first", last - count), ("last", first + count))
    ]
    yield Found(
        where=passage.where(start, end),
        message=f"Số năm không khớp: từ {first} đến {last} là {last - first} năm, không phải {count} năm.",
        repairs=(right, *with_years),
    )


def _against_known(passage: Passage, told: re.Match[str], letter: date, within: tuple[int, int]) -> Iterator[Found]:
    """Also right: the years that the sentence names, and late in a year the next one, which is prepared for."""
    year, (begin, end) = letter.year, within
    years = {year, *(int(each) for each in _YEAR.findall(passage.text, begin, end))}
    years |= {year + 1} if letter.month >= _LATE else set()
    count, start, stop = _number(told)
    after = passage.text[told.end() : min(end, told.end() + _REACH)]
    for name, first in NAMED:
        if name.match(after) and count not in {each - first for each in years}:
            yield Found(
                where=passage.where(start, stop),
                message=f"Số năm không khớp: từ {first} đến năm {year} là {year - first} năm, không phải {count} năm.",
                repairs=(str(year - first),),
                confidence=0.8,
            )
            return
