"""From the raw blocks of an opener to a source: encodings repaired, spaces folded, lines of dashes made rules."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.openers.unreadable import about_attachment
from ingest.source import BODY, SetAside, Source
from ingest.vietnamese.repair_blocks import repair_blocks
from tinbai.blocks import Block, Paragraph, Rule, Span, Table, text_of
from tinbai.finding import Finding
from tinbai.vietnamese.encoding import Encoding

_RULE = re.compile(r"^[-–—_*=~#.•+\s]*$")
_RULE_SIGNS = re.compile(r"[-–—_*=~#•+]")
_SHORTEST_RULE = 3
_NAMES = {
    Encoding.TCVN3: "TCVN3 (ABC)",
    Encoding.VNI: "VNI",
    Encoding.MIXED: "nhiều bảng mã cũ khác nhau",
    Encoding.VISCII: "VISCII",
    Encoding.VPS: "VPS",
    Encoding.VIQR: "VIQR",
}


@dataclass(frozen=True, kw_only=True)
class Aside:
    """Raw blocks that came with a text and do not belong in the article, and why (Vietnamese)."""

    blocks: Sequence[Block]
    why: str


def finish(name: str, blocks: Sequence[Block], asides: Sequence[Aside] = ()) -> Source:
    """The source named `name`, made of an opener's raw blocks."""
    repaired = repair_blocks(blocks)
    return Source(
        name=name,
        blocks=tidied(repaired.blocks),
        encoding=repaired.encoding,
        original=repaired.original,
        set_aside=[
            SetAside(text=text, why=aside.why)
            for aside in asides
            if (text := "\n".join(map(text_of, tidied(repair_blocks(aside.blocks).blocks))))
        ],
    )


def conversion_findings(source: Source) -> list[Finding]:
    """Whether the text was repaired: never in silence."""
    if source.encoding is Encoding.UNICODE:
        return []
    where = "lời thư" if source.name == BODY else f"tệp {source.name}"
    return [conversion_finding(source.encoding, where)]


def conversion_finding(encoding: Encoding, where: str) -> Finding:
    """That what is called `where` came in `encoding` and was made Unicode."""
    message = f"Đã chuyển mã từ {_NAMES[encoding]}: {where} – đề nghị soát lại"
    return about_attachment("encoding_converted", message)


def tidied(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with spaces folded, without empty paragraphs; a line of dashes or asterisks becomes a rule."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            kept.extend(_tidy_paragraph(block))
        elif isinstance(block, Table):
            kept.append(_tidy_table(block))
        else:
            kept.append(block)
    return kept


def _tidy_paragraph(paragraph: Paragraph) -> list[Block]:
    text = text_of(paragraph).strip()
    if not text:
        return []
    if paragraph.list_level is None and is_rule(text):
        return [Rule(text=" ".join(text.split()))]
    return [replace(paragraph, spans=_folded(paragraph.spans))]


def is_rule(text: str) -> bool:
    """Whether a line is only drawn, to divide what stands above from what stands below."""
    return len(_RULE_SIGNS.findall(text)) >= _SHORTEST_RULE and _RULE.match(text) is not None and "..." not in text


def _folded(spans: Sequence[Span]) -> list[Span]:
    """Spans with runs of spaces folded to one, across spans too, and none at either end or around a line break."""
    folded: list[Span] = []
    before = "\n"
    for span in spans:
        text = re.sub(r"[ \t]+", " ", re.sub(r"[ \t]*\n[ \t]*", "\n", span.text))
        if before in " \n":
            text = text.lstrip(" ")
        if before == "\n" and not folded:
            text = text.lstrip()
        if text.startswith("\n") and folded and before == " ":
            folded[-1] = replace(folded[-1], text=folded[-1].text.rstrip(" "))
        if text:
            folded.append(span if text == span.text else replace(span, text=text))
            before = text[-1]
    return _without_trailing_space(folded)


def _without_trailing_space(spans: list[Span]) -> list[Span]:
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
    return [span for span in spans if span.text]


def _tidy_table(table: Table) -> Table:
    return Table(rows=[[replace(cell, blocks=tidied(cell.blocks)) for cell in row] for row in table.rows])
