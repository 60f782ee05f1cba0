"""A share of a long proof: `TINBAI_PORTION=2/5` tries every fifth step or byte, from the second on; without it, all."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def portion(items: Sequence[T]) -> Sequence[T]:
    """Those of `items` whose turn it is in this run."""
    number, _, of = os.environ.get("TINBAI_PORTION", "1/1").partition("/")
    if not 1 <= int(number) <= int(of):
        raise ValueError("TINBAI_PORTION is written like 2/5")
    return items[int(number) - 1 :: int(of)]
