"""A date and the words beside it tell the same time: "vừa qua" is before the letter, "sắp tới" after it."""

from collections.abc import Iterator
from datetime import date

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import WrittenDate, dates_in, letter_day
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences
from tinbai.checks.vocabulary.date_words import LAST_DAYS, NEXT_DAYS, PAPER_BEFORE, TODAY, WILL
from tinbai.checks.vocabulary.pattern import pattern
from tinbai.site_data import SiteData
from tinbai.tuning import number

_BESIDE = 20  # characters between a date and the word about it
_LINK = pattern(r"[\s,()–:\-]{0,6}(?:(?:vào|là|ngày|sáng|chiều|tối|trưa|thứ \w{1,5}|chủ nhật)[\s,(]{0,4}){0,4}")
_OPENING = 30  # characters at the start of a sentence in which its day stands
_MOST_AHEAD = 120  # characters from that day to "sẽ"


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Only words that stand beside the date, or a sentence that opens with it and says what will be."""
    letter = letter_day(article)
    if letter is None:
        return
    late = number(site, "date_against_words", "days_of_today")
    for passage in article.passages:
        for start, end in sentences(passage.text):
            dates = [each for each in dates_in(passage.text[start:end]) if each.near(letter)]
            for written in dates:
                told = _told(passage.text[start:end], written, alone=len(dates) == 1)
                day = written.near(letter)
                if told and day and (wrong := _wrong(told, day, letter, late)):
                    yield _found(passage, start, written, told, letter, wrong)


def _told(sentence: str, written: WrittenDate, *, alone: bool) -> str | None:
    """The words about the time of a date."""
    before = sentence[max(0, written.start - _BESIDE) : written.start]
    if PAPER_BEFORE.search(sentence[max(0, written.start - 60) : written.start]):
        return None
    for cue in (LAST_DAYS, NEXT_DAYS, TODAY):
        for match in cue.finditer(before):
            if _LINK.fullmatch(before, match.end()):
                return match[0]
        after = cue.search(sentence, written.end, written.end + _BESIDE)
        if after and _LINK.fullmatch(sentence, written.end, after.start()):
            return after[0]
    if alone and written.start <= _OPENING:
        will = WILL.search(sentence, written.end, written.end + _MOST_AHEAD)
        return will[0] if will else None
    return None


def _wrong(told: str, day: date, letter: date, late: float) -> str | None:
    """What is wrong with these words for `day` in a letter of that date."""
    if (LAST_DAYS.match(told) or TODAY.match(told)) and day > letter:
        return "sau ngày gửi thư"
    if (NEXT_DAYS.match(told) or WILL.match(told)) and day < letter:
        return "trước ngày gửi thư"
    if TODAY.match(told) and (letter - day).days > late:
        return "trước ngày gửi thư nhiều ngày"
    return None


def _found(passage: Passage, offset: int, written: WrittenDate, told: str, letter: date, wrong: str) -> Found:
    return Found(
        where=passage.where(offset + written.start, offset + written.end),
        message=f"Ngày {written.text} không hợp với chữ “{told}”: đó là {wrong} ({letter:%d/%m/%Y}). Hãy xem lại ngày "
        "hoặc lời văn.",
        confidence=0.8 if WILL.match(told) or written.year is None else 0.9,
    )
