"""Patterns of words, written as one reads them."""

import re


def pattern(words: str) -> re.Pattern[str]:
    """A pattern in any case of letters. A blank in it stands for one to three blanks of any kind.

    Nothing else repeats without end, so that a pattern is gone through in linear time whatever the text.
    """
    return re.compile(words.replace(" ", r"\s{1,3}"), re.IGNORECASE)
