"""Eight-bit codes as a reader sees them who takes them for Latin-1 or Windows-1252: either may have been assumed."""

from collections.abc import Mapping


def letters_as_seen(table: Mapping[int, str]) -> dict[str, str]:
    """The letter for each character that a code of `table` is seen as, for str.translate."""
    seen = {chr(code): letter for code, letter in table.items()}
    for code, letter in table.items():
        western = bytes([code]).decode("cp1252", "ignore") if code >= 0x80 else ""
        if western and western not in seen:
            seen[western] = letter
    return seen
