"""VIQR (RFC 1456): Vietnamese in ASCII, the marks typed behind their letters: "Ngu+o+`i dda^n".

Nothing is ever taken for VIQR by itself: question marks, full stops and apostrophes are marks here and signs
everywhere else. An editor may ask for it.
"""

import re
from unicodedata import normalize

from tinbai.vietnamese.syllables import is_syllable

_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_SHAPED = {"^": "aeoAEO", "(": "aA", "+": "ouOU"}
_VOWELS = frozenset("aeiouyAEIOUY")
_ENDS_SENTENCE = re.compile(r"[.?](?=[\"'”)\]]*(?:\s+[^\sa-z]|\s*$))")  # capitals follow, or nothing
_NO_WORD = re.compile(r"\S*(?:@|://|www\.)\S*")
_TOKEN = re.compile(r"\S+|\s+")
_MARKED = re.compile(r"[aeouAEOU][\^(+]|[aeiouyAEIOUY]['`~?.](?=[a-z])|[aeiouyAEIOUY]['`~]|\b[dD][dD-](?=[a-z])")
_HALF_TYPED = re.compile("([uU])(?=[ơờớởỡợƠỜỚỞỠỢ][a-zA-Z])")  # "duo+ng": no other rhyme goes on after uơ
_ENOUGH_WORDS = 3  # different ones
_ENOUGH_SYLLABLES = 0.6


def decode(text: str) -> str:
    """Unicode of `text`. Addresses stay as they are; a backslash takes the meaning off the sign behind it."""
    found: list[str] = []
    start = 0
    for token in _TOKEN.findall(text):
        end = start + len(token)
        found.append(token if token.isspace() or _NO_WORD.fullmatch(token) else _word(text, start, end))
        start = end
    return "".join(found)


def could_be(text: str) -> bool:
    """Whether a text has enough words that would be Vietnamese syllables, if it were VIQR, to offer that."""
    marked = {token.strip('"“”,;:!()[]') for token in text.split() if _MARKED.search(token)}
    told = decode(" ".join(token for token in marked if not _NO_WORD.fullmatch(token)))
    words = re.findall(r"[^\W\d_]+", told)
    changed = [word for word in words if not word.isascii()]
    return len(changed) >= _ENOUGH_WORDS and sum(map(is_syllable, changed)) >= _ENOUGH_SYLLABLES * len(changed)


def _word(text: str, start: int, end: int) -> str:
    letters: list[str] = []
    place = start
    while place < end:
        sign, following = text[place], text[place + 1 : place + 2]
        if sign == "\\" and following and following in "\\^(+'`?~.dD":
            letters.append(following)
            place += 2
        elif sign in "dD" and following and following in "dD-" and place + 1 < end:
            letters.append("Đ" if sign == "D" else "đ")
            place += 2
        elif sign in _VOWELS:
            letter, place = _vowel(text, place, end)
            letters.append(letter)
        else:
            letters.append(sign)
            place += 1
    return _HALF_TYPED.sub(lambda found: "ư" if found[0] == "u" else "Ư", "".join(letters))


def _vowel(text: str, place: int, end: int) -> tuple[str, int]:
    """The vowel at `place` with the marks behind it, and where the text goes on."""
    letter, place = text[place], place + 1
    if place < end and text[place] in _SHAPES and letter in _SHAPED[text[place]]:
        letter += _SHAPES[text[place]]
        place += 1
    if place < end and text[place] in _TONES and not _ENDS_SENTENCE.match(text, place):
        letter += _TONES[text[place]]
        place += 1
    return normalize("NFC", letter), place
