"""The two places of the tone mark in open "oa", "oe", "uy": hòa (old) and hoà (new). Both are right.

Quyết định 1989/QĐ-BGDĐT teaches the new one, laws and newspapers write the old one. "qu" is no vowel: "quý", "quả"
have one place only.
"""

import re
from unicodedata import normalize

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEW_OPEN = re.compile(rf"(?<![qQ])([oO])([aAeE])([{_TONES}])(?!\w)|(?<![qQ])([uU])([yY])([{_TONES}])(?!\w)")
_OLD_OPEN = re.compile(rf"(?<![qQ])([oO])([{_TONES}])([aAeE])(?!\w)|(?<![qQ])([uU])([{_TONES}])([yY])(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_MAY_BE = re.compile(r"[oóòỏõọOÓÒỎÕỌ][aáàảãạAÁÀẢÃẠeéèẻẽẹEÉÈẺẼẸ]\b|[uúùủũụUÚÙỦŨỤ][yýỳỷỹỵYÝỲỶỸỴ]\b")


def old_style(text: str) -> str:
    """`text` (NFC) with every such mark on the first vowel."""
    if not _MAY_BE.search(text):
        return text
    return _WORD.sub(_to_old, text)


def is_old(word: str) -> bool:
    """Whether a word is one of the old style that the new one writes otherwise."""
    return bool(_MAY_BE.search(word) and _OLD_OPEN.search(normalize("NFD", word)))


def is_new(word: str) -> bool:
    """Whether a word is one of the new style that the old one writes otherwise."""
    return bool(_MAY_BE.search(word) and _NEW_OPEN.search(normalize("NFD", word)))


def _to_old(word: re.Match[str]) -> str:
    if not _MAY_BE.search(word[0]):
        return word[0]
    return normalize("NFC", _NEW_OPEN.sub(r"\1\3\2\4\6\5", normalize("NFD", word[0])))
