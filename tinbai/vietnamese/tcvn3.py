"""TCVN3, also called ABC: one byte a letter, drawn by fonts named `.Vn...`.

The table is that of TCVN 5712:1993 (VN1, as in glibc's charmap TCVN5712-1), less the upper-case letters with tones,
which these fonts do not have: they write them in lower case and draw capitals with a second font, named `...H`.
"""

_ROWS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}

# Word keeps the letters of fonts that it takes for symbol fonts in the private use area, and the text layer of a PDF
# shows the soft hyphen (ư) as a minus sign and the middle dot (ã) as a bullet operator.
_PRIVATE_USE = 0xF000
_AS_SEEN_ELSEWHERE = {"\u2212": "ư", "\u2219": "ã"}

LETTERS: dict[str, str] = {
    chr(first + offset): letter for first, row in _ROWS.items() for offset, letter in enumerate(row)
}
_TABLE = str.maketrans(
    LETTERS | {chr(_PRIVATE_USE + ord(code)): letter for code, letter in LETTERS.items()} | _AS_SEEN_ELSEWHERE
)


def decode(text: str) -> str:
    """Unicode of `text`, whose characters are TCVN3 codes read as Latin-1. Each character stays one character."""
    return text.translate(_TABLE)
