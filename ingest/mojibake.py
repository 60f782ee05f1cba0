"""UTF-8 that was once read as Windows-1252 or Windows-1258 and encoded again ("Viá»‡t" for "Việt").

Careful, because text in a legacy Vietnamese font is made of the same letters: a line is changed only where every
letter beyond ASCII belongs to a sequence that is UTF-8, and the sequences are several or long.
"""

import re

_CODE_PAGES = ("cp1252", "cp1258")
_MOST_TIMES = 3  # each program on the way may have done it once more


def _letters(codec: str, first: int, last: int) -> str:
    """The letters that bytes `first` to `last` become; what the code page leaves open stands for itself."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(first, last + 1))


def _sequences(codec: str) -> re.Pattern[str]:
    follow = f"[{re.escape(_letters(codec, 0x80, 0xBF))}\x80-\x9f]"
    two = f"[{re.escape(_letters(codec, 0xC2, 0xDF))}]{follow}"
    three = f"[{re.escape(_letters(codec, 0xE0, 0xEF))}]{follow}{{2}}"
    four = f"[{re.escape(_letters(codec, 0xF0, 0xF4))}]{follow}{{3}}"
    return re.compile(f"{two}|{three}|{four}")


_SEQUENCES = {codec: _sequences(codec) for codec in _CODE_PAGES}
_TRANSLATIONS = {
    codec: {ord(letter): 0x80 + place for place, letter in enumerate(_letters(codec, 0x80, 0xFF))}
    for codec in _CODE_PAGES
}
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")


def undo_double_encoding(text: str) -> str:
    """`text` with its double-encoded lines repaired, the others untouched."""
    for _ in range(_MOST_TIMES):
        if text.isascii() or not any(sequences.search(text) for sequences in _SEQUENCES.values()):
            break
        text = "\n".join(_repaired(line) for line in text.split("\n"))
    return text


def _repaired(line: str) -> str:
    for codec, sequences in _SEQUENCES.items():
        found = sequences.findall(line)
        if not found or _BEYOND_ASCII.search(sequences.sub("", line)):
            continue
        if len(found) < 2 and len(found[0]) < 3:
            continue
        try:
            return line.translate(_TRANSLATIONS[codec]).encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
    return line
