"""A share in per cent fits the two numbers it is made of: "3.780/4.200 hộ (đạt 90%)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tinbai.checks.checked import Checked
from tinbai.checks.figures.percent import Percent, fits, percents, printed_like
from tinbai.checks.figures.quantities import Quantity, quantities
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences
from tinbai.checks.vocabulary.share_words import CHANGE, HAVE, IN_ALL, OF_PLAN, PART_SIGNS, SHARE_LINK
from tinbai.figures import Form, read_figure
from tinbai.site_data import SiteData

_RATIO = re.compile(r"(?<![\w.,/])(?P<part>\d[\d.,]*)\s?/\s?(?P<whole>\d[\d.,]*\d|\d)(?![\w/\-–]|[.,]\d)")
_DAY_BEFORE = re.compile(r"(?<!\w)(?:ngày|đến|từ|trước|hết|qua)\s{1,3}$", re.IGNORECASE)
_GAP = 60  # characters between numbers and their share
_FAR = 140  # characters between part and whole


@dataclass(frozen=True, kw_only=True)
class _Share:
    part: Decimal
    whole: Decimal
    start: int
    end: int


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Within the rounding of the digits that are printed; a share that was cut off instead is taken as well."""
    for passage in article.passages:
        for start, end in sentences(passage.text):
            found = list(percents(passage.text, start, end))
            if not found:
                continue
            ratios = [*_ratios(passage.text, start, end), *_of_whole(passage.text, start, end)]
            for percent in found:
                yield from _judged(passage, percent, ratios)


def _ratios(text: str, start: int, end: int) -> Iterator[_Share]:
    """Two numbers as "45/50 hộ"; a day with its month has no share behind it."""
    for match in _RATIO.finditer(text, start, end):
        part, whole = (read_figure(match[name].rstrip(".,")) for name in ("part", "whole"))
        if part.form is whole.form is Form.GOOD and part.value is not None and whole.value:
            if _is_day(part.value, whole.value, text[max(start, match.start() - 12) : match.start()]):
                continue
            yield _Share(part=part.value, whole=whole.value, start=match.start(), end=match.end())


def _is_day(part: Decimal, whole: Decimal, before: str) -> bool:
    """20/11 behind "đến ngày", or anywhere: a part is hardly ever more than its whole."""
    return whole <= 12 and (part > whole or (part <= 31 and _DAY_BEFORE.search(before) is not None))


def _of_whole(text: str, start: int, end: int) -> Iterator[_Share]:
    """The same thing counted twice in a sentence: "4.200 hộ, trong đó 3.780 hộ"."""
    counted = [each for each in quantities(text, start, end) if not each.rough and each.base != "%"]
    for whole, part in pairwise(counted):
        between = text[whole.end : part.start].lower()
        of_all = IN_ALL.search(text[max(start, whole.start - 20) : whole.start]) and HAVE.search(between)
        near = part.start - whole.end <= _FAR and (of_all or any(sign in between for sign in PART_SIGNS))
        if near and _same(whole, part) and part.value <= whole.value and whole.value:
            yield _Share(part=part.value, whole=whole.value, start=part.start, end=part.end)


def _same(whole: Quantity, part: Quantity) -> bool:
    if whole.base or part.base:
        return whole.base == part.base
    return bool(whole.noun) and whole.noun.split()[0] == part.noun.split(" ")[0]


def _judged(passage: Passage, percent: Percent, shares: list[_Share]) -> Iterator[Found]:
    text = passage.text
    near = [each for each in shares if 0 <= percent.start - each.end <= _GAP]
    share = max(near, key=lambda each: each.end, default=None)
    if share is None or OF_PLAN.match(text, percent.end) or CHANGE.search(text[share.end : percent.start]):
        return
    if not SHARE_LINK.fullmatch(text[share.end : percent.start]) or fits(percent, share.part, share.whole):
        return
    right = printed_like(percent, share.part * 100 / share.whole)
    yield Found(
        where=passage.where(percent.start, percent.end),
        message=f"Tỷ lệ không khớp số liệu: {text[share.start : share.end].strip()} là {right}, nhưng bài ghi "
        f"{percent.text}. Hãy xem lại tỷ lệ hoặc số liệu.",
        repairs=(right,),
        confidence=0.9,
    )
