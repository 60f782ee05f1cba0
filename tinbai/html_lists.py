"""Lists: flat items with a level become nested elements."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tinbai.html_tree import Node

_NUMBER = re.compile(r"\(?([0-9]{1,3})[.)/]?")
_DEEPEST = 20


@dataclass(frozen=True, kw_only=True)
class ListItem:
    """An item as it stood in the source: its level from 0, and what was printed before it."""

    level: int
    ordered: bool
    marker: str | None
    parts: list[Node | str]

    @property
    def number(self) -> int | None:
        """What the item was numbered with; None when it had no figure."""
        found = _NUMBER.fullmatch((self.marker or "").strip())
        return int(found[1]) or None if found else None


def lists(elements: Sequence[Node | ListItem]) -> tuple[list[Node], list[int]]:
    """The elements with runs of items as lists, and for each element the index of the top-level one it is in."""
    top: list[Node] = []
    indexes: list[int] = []
    for is_item, group in groupby(elements, key=lambda element: isinstance(element, ListItem)):
        if is_item:
            _add_items([element for element in group if isinstance(element, ListItem)], top, indexes)
            continue
        for element in group:
            if isinstance(element, Node):
                top.append(element)
                indexes.append(len(top) - 1)
    return top, indexes


def _add_items(items: Iterable[ListItem], top: list[Node], indexes: list[int]) -> None:
    """Every open list stands on a stack, outermost first, with the level of its items."""
    open_lists: list[tuple[int, Node]] = []
    for item in items:
        if _is_lettered(item):  # "a)", "IV.": HTML would print a figure of its own, so the words stay words
            open_lists = []
            top.append(Node(name="p", parts=[f"{(item.marker or '').strip()} ", *item.parts]))
            indexes.append(len(top) - 1)
            continue
        while open_lists and (open_lists[-1][0] > item.level or not _continues(open_lists[-1], item)):
            open_lists.pop()
        if not open_lists or (open_lists[-1][0] < item.level and len(open_lists) < _DEEPEST):
            open_lists.append((item.level, _new_list(item, open_lists, top)))
        open_lists[-1][1].parts.append(Node(name="li", parts=list(item.parts)))
        indexes.append(len(top) - 1)


def _is_lettered(item: ListItem) -> bool:
    marker = (item.marker or "").strip()
    return any(map(str.isalnum, marker)) and item.number is None


def _continues(opened: tuple[int, Node], item: ListItem) -> bool:
    """Whether the item is the next one of an open list of its level, or stands inside that list."""
    level, element = opened
    if level < item.level:
        return True
    if (element.name == "ol") != item.ordered:
        return False
    expected = int(element.attributes.get("start", "1")) + len(element.parts)
    return not item.ordered or item.number in {None, expected}


def _new_list(item: ListItem, open_lists: Sequence[tuple[int, Node]], top: list[Node]) -> Node:
    start = {"start": str(item.number)} if item.ordered and item.number not in {None, 1} else {}
    element = Node(name="ol" if item.ordered else "ul", attributes=start)
    if open_lists:
        last = open_lists[-1][1].parts[-1]
        if isinstance(last, Node):
            last.parts.append(element)
    else:
        top.append(element)
    return element
