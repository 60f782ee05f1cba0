"""Words: what is counted, compared, and never lost."""

import re
from functools import lru_cache

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_](?:\w*[^\W_])?")  # underscores around a word are drawn, not spoken


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order. Invisible characters do not part a word, punctuation does not count."""
    return _words_of_line(text) if len(text) <= _LINE else _words(text)


def one_line(text: str) -> str:
    """The text with every run of whitespace as one space."""
    return " ".join(text.split())


def is_shouting(text: str) -> bool:
    """Whether a text of at least two words is written in capitals. A few small letters are forgiven."""
    return _is_shouting_line(text) if len(text) <= _LINE else _is_shouting(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(INVISIBLE.sub("", text)))


def _is_shouting(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    capitals = sum(map(str.isupper, text))
    return len(words(text)) > 1 and letters >= 6 and capitals >= 0.8 * letters


# Every rule of the anatomy asks anew about each paragraph. Whole texts are not kept: they would fill the memory.
_LINE = 500
_words_of_line = lru_cache(maxsize=1024)(_words)
_is_shouting_line = lru_cache(maxsize=1024)(_is_shouting)
