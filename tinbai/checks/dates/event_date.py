"""The day on which it happened, against the day of the letter: news of next year is a slip, of last spring stale."""

from collections.abc import Iterator
from datetime import date

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import WrittenDate, dates_in, letter_day
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences
from tinbai.checks.vocabulary.date_words import EVENT_OPENS, EVERY_YEAR, TO_COME
from tinbai.finding import Severity
from tinbai.site_data import SiteData
from tinbai.tuning import number

_HISTORY = 400  # days, from which on it is told as history and not as news
_SLIP = 15  # days around the same day of another year: the year is a slip of the hand then
_OPENINGS = 2  # passages of sapo and body in which the day stands
_BEFORE = 40  # characters


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """The first day that sapo or body open a sentence with, where the text does not speak of what is to come."""
    letter = letter_day(article)
    opening = [each for each in article.passages if each.field in {"summary", "body"}][:_OPENINGS]
    event = next((found for passage in opening if (found := _event(passage))), None)
    if letter is None or event is None:
        return
    passage, written = event
    day = written.near(letter)
    if day is None:
        return
    if day > letter and not TO_COME.search(passage.text) and not TO_COME.search(article.title or ""):
        yield _found(
            passage, written, letter,
            f"Ngày diễn ra {written.text} ở sau ngày gửi thư ({letter:%d/%m/%Y}). Hãy xem lại ngày, tháng, năm.",
        )  # fmt: skip
    elif _is_slip(written, letter):
        yield _found(
            passage, written, letter,
            f"Ngày diễn ra {written.text} ở trước ngày gửi thư ({letter:%d/%m/%Y}) khoảng một năm. Có thể nhầm năm.",
        )  # fmt: skip
    elif _HISTORY > (letter - day).days > number(site, "event_date", "most_days"):
        days = (letter - day).days
        yield Found(
            where=passage.where(written.start, written.end),
            message=f"Tin có thể đã cũ: việc diễn ra {days} ngày trước khi gửi thư.",
            confidence=0.7,
            milder=Severity.HINT,
        )


def _event(passage: Passage) -> tuple[Passage, WrittenDate] | None:
    """The day at the start of a sentence: "Sáng ngày 15/10/2026, …"."""
    for written in dates_in(passage.text):
        before = passage.text[max(0, written.start - _BEFORE) : written.start]
        start = max((begin for begin, _ in sentences(before)), default=0)
        if EVENT_OPENS.fullmatch(before[start:]) and not EVERY_YEAR.match(passage.text, written.end):
            return passage, written
    return None


def _is_slip(written: WrittenDate, letter: date) -> bool:
    """Whether it is about now but for its year, and lies in the past as it is written."""
    if written.year is None or written.year >= letter.year:
        return False
    others = (written.on(year) for year in (letter.year, letter.year - 1) if year == written.year + 1)
    return any(other is not None and 0 <= (letter - other).days <= _SLIP for other in others)


def _found(passage: Passage, written: WrittenDate, letter: date, message: str) -> Found:
    years = [year for year in (letter.year, letter.year - 1) if written.year not in {None, year}]
    days = [day for year in years if (day := written.on(year)) and 0 <= (letter - day).days <= 2 * _SLIP]
    return Found(
        where=passage.where(written.start, written.end),
        message=message,
        repairs=tuple(written.written_as(day) for day in days),
        confidence=0.9 if days else 0.75,
    )
