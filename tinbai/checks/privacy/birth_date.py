"""The date of birth of a private person. A year alone is a hint; officials and the dead of history have theirs told."""

import re
from collections.abc import Iterator
from datetime import date

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import letter_day
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.private import BORN, GIVEN, LEADER, OFFICIAL
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.finding import Severity
from tinbai.kind import Kind
from tinbai.site_data import SiteData

_OLDEST = 1920  # who was born before is of history
_NUMBER = re.compile(r"\d+")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Nobody's birthday is told who holds no office."""
    letter = letter_day(article)
    for passage in article.passages:
        for born in BORN.finditer(passage.text):
            year = int(born["year"] or born["long"] or born["only"])
            if year < _OLDEST or _is_public(sentence(passage.text, *born.span())) or _is_news(born, year, letter):
                continue
            if born["only"] and article.kind is Kind.SETTLEMENT:
                continue  # that of the denouncer is told by `denouncer`
            shown = "năm sinh" if born["only"] else "ngày sinh"
            yield Found(
                where=passage.where(*born.span()),
                message=f"Có {shown} của cá nhân: nên bỏ, hoặc chỉ ghi tuổi.",
                milder=Severity.HINT if born["only"] else None,
                repairs=() if born["only"] else (f"sinh năm {year}",),
                confidence=0.8,
            )


def _is_public(around: str) -> bool:
    """Whether the sentence is about the dead, or about somebody in office."""
    return bool(OFFICIAL.search(around) or (LEADER.search(around) and not GIVEN.search(around)))


def _is_news(born: re.Match[str], year: int, letter: date | None) -> bool:
    """Whether the day is one of this year, or to come: something happens then, and nobody was born."""
    if letter is None:
        return False
    if born["only"]:
        return year >= letter.year
    day, month = (int(each) for each in _NUMBER.findall(born[0])[:2])
    return (year + 1, month, day) > (letter.year, letter.month, letter.day)
