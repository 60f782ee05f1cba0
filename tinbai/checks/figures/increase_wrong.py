"""An increase fits the numbers before and after it: "từ 500 lên 550 triệu đồng (tăng 10%)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tinbai.checks.checked import Checked
from tinbai.checks.figures.percent import fits, percents, printed_like
from tinbai.checks.figures.quantities import Quantity, quantities
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences
from tinbai.checks.vocabulary.pattern import pattern
from tinbai.checks.vocabulary.share_words import CHANGE_WORD, FROM_TO, MORE, OF_SCALES
from tinbai.figures import in_figures
from tinbai.site_data import SiteData

_NEAR = 60  # characters from the numbers to the change, and from the change to its amount
_BEFORE = 70  # characters from the later number to "tăng"
_OWN_CHANGE = pattern(r"[^,;()\d]{0,40}[,(]?\s{0,3}(?:tức |tương đương |bình quân |như vậy )?")
_LINK = pattern(r"[\s,()]*(?:tương ứng|tương đương|tức|là|hơn trước|mức|thêm)?[\s,(]*")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Changes in per cent, and in numbers, of "từ … lên …" and of "đạt …, tăng … (…%)"."""
    for passage in article.passages:
        for start, end in sentences(passage.text):
            if CHANGE_WORD.search(passage.text, start, end):
                yield from _from_to(passage, start, end)
                yield from _by(passage, start, end)


def _from_to(passage: Passage, start: int, end: int) -> Iterator[Found]:
    text = passage.text
    for match in FROM_TO.finditer(text, start, end):
        first = next(quantities(text, match.start("first"), match.end("first")), None)
        last = next(quantities(text, match.end(), min(end, match.end() + _NEAR)), None)
        if first is None or last is None or last.start != match.end():
            continue
        before = _in_same_unit(first, last)
        change = CHANGE_WORD.search(text, last.end, min(end, last.end + _NEAR))
        if before and change and _OWN_CHANGE.fullmatch(text, last.end, change.start()):
            yield from _judged(passage, change, before, last, end)


def _in_same_unit(first: Quantity, last: Quantity) -> Decimal | None:
    """The first value in the unit of the last one, which it may leave out: "từ 50 lên 55 triệu đồng"."""
    if last.base in OF_SCALES or (first.base and first.base != last.base):
        return None
    bare = not first.printed.strip() and last.printed.strip()
    return first.value * last.factor if bare else first.value


def _judged(passage: Passage, change: re.Match[str], before: Decimal, last: Quantity, end: int) -> Iterator[Found]:
    """The amount after "tăng": a share, or a number of the same kind."""
    text, sign = passage.text, 1 if change["way"].lower() == MORE else -1
    difference = (last.value - before) * sign
    at = _LINK.match(text, change.end(), end)
    share = next((each for each in percents(text, change.end(), min(end, change.end() + _NEAR))), None)
    if share and at and share.start == at.end():
        if not fits(share, difference, before):
            right = printed_like(share, difference * 100 / before)
            yield _found(passage, share.start, share.end, share.text, right, difference)
        return
    amount = next(quantities(text, change.end(), min(end, change.end() + _NEAR)), None)
    if amount and at and amount.start == at.end() and amount.base == last.base and amount.base not in OF_SCALES:
        same = amount.base or amount.noun.split(" ")[0] == last.noun.split(" ")[0]
        if same and abs(amount.value - difference) > amount.slack + last.slack:
            value = difference / amount.factor
            right = in_figures(value, max(amount.decimals, last.decimals))
            yield _found(passage, amount.start, amount.figure_end, text[amount.start : amount.end], right, difference)


def _by(passage: Passage, start: int, end: int) -> Iterator[Found]:
    """The number before is a difference here: "đạt 550 triệu đồng, tăng 50 triệu đồng (10%)"."""
    text = passage.text
    for change in CHANGE_WORD.finditer(text, start, end):
        amount = next(quantities(text, change.end(), min(end, change.end() + 20)), None)
        share = next(percents(text, change.end(), min(end, change.end() + _NEAR)), None)
        last = next(reversed([*quantities(text, max(start, change.start() - _BEFORE), change.start())]), None)
        if amount is None or share is None or last is None or amount.base in OF_SCALES or share.start < amount.end:
            continue
        if last.base != amount.base or (not amount.base and _head(last) != _head(amount)):
            continue
        between = text[amount.end : share.start]
        sign = 1 if change["way"].lower() == MORE else -1
        before = last.value - sign * amount.value
        if before > 0 and between.rstrip().endswith("(") and not fits(share, amount.value, before):
            right = printed_like(share, amount.value * 100 / before)
            yield _found(passage, share.start, share.end, share.text, right, amount.value * sign)


def _head(quantity: Quantity) -> str:
    return quantity.noun.split(" ")[0] or "?"


def _found(passage: Passage, start: int, end: int, printed: str, right: str, difference: Decimal) -> Found:
    way = "hãy xem lại cả việc tăng hay giảm" if difference < 0 else "hãy xem lại các số"
    return Found(
        where=passage.where(start, end),
        message=f"Mức tăng, giảm không khớp: tính ra {right}, nhưng bài ghi {printed}; {way}.",
        repairs=(right,) if difference >= 0 else (),
        confidence=0.85,
    )
