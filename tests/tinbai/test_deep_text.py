"""Stored HTML may be deeper than what is cleaned: its text is read all the same, however deep the caller stands."""

import pytest

from tests.attacks.table import DEEP
from tinbai.html import text_of_html

_LEVELS = [1, 100, 256, 330, 500, 599, 700]


@pytest.mark.parametrize("attack", DEEP, ids=lambda attack: str(attack.number))
def test_a_deep_attack_ends_no_page(attack) -> None:
    assert isinstance(text_of_html(attack.text), str)


@pytest.mark.parametrize("levels", _LEVELS)
@pytest.mark.parametrize("name", ["blockquote", "b", "div", "li"])
def test_of_any_depth_the_words_are_read(name: str, levels: int) -> None:
    html = f"<p>trước</p>{f'<{name}>' * levels}<p>trong</p>{f'</{name}>' * levels}<p>sau</p>"
    assert text_of_html(html).split() == ["trước", "trong", "sau"]


def test_one_who_stands_deep_reads_it_too() -> None:
    html = f"{'<div>' * 250}<p>trong</p>{'</div>' * 250}"

    def deep(more: int) -> str:
        return deep(more - 1) if more else text_of_html(html)

    assert deep(400).split() == ["trong"]
