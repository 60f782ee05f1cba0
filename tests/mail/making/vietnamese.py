"""Vietnamese text in the forms that letters carry besides NFC."""

import unicodedata

# The 74 letters of TCVN 5712:1993 as the .VnTime fonts draw them, and their codes in the same order.
TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3_CODES = bytes.fromhex(
    "a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9"
    "eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def with_combining_tones(text: str) -> str:
    """ "Unicode tổ hợp" as UniKey types it: â, ê, ô, ơ, ư, ă stay whole and the tone follows. It is not NFD."""
    return "".join(_letter_and_tone(character) for character in unicodedata.normalize("NFC", text))


def cp1258(text: str) -> bytes:
    """Text in windows-1258, which has no letter that carries both a hat and a tone."""
    return with_combining_tones(text).encode("cp1258")


def tcvn3(text: str) -> str:
    """Text as a reader who does not know TCVN3 sees it. Capitals with a tone do not exist there: they become small."""
    codes = dict(zip(TCVN3_LETTERS, TCVN3_CODES.decode("latin-1"), strict=True))
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)


def without_diacritics(text: str) -> str:
    """ASCII, as people type in haste."""
    bare = "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
    return bare.replace("đ", "d").replace("Đ", "D").encode("ascii", "replace").decode()


def _letter_and_tone(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character)
    tones = "".join(mark for mark in decomposed if mark in TONES)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
    return letter + tones
