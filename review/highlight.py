"""Marking in a text what was looked for, with the same marks or without."""

import re
from collections.abc import Iterable
from itertools import islice

from markupsafe import Markup, escape

from tinbai.search_terms import LONGEST_WORD, Wanted
from tinbai.text import fold

_WORD = re.compile(r"[^\W_]+")
BEFORE, AFTER = 60, 140  # characters of a snippet around the first hit


def highlighted(text: str, look: Wanted) -> Markup:
    """`text`, escaped, with every word that was looked for in <mark>."""
    if not look.folded:
        return escape(text)
    pieces, end = [], 0
    for word in _WORD.finditer(text):
        if _is_hit(word[0], look):
            pieces += [escape(text[end : word.start()]), Markup("<mark>"), escape(word[0]), Markup("</mark>")]
            end = word.end()
    return Markup("").join([*pieces, escape(text[end:])])


def snippet(texts: Iterable[str], look: Wanted) -> Markup:
    """The words around the first hit in any of `texts`; without a hit, the beginning of the first one."""
    first: str | None = None
    for text in texts:
        first = text if first is None else first
        hit = next((word for word in _WORD.finditer(text) if _is_hit(word[0], look)), None) if look.folded else None
        if hit is not None:
            return highlighted(_around(text, hit.start(), hit.end()), look)
        if not look.folded:
            break
    return escape(_around(first or "", 0, 0))


def _is_hit(word: str, look: Wanted) -> bool:
    bare = fold(word[:LONGEST_WORD])
    return bare in look.folded or (look.prefix and bare.startswith(look.folded[-1]))


def _around(text: str, start: int, end: int) -> str:
    first = max(0, start - BEFORE)
    if first:
        first = next((place.end() for place in islice(re.finditer(r"\s", text[first:start]), 1)), 0) + first
    last = min(len(text), end + AFTER)
    if last < len(text):
        last = text.rfind(" ", end, last) if " " in text[end:last] else last
    return ("… " if first else "") + " ".join(text[first:last].split()) + (" …" if last < len(text) else "")
