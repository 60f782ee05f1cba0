"""Quantities of a text: a figure, its scale, and what is counted or measured ("1,2 tỷ đồng", "45 hội viên")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tinbai.checks.vocabulary.letters import LOWER, UPPER
from tinbai.checks.vocabulary.quantity_words import MEASURES, NO_MEASURE, NOT_COUNTED, NOT_NOUNS, ROUGH, SCALES
from tinbai.figures import FIGURE, read_figure

_SCALE = re.compile(r"[ \u00a0]{1,2}(trăm|nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)", re.IGNORECASE)
_UNIT = re.compile(
    rf"[ \u00a0]{{0,2}}(%|[{LOWER}{UPPER}]+[23²³]?(?:-ta)?)(?!\w)(?P<each>(?:/[{LOWER}]{{1,12}}){{0,3}})"
)
_WORD = re.compile(rf"[ \u00a0]{{1,2}}([{LOWER}{UPPER}]+)(?!\w)")
_MOST_WORDS = 4  # of a noun
_NEAR = 24  # characters before a figure that say something about it
_FIGURE_NO_DATE = re.compile(r"[/\-–]\d|:\d|h\d?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE, _YEAR_BEHIND = (  # "nhiệm kỳ 2025 - 2030"
    re.compile(r"(?<![\d.,])(?:19|20)\d\d\s?[-–]\s?$"), re.compile(r"\s?[-–]\s?(?:19|20)\d\d(?!\d)"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A quantity with its place. `base` is the kind of measure ("đồng", "kg"), "" for what is counted."""

    value: Decimal
    step: Decimal  # what one in the last printed digit is worth
    rounded: bool  # whether decimals were printed: then it may stand for a little more or less
    base: str
    noun: str  # lower case, what is counted; "" for measures
    start: int
    end: int  # of figure, scale and unit, without the noun of what is counted
    figure_end: int
    printed: str  # scale and unit as they are printed
    factor: Decimal  # value of one in `printed`
    decimals: int
    rough: bool

    @property
    def slack(self) -> Decimal:
        """How far the true value may be from the printed one."""
        return self.step / 2 if self.rounded else Decimal(0)


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities between two places of a text, whose figures can be told for certain."""
    stop = len(text) if end is None else end
    for match in FIGURE.finditer(text, start, stop):
        figure = read_figure(match[0])
        before = text[max(start, match.start() - _NEAR) : match.start()]
        if figure.value is None or NOT_COUNTED.search(before) or _FIGURE_NO_DATE.match(text, match.end()):
            continue
        scale, at = Decimal(1), match.end()
        if scaled := _SCALE.match(text, at, stop):
            scale, at = SCALES[scaled[1].lower()], scaled.end()
        base, factor, at = _measure(text, at, stop)
        if not base and _YEAR.fullmatch(match[0]) and (_YEAR_BEFORE.search(before) or _YEAR_BEHIND.match(text, at)):
            continue
        yield Quantity(
            value=figure.value * scale * factor, step=Decimal(1).scaleb(-figure.decimals) * scale * factor,
            rounded=figure.decimals > 0, base=base, noun="" if base else _noun(text, at, stop), start=match.start(),
            end=at, figure_end=match.end(), printed=text[match.end() : at], factor=scale * factor,
            decimals=figure.decimals, rough=bool(ROUGH.search(before)),
        )  # fmt: skip


def _measure(text: str, at: int, stop: int) -> tuple[str, Decimal, int]:
    """A rate ("đồng/kg") is a measure of its own."""
    unit = _UNIT.match(text, at, stop)
    if unit is None or NO_MEASURE.match(text, unit.start(1), stop):
        return "", Decimal(1), at
    base, factor = MEASURES.get(unit[1]) or MEASURES.get(unit[1].lower()) or ("", Decimal(1))
    return (base + unit["each"], factor, unit.end()) if base else ("", Decimal(1), at)


def _noun(text: str, at: int, stop: int) -> str:
    """What is counted: words up to one that is none of a noun."""
    words: list[str] = []
    while len(words) < _MOST_WORDS and (word := _WORD.match(text, at, stop)):
        if word[1].lower() in NOT_NOUNS:
            break
        words.append(word[1].lower())
        at = word.end()
    return " ".join(words)
