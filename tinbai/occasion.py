"""Whether two texts speak of one occasion: next month's report in last month's words is another piece of news.

There, a month, a quarter or days at the top differ, and hardly a figure stays.
"""

import re
from collections import Counter

from tinbai.text import fold

FEW_FIGURES = 4  # below, one corrected figure would be too large a share of them
_OPENING = 400  # characters at the top, where a text says of when it speaks
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_PERIOD = re.compile(
    r"\b(?:thang|quy|tuan|ky|dot|hoc ky|so)(?: thu)? (?:\d{1,2}(?:[/.-]\d{2,4})?|[ivx]{1,4})\b"
    r"|\b\d{1,2} thang (?:dau|cuoi) nam\b"
)
_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b")


def count_figures(text: str) -> int:
    """How many figures a text has."""
    return len(_FIGURE.findall(text))


def figures_alike(before: str, after: str) -> float:
    """The share of figures that both have, in whatever order, 0 to 1; 1 where there are few."""
    first, second = Counter(_FIGURE.findall(before)), Counter(_FIGURE.findall(after))
    most = max(first.total(), second.total())
    return (first & second).total() / most if most >= FEW_FIGURES else 1.0


def same_occasion(before: str, after: str) -> bool:
    """Not when both name a month, a quarter or days at the top, and have none of them in common."""
    first, second = fold(before[:_OPENING]), fold(after[:_OPENING])
    for told in (_PERIOD, _DATE):
        old, new = set(told.findall(first)), set(told.findall(second))
        if old and new and not old & new:
            return False
    return True
