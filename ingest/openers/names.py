"""Names of files in a legacy encoding, which no font tells: made readable, never in silence."""

from ingest.openers.finish import conversion_finding
from ingest.vietnamese.repair import Repaired, repair_loose
from tinbai.finding import Finding
from tinbai.text import clean_line
from tinbai.vietnamese.encoding import Encoding

LONGEST_SHOWN = 120  # characters of an original
MOST_TOLD = 20  # names of files in one letter, or in one container


def repaired_name(name: str) -> Repaired:
    """The name, which may be a path, in Unicode. Its ending is no word of its language."""
    stem, ending = _parted(name)
    repaired = repair_loose(stem)
    return Repaired(text=f"{repaired.text}{ending}", encoding=repaired.encoding, confidence=repaired.confidence)


def told(what: str, before: str, after: str, encoding: Encoding) -> Finding | None:
    """A finding that shows both; None where only the form of the letters changed."""
    if encoding is Encoding.UNICODE or after == before:
        return None
    return conversion_finding(encoding, f"{what} “{_short(after)}” (trong thư gốc: “{_short(before)}”)")


def told_name(before: str, after: str, encoding: Encoding) -> Finding | None:
    """The same, of a file's name."""
    return told("tên tệp", before, after, encoding)


def _parted(name: str) -> tuple[str, str]:
    stem, _, ending = name.rpartition(".")
    return (stem, f".{ending}") if stem and ending.isascii() and ending.isalnum() else (name, "")


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
