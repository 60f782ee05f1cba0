"""Washing in portions."""

import pytest

from tinbai.html_portions import PORTION, UnevenError, washed
from tinbai.html_tree import Node, written


def test_everything_comes_back_in_its_place_a_portion_at_a_time():
    rows: list[Node | str] = [Node(name="li", parts=[f"{number} & "]) for number in range(3 * PORTION)]
    tree: list[Node | str] = ["đầu ", Node(name="ul", parts=[*rows, Node(name="li", parts=["x" * 20_000])]), " cuối"]
    sizes: list[int] = []

    def wash(html: str) -> str:
        sizes.append(html.count("<li>"))
        return html

    assert "".join(washed(wash, tree)) == "".join(map(written, tree))
    assert max(sizes) <= PORTION
    assert len(sizes) >= 4


def test_a_washer_that_changes_what_stands_around_a_portion_is_found_out():
    items: list[Node | str] = [Node(name="li", parts=[str(number)]) for number in range(PORTION + 1)]
    with pytest.raises(UnevenError):
        list(washed(lambda html: html.replace("<ul><li>", "<ol><li>"), [Node(name="ul", parts=items)]))
