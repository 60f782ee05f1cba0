"""Numbering: what Word prints before a list item."""

from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from ingest.openers.wordml.names import VAL, W

BULLET = "•"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9
_HIGHEST_COUNT = 9_999
_ALPHABET = 26
_PRIVATE_USE = range(0xE000, 0xF900)


@dataclass(frozen=True, kw_only=True)
class _Level:
    style: str
    text: str
    start: int


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What stands before a list item."""

    ordered: bool
    text: str


class Numbering:
    """The lists of one document. Asking for marks in the order of the paragraphs counts them."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._restarts: dict[tuple[str, int], int] = {}  # list and level -> where it starts, once
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        if root is None:
            return
        for abstract in root.iterchildren(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId", "")] = _levels(abstract)
        for number in root.iterchildren(W + "num"):
            abstract_id = number.find(W + "abstractNumId")
            if abstract_id is not None:
                self._lists[number.get(W + "numId", "")] = abstract_id.get(VAL, "")
                self._restarts |= _restarts(number)

    def next_mark(self, number_id: str, level: int) -> Mark | None:
        """The mark of the next item of a list at `level`; None when that is no list (numId 0 takes numbering away)."""
        abstract_id = self._lists.get(number_id)
        levels = self._levels.get(abstract_id or "", {})
        if abstract_id is None or level not in levels:
            return None
        here = levels[level]
        if here.style in ("bullet", "none"):
            return Mark(ordered=False, text=_bullet(here.text) if here.style == "bullet" else here.text)
        counts = self._counts[abstract_id]
        now = counts[level]
        start = self._restarts.pop((number_id, level), None)
        following = here.start if now is None else min(now + 1, _HIGHEST_COUNT)
        counts[level] = following if start is None else start
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return Mark(ordered=True, text=_printed(here.text, levels, counts))


def _restarts(number: etree._Element) -> dict[tuple[str, int], int]:
    """The levels at which a list that uses the levels of another begins to count anew."""
    found = {}
    for override in number.iterchildren(W + "lvlOverride"):
        level, start = override.get(W + "ilvl", ""), _value(override, "startOverride", "")
        if level in tuple("012345678") and start.isdecimal() and len(start) < len(str(_HIGHEST_COUNT)):
            found[number.get(W + "numId", ""), int(level)] = int(start)
    return found


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in abstract.iterchildren(W + "lvl"):
        index = element.get(W + "ilvl", "")
        if index in tuple("012345678"):
            start = _value(element, "start", "1")
            levels[int(index)] = _Level(
                style=_value(element, "numFmt", "decimal"),
                text=_value(element, "lvlText", ""),
                start=int(start) if start.isdecimal() and len(start) < len(str(_HIGHEST_COUNT)) else 1,
            )
    return levels


def _value(element: etree._Element, name: str, default: str) -> str:
    child = element.find(W + name)
    return default if child is None else child.get(VAL, default)


def _bullet(text: str) -> str:
    """The bullet as printed; those of the symbol fonts stand in the private use area and mean nothing elsewhere."""
    return BULLET if not text or ord(text[0]) in _PRIVATE_USE else text


def _printed(pattern: str, levels: dict[int, _Level], counts: list[int | None]) -> str:
    for index in range(_LEVELS):
        if index in levels:
            count = counts[index]
            figure = _figure(levels[index].start if count is None else count, levels[index].style)
            pattern = pattern.replace(f"%{index + 1}", figure)
    return pattern


def _figure(count: int, style: str) -> str:
    match style:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % _ALPHABET) * min(1 + (count - 1) // _ALPHABET, _ALPHABET)
            return letters.upper() if style == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(count).upper() if style == "upperRoman" else _roman(count)
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)


def _roman(count: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (count // value)
        count %= value
    return digits
