"""Plain text: lines to paragraphs, lines of dashes or asterisks to rules."""

import re
from dataclasses import replace

from ingest.letter import Part
from ingest.openers.finish import conversion_findings, finish, is_rule, tidied
from ingest.openers.paragraphs_of_lines import paragraphs_of_lines
from ingest.source import BODY, Opened, Source
from ingest.vietnamese.normal import normal
from ingest.vietnamese.repair import repair_loose
from tinbai.blocks import Align, Block, Paragraph, Rule, Span, plain
from tinbai.limits import Limits
from tinbai.vietnamese.encoding import Encoding
from tinbai.vietnamese.mojibake import unread

_MOST_LINES = 5_000  # no article is so long; what comes after them is one block
_RIGHT_FROM, _RIGHT_END, _LONGEST_RIGHT = 25, 60, 60  # columns; what is centred by spaces begins and ends before
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")


def open_plain(part: Part, limits: Limits) -> Opened:
    """A text file that came along."""
    text = decoded_text(part.content[: limits.document_xml_bytes])
    source = plain_source(text, name=part.filename)
    return Opened(source=source, findings=conversion_findings(source))


def plain_source(text: str, *, name: str = BODY) -> Source:
    """Plain text as a source; a legacy encoding is told by the content and repaired."""
    repaired = repair_loose(text)
    blocks = _blocks(repaired.text)
    if repaired.encoding is Encoding.UNICODE:
        return finish(name, blocks)
    return Source(name=name, blocks=tidied(blocks), encoding=repaired.encoding, original=text)


def _blocks(text: str) -> list[Block]:
    """Rules first, so that no line of dashes is joined to the paragraph above it."""
    blocks: list[Block] = []
    lines: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n", _MOST_LINES), "---"]:
        if is_rule(line.strip()):
            blocks.extend(_paragraph(paragraph) for paragraph in paragraphs_of_lines(lines))
            blocks.append(Rule(text=line.strip()))
            lines = []
        else:
            lines.append(line)
    return blocks[:-1]


def _paragraph(text: str) -> Paragraph:
    """A paragraph whose web addresses are links; a short one far to the right was put there."""
    if text[:_RIGHT_FROM].isspace() and len(text.strip()) <= _LONGEST_RIGHT and len(text.rstrip()) >= _RIGHT_END:
        return replace(plain(text), align=Align.RIGHT)
    spans: list[Span] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        spans += [Span(text=text[end : address.start()]), Span(text=address.group(), link=address.group())]
        end = address.end()
    spans.append(Span(text=text[end:]))
    return Paragraph(spans=[span for span in spans if span.text]) if end else plain(text)


def decoded_text(content: bytes) -> str:
    """Bytes to text: by the byte order mark, then UTF-8, then whichever single-byte reading gives Vietnamese."""
    for mark, charset in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if content.startswith(mark):
            return content[len(mark) :].decode(charset, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        latin = unread(content.decode("latin-1"))
        if repair_loose(latin).encoding is not Encoding.UNICODE:
            return latin
        return normal(content.decode("cp1258", "replace"))
