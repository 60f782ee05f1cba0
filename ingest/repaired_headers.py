"""A letter whose subject, plain text and names of files came in a legacy encoding, which no font tells: repaired.

Never in silence: what the subject and the files' names were before is told beside what was made of them.
"""

from dataclasses import replace

from ingest.letter import Letter, Part
from ingest.openers.finish import conversion_finding
from ingest.source import Encoding
from ingest.vietnamese.repair import Repaired, repair_loose
from tinbai.finding import Finding
from tinbai.text import clean_line, clean_text

LONGEST_SHOWN = 120  # characters of an original
MOST_TOLD = 20  # names of files


def with_repaired_headers(letter: Letter) -> Letter:
    """The letter in Unicode, with a finding for each name that was converted."""
    subject = repair_loose(letter.subject) if letter.subject else None
    renamed = [_renamed(part) for part in letter.parts]
    told = [finding for _, finding in renamed if finding is not None][:MOST_TOLD]
    if subject is not None and letter.subject:
        told[:0] = filter(None, [_told("tiêu đề thư", letter.subject, subject)])
    return replace(
        letter,
        subject=clean_line(subject.text) if subject is not None else letter.subject,
        text=clean_text(repair_loose(letter.text).text),
        parts=tuple(part for part, _ in renamed),
        findings=(*letter.findings, *told),
    )


def _renamed(part: Part) -> tuple[Part, Finding | None]:
    stem, ending = _parted(part.filename)  # "jpg" is no word of the name's language
    repaired = repair_loose(stem)
    filename = clean_line(f"{repaired.text}{ending}")
    if filename in {"", part.filename}:
        return part, None
    return replace(part, filename=filename), _told("tên tệp", part.filename, replace(repaired, text=filename))


def _parted(filename: str) -> tuple[str, str]:
    stem, _, ending = filename.rpartition(".")
    return (stem, f".{ending}") if stem and ending.isascii() and ending.isalnum() else (filename, "")


def _told(what: str, before: str, repaired: Repaired) -> Finding | None:
    """A finding that shows both; None where only the form of the letters changed."""
    if repaired.encoding is Encoding.UNICODE or repaired.text == before:
        return None
    where = f"{what} “{_short(repaired.text)}” (trong thư gốc: “{_short(before)}”)"
    return conversion_finding(repaired.encoding, where)


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
