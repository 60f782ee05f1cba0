"""A list has as many items as are counted before it: "3 thôn: Đồng Thử, Bãi Mẫu và Cầu Giả"."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.figures.quantities import Quantity, quantities
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.sentences import sentences, without_brackets
from tinbai.checks.vocabulary.list_words import AND, AS_WELL, COUNTABLE, LIST_OPENS, OPENS_MORE
from tinbai.checks.vocabulary.quantity_words import OPEN_LIST, RIDER
from tinbai.site_data import SiteData

_MOST = 30  # items
_FAR = 60  # characters from what is counted to its list
_LONGEST = 12  # words of an item; a longer one is a sentence
_SEPARATORS = re.compile(r"[,;]\s")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Names that hold "và" themselves are counted both ways: only what fits neither is told."""
    for passage in article.passages:
        plain = without_brackets(passage.text)
        spans = list(sentences(plain))
        for place, (start, end) in enumerate(spans):
            rider = place + 1 < len(spans) and RIDER.match(plain, spans[place + 1][0])
            if not rider and not OPEN_LIST.search(plain, start, end):
                yield from _of_sentence(passage, plain, start, end)


def _of_sentence(passage: Passage, text: str, start: int, end: int) -> Iterator[Found]:
    counted = [each for each in quantities(text, start, end) if not each.base]
    for place, each in enumerate(counted):
        until = counted[place + 1].start if place + 1 < len(counted) else end
        opening = LIST_OPENS.search(text, each.end, min(end, each.end + _FAR))
        if opening is None or not COUNTABLE.match(each.noun) or each.rough or opening.end() > until:
            continue
        if until < end or "\n" in text[opening.end() : end]:
            continue  # a list in which something is counted again is a sum, see sum_parts
        items = _items(text[opening.end() : end])
        if items:
            yield from _judged(passage, each, items)


def _items(text: str) -> list[str]:
    """The items between commas, or [] where it is no plain list of names."""
    items = [item.strip(' .;!"”') for item in _SEPARATORS.split(text)]
    items = [AS_WELL.sub("", item) for item in items if item]
    plain = all(len(item.split()) <= _LONGEST and not OPENS_MORE.search(item) for item in items)
    return items if plain and len(items) < _MOST and (len(items) > 1 or AND.search(items[0] if items else "")) else []


def _judged(passage: Passage, counted: Quantity, items: list[str]) -> Iterator[Found]:
    fewest = len(items)
    most = fewest + sum(len(AND.findall(item)) for item in items)
    last = fewest + len(AND.findall(items[-1]))
    if fewest <= counted.value <= most:
        return
    printed = passage.text[counted.start : counted.figure_end]
    right = str(last).zfill(len(printed)) if printed.startswith("0") else str(last)
    yield Found(
        where=passage.where(counted.start, counted.figure_end),
        message=f"Số đếm không khớp danh sách: bài ghi {printed} {counted.noun}, nhưng kể ra {last}.",
        repairs=(right,),
        confidence=0.7 if fewest == most else 0.6,
    )
