"""The sentence that a place of a text stands in."""

import re

_END = re.compile(r"[.!?…]\s|\n")
_LONGEST = 400  # characters to either side


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around the characters from `start` up to `end`."""
    before = text[max(0, start - _LONGEST) : start]
    first = max((found.end() for found in _END.finditer(before)), default=0)
    last = _END.search(text, end, end + _LONGEST)
    return before[first:] + text[start : last.start() if last else end + _LONGEST]
