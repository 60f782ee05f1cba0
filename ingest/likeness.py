"""How alike two versions of an article are: in their words, in their figures, and in what occasion they speak of.

Words alone do not tell a correction from next month's report in the same words: there, hardly a figure stays.
"""

from difflib import SequenceMatcher
from functools import cached_property

from ingest.anatomy.words import words
from ingest.reading import ReadArticle
from tinbai.html import text_of_html
from tinbai.occasion import figures_alike, same_occasion
from tinbai.revision import Revision

COMPARED_WORDS = 2_000
HOPELESS = 0.4  # share of words in common, whatever their order, below which the order is not looked at
SAME_WORDS = 8  # a text whose words each stand there so often would take minutes to compare in order


class Likeness:
    """Two texts, compared as they are, whatever the case and punctuation. Each answer is worked out when asked for."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after

    @cached_property
    def words(self) -> float:
        """The share of words that both have in the same order, 0 to 1. By far the dearest: ask for it last."""
        return _words_alike(self._before, self._after)

    @cached_property
    def figures(self) -> float:
        """The share of figures that both have, in whatever order, 0 to 1; 1 where there are few."""
        return figures_alike(self._before, self._after)

    @cached_property
    def same_occasion(self) -> bool:
        """Not when both say of when they speak, and differ."""
        return same_occasion(self._before, self._after)


def likeness(old: Revision, new: ReadArticle) -> Likeness:
    """Of a version that is here and one that came."""
    before = f"{old.title}\n{old.summary}\n{text_of_html(old.body_html)}"
    after = f"{new.title or ''}\n{new.summary or ''}\n{new.body_text}"
    return Likeness(before, after)


def _words_alike(before: str, after: str) -> float:
    first = [word.casefold() for word in words(before)[:COMPARED_WORDS]]
    second = [word.casefold() for word in words(after)[:COMPARED_WORDS]]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if len(set(first)) * SAME_WORDS < len(first):
        return matcher.quick_ratio()
    return matcher.ratio() if matcher.quick_ratio() >= HOPELESS else 0.0
