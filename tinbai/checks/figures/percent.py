"""Shares as they are printed, and whether two numbers give them within the rounding of their digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tinbai.figures import in_figures, read_figure

_PERCENT = re.compile(r"(?<![\w.,/])(\d+(?:[.,]\d+)*)([ \u00a0]?%)(?![\w%])")


@dataclass(frozen=True, kw_only=True)
class Percent:
    """A share with its place, sign included."""

    value: Decimal
    decimals: int
    start: int
    end: int
    text: str
    sign: str


def percents(text: str, start: int, end: int) -> Iterator[Percent]:
    """The shares between two places of a text. "12.5%" counts as 12,5%: nothing has thousands of per cent."""
    for match in _PERCENT.finditer(text, start, end):
        figure = read_figure(match[1].replace(".", ",") if match[1].count(".") == 1 else match[1])
        if figure.value is not None:
            yield Percent(
                value=figure.value, decimals=figure.decimals, start=match.start(), end=match.end(), text=match[0],
                sign=match[2],
            )  # fmt: skip


def fits(percent: Percent, part: Decimal, whole: Decimal) -> bool:
    """Whether part/whole is this share, rounded or cut off at the digits that are printed."""
    true = part * 100 / whole
    step = Decimal(1).scaleb(-percent.decimals)
    return abs(true - percent.value) <= step / 2 or percent.value <= true < percent.value + step


def printed_like(percent: Percent, value: Decimal) -> str:
    """Another share with as many decimals; of more, if it would look the same as a round one that it is not."""
    return in_figures(value, percent.decimals) + percent.sign
