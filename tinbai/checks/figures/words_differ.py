"""A number in figures and the same number in words: "1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu đồng)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tinbai.checks.checked import Checked
from tinbai.checks.figures.quantities import Quantity, quantities
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.vocabulary.letters import LOWER
from tinbai.checks.vocabulary.quantity_words import AFTER_AMOUNT, MONEY
from tinbai.figures import in_figures
from tinbai.number_words import MOST, NUMBER_WORDS, in_words, read_words
from tinbai.site_data import SiteData

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_IN_BRACKETS = re.compile(
    rf"(?:[ \u00a0][{LOWER}]+){{0,3}}\s{{0,2}}\(\s{{0,2}}(?:viết\s)?(?:bằng\schữ\s?:?\s{{0,2}})?"
    rf"(?P<words>(?:{_WORDS})(?:[,\s]{{1,2}}(?:{_WORDS}))*)(?!\w)(?P<rest>[^()]{{0,30}})\)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Either side may be wrong: the words are proposed for the figures, and the figures for the words."""
    for passage in article.passages:
        if "(" in passage.text:
            for quantity in quantities(passage.text):
                yield from _judged(passage, quantity)


def _judged(passage: Passage, quantity: Quantity) -> Iterator[Found]:
    text = passage.text
    match = _IN_BRACKETS.match(text, quantity.end)
    if match is None or not _is_about(text[quantity.figure_end : match.start("words")], match["rest"]):
        return
    words = " ".join(match["words"].replace(",", " ").split())
    said, value = read_words(words), quantity.value if not quantity.base else _as_printed(quantity)
    if (
        said is None
        or said >= MOST
        or said == value
        or (said * quantity.factor == quantity.value and MONEY not in match["rest"])
    ):
        return
    end, opening = match.end("words"), text[quantity.end : match.start("words")]
    figures = in_figures(said) + (text[quantity.figure_end : quantity.end] if _plain(quantity) else f" {MONEY}")
    repairs = [figures + opening + match["words"]]
    if value == value.to_integral_value() and 0 <= value < MOST:
        repairs.append(text[quantity.start : quantity.end] + opening + _like(match["words"], in_words(int(value))))
    yield Found(
        where=passage.where(quantity.start, end),
        message=f"Số và chữ không khớp: {text[quantity.start : quantity.end]} nhưng bằng chữ là “{match['words']}” "
        f"({in_figures(said)}).",
        repairs=tuple(repairs),
    )


def _is_about(own: str, rest: str) -> bool:
    """Whether the words count the same as the figures: "45 hội viên (hai người vắng)" does not."""
    return AFTER_AMOUNT.union(_WORD.findall(own.lower())).issuperset(_WORD.findall(rest.lower()))


def _plain(quantity: Quantity) -> bool:
    """Whether no scale is printed ("1,2 tỷ đồng" has one)."""
    return not re.search(r"trăm|nghìn|ngàn|triệu|tỷ|tỉ", quantity.printed, re.IGNORECASE)


def _as_printed(quantity: Quantity) -> Decimal:
    """Money in đồng; of other measures the figure itself ("12 ha (mười hai héc-ta)")."""
    return quantity.value if quantity.base == MONEY or not _plain(quantity) else quantity.value / quantity.factor


def _like(words: str, other: str) -> str:
    return other[:1].upper() + other[1:] if words[:1].isupper() else other
