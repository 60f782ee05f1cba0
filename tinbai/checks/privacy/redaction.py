"""How what is private is proposed to be covered."""

from tinbai.text import fold


def initials(name: str) -> str:
    """The first letters of a name, without marks: "T.T.A.D"."""
    return ".".join(fold(syllable)[:1].upper() for syllable in name.split())


def covered(number: str) -> str:
    """The first three digits of a number; stars for the others, signs between them kept."""
    seen = 0
    letters = []
    for letter in number:
        seen += letter.isdigit()
        letters.append("*" if letter.isdigit() and seen > 3 else letter)
    return "".join(letters)
