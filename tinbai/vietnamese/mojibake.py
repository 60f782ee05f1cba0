"""UTF-8 that somebody read as windows-1252 or Latin-1 ("Tiáº¿ng Viá»‡t")."""

import re

from tinbai.vietnamese.detect import marked_words, share_of_syllables


def _as_read(byte: int) -> set[str]:
    """The characters that a byte becomes when it is read as windows-1252, or as Latin-1."""
    return {bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)), chr(byte)}


_BYTE_OF = {character: byte for byte in range(0x80, 0x100) for character in _as_read(byte)}


def _class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(c) for c, byte in _BYTE_OF.items() if first <= byte <= last) + "]"


_NEXT = _class(0x80, 0xBF)
_SEQUENCE = re.compile(
    f"{_class(0xE0, 0xEF)}{_NEXT}{_NEXT}|{_class(0xC2, 0xDF)}{_NEXT}|Ã (?=[a-z\\s])|{_class(0xF0, 0xF4)}{_NEXT}{{3}}"
)


def unread(text: str) -> str:
    """`text` with such characters put right, where more Vietnamese words come of it; else `text` itself."""
    if not _SEQUENCE.search(text):
        return text
    repaired = _SEQUENCE.sub(_decoded, text)
    better = share_of_syllables(marked_words(repaired)) > share_of_syllables(marked_words(text))
    return repaired if better else text


def _decoded(found: re.Match[str]) -> str:
    """The character of one sequence. The no-break space of "à" (C3 A0) often became a plain one on the way."""
    if found.group() == "Ã ":
        return "à"
    try:
        return bytes(_BYTE_OF[character] for character in found.group()).decode("utf-8")
    except UnicodeDecodeError:
        return found.group()
