"""What a word that is no syllable was meant to be: the usual slips of spelling and of typing undone."""

from collections.abc import Iterator
from unicodedata import normalize

from tinbai.vietnamese.syllables import is_syllable

_ONSETS = (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("c", "k"), ("k", "c"), ("gi", "d"))
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_STOPPED = ("p", "t", "c", "ch")
_LONGEST = 9  # letters: no syllable is longer than "nghiêng"
_MOST = 3


def respelled(word: str) -> tuple[str, ...]:
    """Syllables that `word` (NFC, lower case) may stand for, at most three, the likeliest first."""
    if len(word) > _LONGEST:
        return ()
    found: dict[str, None] = {}
    for slip in (_onset, _tone_moved, _swapped, _tone_of_stop, _doubled):
        for each in slip(word):
            if each != word and is_syllable(each):
                found.setdefault(each)
    return tuple(found)[:_MOST]


def _onset(word: str) -> Iterator[str]:
    for wrong, right in _ONSETS:
        if word.startswith(wrong):
            yield right + word[len(wrong) :]


def _tone_moved(word: str) -> Iterator[str]:
    """The same letters with the tone on another vowel: "tóan", "nứơc"."""
    apart = normalize("NFD", word)
    tone = next((mark for mark in apart if mark in _TONES), "")
    letters = normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    for at in range(len(letters)) if tone else ():
        yield normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def _swapped(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _tone_of_stop(word: str) -> Iterator[str]:
    """A syllable that ends in a stop has sắc or nặng: "hoc" is "học" or "hóc"."""
    letters = normalize("NFC", "".join(mark for mark in normalize("NFD", word) if mark not in _TONES))
    if letters.endswith(_STOPPED):
        for tone in "\u0323\u0301":
            for at in range(len(letters)):
                yield normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def _doubled(word: str) -> Iterator[str]:
    """A letter typed twice, or one too many."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
