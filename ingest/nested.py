"""A letter that came as a part of another: its text is a source like a document's, its attachments are parts."""

from dataclasses import replace

from ingest.body import body_source
from ingest.letter import Part
from ingest.parse import parse
from ingest.source import Opened
from tinbai.limits import Limits


def open_nested(part: Part, limits: Limits) -> Opened:
    """The text and the attachments of the letter in `part`."""
    letter = parse(part.content, limits)
    body = body_source(letter, limits)
    parts = [replace(inner, inside=inner.inside or part.filename) for inner in letter.parts]
    source = replace(body.source, name=part.filename) if body.source and letter.text.strip() else None
    return Opened(source=source, parts=parts, findings=body.findings)
