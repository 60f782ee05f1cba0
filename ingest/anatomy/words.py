"""Words: what is counted, compared, and never lost."""

import re

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"\w+")
SPACES = re.compile(r"\s+")


def words(text: str) -> list[str]:
    """The words of a text, in order. Invisible characters do not part a word, punctuation does not count."""
    return WORD.findall(INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """The text with every run of whitespace as one space."""
    return SPACES.sub(" ", text).strip()


def is_shouting(text: str) -> bool:
    """Whether a text of at least two words is written in capitals. A few small letters are forgiven."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(words(text)) > 1 and len(letters) >= 6 and capitals >= 0.8 * len(letters)
