"""VNI for Windows: a vowel, then a character that carries its marks; drawn by fonts named `VNI-...`.

The two-character codes follow a rule: the second character stands for one or two combining marks, whatever the
vowel. Only the letters that break the rule are listed by themselves.
"""

import re
from unicodedata import normalize

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_CIRCUMFLEXED = {
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
}
_BREVED = {
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_MARKS = {
    "a": _TONES | _CIRCUMFLEXED | _BREVED,
    "e": _TONES | _CIRCUMFLEXED,
    "o": _TONES | _CIRCUMFLEXED,
    "ô": _TONES,  # ơ
    "u": _TONES,
    "ö": _TONES,  # ư
    "y": _TONES,
}
_SINGLE = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _letters() -> dict[str, str]:
    """Every code and its letter. A capital may be followed by a small mark: AutoCorrect raises only the first."""
    small = dict(_SINGLE)
    for vowel, marks in _MARKS.items():
        letter = _SINGLE.get(vowel, vowel)
        small |= {vowel + code: normalize("NFC", letter + mark) for code, mark in marks.items()}
    raised = {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items()}
    capital = {code.upper(): letter.upper() for code, letter in small.items()}
    return small | raised | capital


LETTERS: dict[str, str] = _letters()
MODIFIERS = frozenset(code[1] for code in LETTERS if len(code) > 1)  # what belongs to the vowel before it
_CODE = re.compile("|".join(sorted(map(re.escape, LETTERS), key=len, reverse=True)))


def decode(text: str) -> str:
    """Unicode of `text`, whose characters are VNI codes read as Latin-1; the longest code wins."""
    return _CODE.sub(lambda code: LETTERS[code.group()], text)
