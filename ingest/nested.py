"""A letter that came as a part of another: its text is a source like a document's, its attachments are parts.

Who passes a letter on is not its author: the letter says itself who wrote it, or whose words it passes on in turn.
"""

from dataclasses import replace

from ingest.anatomy.letter_text import read_letter_text
from ingest.body import body_source
from ingest.letter import Letter, Part
from ingest.openers.msg import mail_in_msg
from ingest.openers.sniff import Form, form_of
from ingest.parse import parse
from ingest.repaired_headers import with_repaired_names
from ingest.source import Opened, Source
from ingest.structure import NESTED
from tinbai.limits import Limits


def is_letter(part: Part) -> bool:
    """Whether a part is a letter: mail or Outlook's .msg by its content, or text under a letter's type."""
    form = form_of(part.content)
    return form in (Form.MAIL, Form.MSG) or (form is Form.TEXT and part.media_type in NESTED)


def open_nested(part: Part, limits: Limits) -> Opened:
    """The text and the attachments of the letter in `part`. Raises UnreadableError."""
    raw = mail_in_msg(part, limits) if form_of(part.content) is Form.MSG else part.content
    letter = with_repaired_names(parse(raw, limits))
    body = body_source(letter, limits)
    parts = [replace(inner, inside=inner.inside or part.filename) for inner in letter.parts]
    source = _trimmed(body.source, letter, part) if body.source and letter.text.strip() else None
    origin = source.origin if source else letter.sender
    return Opened(source=source, parts=parts, findings=[*letter.findings, *body.findings], origin=origin)


def _trimmed(source: Source, letter: Letter, part: Part) -> Source:
    """Its quoted history and signature set aside, as with the letter around it; what it passes on is its content."""
    read = read_letter_text(source, letter.subject, answers=bool(letter.in_reply_to))
    return replace(
        source,
        name=part.filename,
        blocks=[block for _, block in read.sheet.left()],
        set_aside=[*read.sheet.pieces(), *read.quoted],
        origin=read.forwarded_from or letter.sender,
    )
