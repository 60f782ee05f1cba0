"""A sum in a sentence is that of its parts: "52 đại biểu, gồm 30 nam và 22 nữ".

Only where the list says or shows that it is whole: after "gồm", or of two kinds that are all there is. "Trong đó",
"như", "tiêu biểu", "v.v." and a sentence that goes on with "Riêng…" name only some of the parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tinbai.checks.checked import Checked
from tinbai.checks.figures.quantities import Quantity, quantities
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences, without_brackets
from tinbai.checks.vocabulary.quantity_words import (
    COMPLEMENTS,
    EACH,
    OPEN_LIST,
    OVERLAPS,
    PARTS,
    REST,
    RIDER,
    SOME_OF,
    TIMES,
    WHOLE_LISTS,
)
from tinbai.figures import in_figures
from tinbai.finding import Severity
from tinbai.site_data import SiteData

_FEWEST, _MOST = 2, 40  # parts
_FAR = 90  # characters from the whole to its parts


@dataclass(frozen=True, kw_only=True)
class _Sum:
    whole: Quantity
    parts: Sequence[Quantity]
    closed: bool  # whether the words say that the parts are all there is


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """One finding a sum; the number that the parts give is proposed for the whole."""
    for passage in article.passages:
        plain = without_brackets(passage.text)
        spans = list(sentences(plain))
        for place, (start, end) in enumerate(spans):
            following = spans[place + 1] if place + 1 < len(spans) else None
            rider = following is not None and RIDER.match(plain, following[0])
            if not rider:
                yield from _of_sentence(passage, plain, start, end)


def _of_sentence(passage: Passage, text: str, start: int, end: int) -> Iterator[Found]:
    lists = list(PARTS.finditer(text, start, end))
    for place, intro in enumerate(lists):
        stop = lists[place + 1].start() if place + 1 < len(lists) else end
        if OPEN_LIST.search(text, max(start, intro.start() - 30), stop) or EACH.search(text, start, stop):
            continue
        told = _sum(text, start, intro.start(), intro.end(), stop, intro["word"].lower())
        if told and not told.whole.rough and not any(part.rough for part in told.parts):
            yield from _judged(passage, told)


def _sum(text: str, start: int, before: int, after: int, stop: int, word: str) -> _Sum | None:
    wholes = [each for each in quantities(text, start, before) if each.base not in TIMES]
    parts = [each for each in quantities(text, after, stop) if each.base not in TIMES][:_MOST]
    if not wholes or not parts:
        return None
    whole = _whole_of(wholes, parts, before)
    if whole is None:
        return None
    parts = _like(whole, parts)
    if len(parts) < _FEWEST or len(parts) == _MOST:
        return None
    pieces, labels = _pieces(text, parts, stop), _labels(text, parts, after)
    complementary = len(parts) == 2 and (_complementary(*pieces) or _complementary(*labels))
    named = word == SOME_OF
    if word.startswith(WHOLE_LISTS) or complementary or (named and REST.search(text, parts[-2].end, stop)):
        return _Sum(whole=whole, parts=parts, closed=True)
    open_list = not named or OVERLAPS.search(text, after, stop)
    return None if open_list else _Sum(whole=whole, parts=parts, closed=False)


def _whole_of(wholes: Sequence[Quantity], parts: Sequence[Quantity], before: int) -> Quantity | None:
    """The whole: what is counted as the parts are, else the quantity next to the list."""
    head = _head(parts[0])
    for whole in reversed(wholes):
        same = whole.base == parts[0].base if whole.base else bool(head) and _head(whole) == head
        if same and before - whole.end <= _FAR:
            return whole
    last = wholes[-1]
    return last if not last.base and not parts[0].base and before - last.end <= _FAR else None


def _head(quantity: Quantity) -> str:
    return quantity.noun.split(" ", 1)[0]


def _like(whole: Quantity, parts: Sequence[Quantity]) -> list[Quantity]:
    """The parts of the same kind. Of what is counted otherwise the whole is none."""
    if whole.base:
        return [part for part in parts if part.base == whole.base]
    if any(part.base for part in parts):
        same = [part for part in parts if _head(part) == _head(whole)]
        return same if whole.noun else []
    heads = {_head(part) for part in parts}
    other = any(part.value > whole.value for part in parts) and heads != {_head(whole)}
    if other or (_head(whole) in heads and len(heads) > 1):
        return []  # the list is of something else
    return list(parts)


def _labels(text: str, parts: Sequence[Quantity], after: int) -> list[str]:
    """The words before each number: "Nhà nước 400 triệu đồng"."""
    begins = (after, *(part.end for part in parts[:-1]))
    return [text[begin : part.start] for begin, part in zip(begins, parts, strict=True)]


def _pieces(text: str, parts: Sequence[Quantity], stop: int) -> list[str]:
    """The words after each number, up to the next one: "30 đại biểu nam"."""
    ends = [*(part.start for part in parts[1:]), stop]
    return [text[part.start : end] for part, end in zip(parts, ends, strict=True)]


def _complementary(one: str, other: str) -> bool:
    return any(
        (first.search(one) and second.search(other)) or (first.search(other) and second.search(one))
        for first, second in COMPLEMENTS
    )


def _judged(passage: Passage, told: _Sum) -> Iterator[Found]:
    whole, parts = told.whole, told.parts
    total = sum((part.value for part in parts), Decimal(0))
    slack = whole.slack + sum((part.slack for part in parts), Decimal(0))
    if abs(total - whole.value) <= slack or (not told.closed and total < whole.value / 2):
        return
    factor = whole.factor
    added = " + ".join(in_figures(part.value / factor, _decimals(part.value / factor)) for part in parts)
    summed = in_figures(total / factor, _decimals(total / factor))
    printed = passage.text[whole.start : whole.end]
    yield Found(
        where=passage.where(whole.start, whole.figure_end),
        message=f"Tổng không khớp: {added} = {summed}, nhưng bài ghi {printed}. Hãy xem lại tổng số "
        "hoặc các số thành phần.",
        repairs=(summed,),
        confidence=0.95 if told.closed else 0.6,
        milder=None if told.closed or total > whole.value else Severity.HINT,
    )


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) and -exponent < 9 else 2
