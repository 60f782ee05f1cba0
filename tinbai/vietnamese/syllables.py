"""Which words can be Vietnamese syllables, by the rules of spelling: onset, rhyme, tone.

A list of words would flag names and need a licence; the rules know every syllable that can be written. Both places
of the tone mark are right in open "oa", "oe", "uy" (hòa, hoà).
"""

from functools import cache
from itertools import product
from unicodedata import combining, normalize

_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_STOPPED = ("p", "t", "c", "ch")
_STOPPED_TONES = ("\u0301", "\u0323")  # a syllable that ends in a stop has no other tone

_BEFORE_FRONT = ("", "b", "ch", "d", "đ", "gh", "h", "k", "kh", "l", "m", "n", "ngh", "nh", "ph", "p", "r", "s")
_BEFORE_BACK = ("", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "p", "r", "s")
_BEFORE_BOTH = ("t", "th", "tr", "v", "x")

_FRONT_RHYMES = """
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
""".split()
_BACK_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc ui um un ung up ut uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyên uyêt uyt
uyn uyp uyu ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu
""".split()
_AFTER_QU = """
a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê êch ên ênh êt
i ich in inh it ơ ơi ơn ôc y ych yên yêt ynh yt
""".split()
_Y_ONSETS = ("", "h", "k", "l", "m", "n", "s", "t", "v", "qu")
_Y_ALONE = ("yêm", "yên", "yêng", "yêt", "yêu")
_G_BEFORE_I = ("i", "in", "iêc", "iêng", "iêt", "iêm")  # gì, gìn, giếc, giếng, giết: the i of "gi" is the vowel

_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED_VOWELS = frozenset("ăâêôơư")
_OPEN_PAIRS = ("oa", "oe", "uy")


def is_syllable(word: str) -> bool:
    """Whether `word` (NFC, any case) can be a written Vietnamese syllable."""
    return word.lower() in _all_syllables()


def is_bare_syllable(word: str) -> bool:
    """Whether `word` can be a Vietnamese syllable typed without marks ("duong", "nguoi")."""
    return word.lower() in _all_bare_syllables()


@cache
def _all_syllables() -> frozenset[str]:
    return frozenset(
        written for onset, rhyme in _onsets_with_rhymes() for tone in _TONES for written in _written(onset, rhyme, tone)
    )


@cache
def _all_bare_syllables() -> frozenset[str]:
    return frozenset(map(_without_marks, _all_syllables()))


def _onsets_with_rhymes() -> set[tuple[str, str]]:
    pairs = set(product(_BEFORE_FRONT + _BEFORE_BOTH, _FRONT_RHYMES))
    pairs |= set(product(_BEFORE_BACK + _BEFORE_BOTH, _BACK_RHYMES))
    pairs |= set(product(("gi",), ("e", "em", "en", "eo", "ep", "et", "ê", "ên")))
    pairs |= {("qu", rhyme) for rhyme in _AFTER_QU} | {(onset, "y") for onset in _Y_ONSETS}
    return pairs | {("", rhyme) for rhyme in _Y_ALONE} | {("g", rhyme) for rhyme in _G_BEFORE_I}


def _written(onset: str, rhyme: str, tone: str) -> list[str]:
    """The ways to write a syllable: none when the tone cannot be, two where the mark may stand in two places."""
    if rhyme.endswith(_STOPPED) and tone not in _STOPPED_TONES:
        return []
    return [onset + normalize("NFC", rhyme[: at + 1] + tone + rhyme[at + 1 :]) for at in _tone_places(rhyme)]


def _tone_places(rhyme: str) -> list[int]:
    marked = [at for at, letter in enumerate(rhyme) if letter in _MARKED_VOWELS]
    if marked:
        return [marked[-1] if rhyme != "ưu" else 0]
    vowels = [at for at, letter in enumerate(rhyme) if letter in _VOWELS]
    if rhyme in _OPEN_PAIRS:
        return [0, 1]
    if len(vowels) < len(rhyme) or len(vowels) > 2:
        return [vowels[1] if len(vowels) > 1 else vowels[0]]
    return [vowels[0]]


def _without_marks(word: str) -> str:
    stripped = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return stripped.replace("đ", "d")
