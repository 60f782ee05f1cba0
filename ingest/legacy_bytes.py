"""Eight-bit bytes without a label that can be believed: Windows-1258, VISCII, or Windows-1252.

Text in a legacy font (TCVN3, VNI) is made of Windows-1252 letters, and stays so here.
"""

import re

from tinbai.text import nfc
from tinbai.vietnamese.detect import detect, marked_words, share_of_syllables
from tinbai.vietnamese.encoding import Encoding
from tinbai.vietnamese.viscii_charset import decode_viscii

_MARKED = re.compile("(.)[\u0300\u0301\u0303\u0309\u0323]")
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯYàáéíóúýÀÁÉÍÓÚÝ")
_ONLY_VIETNAMESE = frozenset("đĐăĂơƠưƯ")
_FONTS = (Encoding.TCVN3, Encoding.VNI)
_ENOUGH_WORDS = 3
_SURELY = 0.9
_HARDLY = 0.5
_SAMPLE = 20_000


def guessed(data: bytes) -> str:
    """The text of `data`. Its marks may still stand apart: NFC comes after.

    The bytes that Windows-1252 leaves open stand for themselves, so that nothing is lost to a later repair.
    """
    if data.isascii():
        return data.decode("ascii")
    western = open_as_themselves(data)
    drawn = detect(western).encoding in _FONTS
    vietnamese = data.decode("cp1258", "replace")
    if _is_windows_1258(vietnamese, drawn=drawn):
        return vietnamese
    return decode_viscii(data) if not drawn and _is_viscii(data, western) else western


def is_font_text(data: bytes) -> bool:
    """Whether `data`, labelled Windows-1258, is in a legacy font: such texts are sent under that label."""
    sample = data[:_SAMPLE]
    read_as_labelled = share_of_syllables(marked_words(nfc(sample.decode("cp1258", "replace"))))
    return read_as_labelled < _HARDLY and detect(open_as_themselves(sample)).encoding in _FONTS


def open_as_themselves(data: bytes) -> str:
    """Windows-1252, whose five open codes stand for the controls of that number, as in every browser."""
    return data.decode("latin-1").translate(_WINDOWS_1252)


def _is_windows_1258(text: str, *, drawn: bool) -> bool:
    """Whether every combining mark stands after a Vietnamese vowel, and the words are Vietnamese."""
    marked = [found[1] for found in _MARKED.finditer(text)]
    if not marked or not _VOWELS.issuperset(marked):
        return False
    if len(marked) > 1 and not _ONLY_VIETNAMESE.isdisjoint(text):
        return True
    return not drawn and share_of_syllables(marked_words(nfc(text[:_SAMPLE]))) == 1


def _is_viscii(data: bytes, western: str) -> bool:
    """Whether its words are syllables in VISCII and hardly any is in Windows-1252."""
    words = marked_words(decode_viscii(data[:_SAMPLE]))
    if len(words) < _ENOUGH_WORDS or share_of_syllables(words) < _SURELY:
        return False
    return share_of_syllables(marked_words(western[:_SAMPLE])) <= _HARDLY


_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
