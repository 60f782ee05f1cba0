"""Plain text: one Unicode form, no invisible traps, and a folded form for comparing.

Everything that was typed by somebody else passes here before it is stored, compared or shown.
"""

import re
import unicodedata
from functools import cache, lru_cache

from tinbai.limits import COMBINING_MARKS

MAX_MARKS = COMBINING_MARKS

_BREAKS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DIRECTIONS = re.compile("[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_PERHAPS_LONG = re.compile(f"[\u0300-\U0010ffff]{{{MAX_MARKS + 1}}}")  # cheap, and never found in most languages
_REMEMBERED_LENGTH = 300
_REMEMBERED_LETTERS = 10_000


def fold(text: str) -> str:
    """A key for comparing: lower case, no diacritics, đ as d, single spaces ("Đảng  ủy" gives "dang uy")."""
    return _remembered_fold(text) if len(text) <= _REMEMBERED_LENGTH else _folded(text)


def _folded(text: str) -> str:
    bare = text if text.isascii() else text.translate(_BARE)
    return " ".join(bare.lower().split())


@lru_cache(maxsize=2_048)
def _remembered_fold(text: str) -> str:
    """Every rule about a line folds it again, so the last ones are remembered."""
    return _folded(text)


class _BareLetters(dict[int, str]):
    """What is left of each character without its diacritics; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        if len(self) < _REMEMBERED_LETTERS:
            self[code] = bare
        return bare


def nfc(text: str) -> str:
    """Unicode NFC, in linear time whatever the text is; applied again, it changes nothing.

    Marks are cut before, for time, and after: U+0344 and its like become two.
    """
    if text.isascii():
        return text
    return cut_marks(unicodedata.normalize("NFC", cut_marks(text)))


def clean_text(text: str) -> str:
    r"""Text of several lines: NFC, breaks as "\n", no control characters, no lone surrogates.

    The soft hyphen and U+0080-U+009F stay: in legacy Vietnamese fonts they are letters, repaired elsewhere.
    """
    return nfc(_seen(text))


def clean_line(text: str) -> str:
    """A header value or a file name: as `clean_text`, on one line, and nothing that turns the reading direction.

    NFC comes last: a letter and the mark after what was taken out are one letter then.
    """
    return nfc(" ".join(_DIRECTIONS.sub("", _seen(text)).split()))


def _seen(text: str) -> str:
    r"""Breaks as "\n", no control characters, no lone surrogates."""
    if text.isprintable():  # most text is: there is none of these then
        return text
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _BREAKS.sub("\n", text)))


def has_too_many_marks(text: str) -> bool:
    """Whether `nfc` will cut marks off."""
    return cut_marks(text) != text


def cut_marks(text: str) -> str:
    """`text` with no more than MAX_MARKS combining marks in a row."""
    if not _PERHAPS_LONG.search(text):
        return text
    return _long_runs().sub(lambda run: run[0][:MAX_MARKS], text)


@cache
def _long_runs() -> re.Pattern[str]:
    """Runs of what normalizing has to sort: combining marks, and the three Tibetan vowels that become such."""
    decomposed = ((chr(code), unicodedata.normalize("NFD", chr(code))) for code in range(0x300, 0x1E94B))
    marks = "".join(letter for letter, parts in decomposed if unicodedata.combining(parts[0]))
    return re.compile(f"[{re.escape(marks)}]{{{MAX_MARKS + 1},}}")


_BARE = _BareLetters({ord("đ"): "d", ord("Đ"): "D", ord("ð"): "d", ord("Ð"): "D", 0xAD: ""})
