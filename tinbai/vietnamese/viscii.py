"""VISCII (RFC 1456) where nothing declares it: text in fonts such as `VI Times`, taken for Latin-1.

As a declared charset it is read by `viscii_charset.py`, whose table this is.
"""

import re

from tinbai.vietnamese.eight_bit import letters_as_seen
from tinbai.vietnamese.syllables import is_syllable
from tinbai.vietnamese.viscii_charset import decode_viscii

LETTERS = letters_as_seen(
    {code: letter for code, letter in enumerate(decode_viscii(bytes(range(256)))) if letter != chr(code)}
)
_NO_BREAK_SPACE = "\u00a0"  # the code of Õ, and what programs write for a space
_TABLE = str.maketrans({code: letter for code, letter in LETTERS.items() if code != _NO_BREAK_SPACE})
_WORD_WITH_ONE = re.compile(r"(?<![^\W\d_])[^\W\d_]+\u00a0(?![^\W\d_])")  # from the first letter on: linear


def decode(text: str) -> str:
    """Unicode of `text`, whose characters are VISCII codes read as Latin-1 or Windows-1252.

    A no-break space is the letter Õ where it makes a syllable of the capitals before it, else it stays a space.
    """
    return _WORD_WITH_ONE.sub(_with_letter, text.translate(_TABLE))


def _with_letter(found: re.Match[str]) -> str:
    word = found.group().replace(_NO_BREAK_SPACE, "Õ")
    return word if word.isupper() and is_syllable(word) else found.group()
