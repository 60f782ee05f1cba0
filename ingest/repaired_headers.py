"""A letter whose subject, plain text and names of files came in a legacy encoding, which no font tells: repaired.

Never in silence: what the subject and the files' names were before is told beside what was made of them.
"""

from dataclasses import replace

from ingest.letter import Letter, Part
from ingest.openers.names import MOST_TOLD, repaired_name, told, told_name
from ingest.vietnamese.repair import repair_loose
from tinbai.finding import Finding
from tinbai.text import clean_line, clean_text


def with_repaired_headers(letter: Letter) -> Letter:
    """The letter in Unicode, with a finding for each name that was converted."""
    named = with_repaired_names(letter)
    subject = repair_loose(letter.subject) if letter.subject else None
    about = told("tiêu đề thư", letter.subject, subject.text, subject.encoding) if subject and letter.subject else None
    return replace(
        named,
        subject=clean_line(subject.text) if subject is not None else letter.subject,
        text=clean_text(repair_loose(letter.text).text),
        findings=(*letter.findings, *([about] if about else []), *named.findings[len(letter.findings) :]),
    )


def with_repaired_names(letter: Letter) -> Letter:
    """The letter with the names of its files in Unicode, and a finding for each that was converted."""
    renamed = [_renamed(part) for part in letter.parts]
    names = {was.filename: part.filename for was, (part, _) in zip(letter.parts, renamed, strict=True)}
    findings = [finding for _, finding in renamed if finding is not None][:MOST_TOLD]
    parts = [replace(part, inside=names.get(part.inside or "", part.inside)) for part, _ in renamed]
    return replace(letter, parts=tuple(parts), findings=(*letter.findings, *findings))


def _renamed(part: Part) -> tuple[Part, Finding | None]:
    repaired = repaired_name(part.filename)
    filename = clean_line(repaired.text)
    if filename in {"", part.filename}:
        return part, None
    return replace(part, filename=filename), told_name(part.filename, filename, repaired.encoding)
