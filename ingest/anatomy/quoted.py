"""What the person wrote: quoted history, signatures and automatic footers are set aside with a reason.

Conservation: every word is either kept or set aside, in the order of the source.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.anatomy.reply_lines import Forwarded, Judged, judge_lines
from ingest.source import SetAside
from tinbai.blocks import Block, Paragraph, Picture, Rule, Span, text_of

_QUOTE = re.compile(r"^>[ ]?", re.MULTILINE)

__all__ = ["Forwarded", "Reply", "forwarded_in", "set_quoted_aside", "split_reply"]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A letter's own text. `forwarded` says whose words these are when the letter passes them on."""

    text: str
    set_aside: Sequence[SetAside] = ()
    forwarded: Forwarded | None = None


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line of a block; `block` is its index, None for the empty line between two blocks."""

    text: str
    block: int | None


def split_reply(text: str, subject: str | None = None) -> Reply:
    """Split a plain text. The subject decides whether forwarded text is the content ("Fwd:") or history ("Re:")."""
    lines = text.split("\n")
    judged = judge_lines(lines, subject)
    kept = [
        _QUOTE.sub("", line) if number in judged.unquoted else line
        for number, (line, why) in enumerate(zip(lines, judged.why, strict=True))
        if why is None
    ]
    return Reply(
        text="\n".join(kept).strip("\n"),
        set_aside=_pieces(zip(lines, judged.why, strict=True)),
        forwarded=judged.forwarded,
    )


def set_quoted_aside(
    blocks: Sequence[Block], subject: str | None = None
) -> tuple[tuple[Block, ...], tuple[SetAside, ...]]:
    """The same for blocks. Of a paragraph whose lines are judged differently, the kept lines stay."""
    lines, judged = _judged_blocks(blocks, subject)
    kept: list[Block] = []
    kept_lines: list[list[bool]] = [[] for _ in blocks]
    quoted: set[int] = set()  # blocks that are content, though a program quoted them
    for number, (line, why) in enumerate(zip(lines, judged.why, strict=True)):
        if line.block is not None:
            kept_lines[line.block].append(why is None)
            quoted |= {line.block} if number in judged.unquoted else set()
    for number, (block, flags) in enumerate(zip(blocks, kept_lines, strict=True)):
        if all(flags):
            kept.append(_without_quote_marks(block) if number in quoted else block)
        elif any(flags) and isinstance(block, Paragraph):
            kept.append(_with_lines(block, flags))
    texts = ((line.text, why) for line, why in zip(lines, judged.why, strict=True))
    return tuple(kept), _pieces(texts)


def forwarded_in(blocks: Sequence[Block], subject: str | None = None) -> Forwarded | None:
    """Who had written what these blocks pass on; None when they pass nothing on."""
    return _judged_blocks(blocks, subject)[1].forwarded


def _judged_blocks(blocks: Sequence[Block], subject: str | None) -> tuple[list[_Line], Judged]:
    lines: list[_Line] = []
    for number, block in enumerate(blocks):
        if lines:
            lines.append(_Line(text="", block=None))
        lines += [_Line(text=text, block=number) for text in _text_lines(block)]
    judged = judge_lines([line.text for line in lines], subject)
    return lines, judged


def _text_lines(block: Block) -> list[str]:
    """A picture is no text, and is always kept; a table is one line, kept whole."""
    match block:
        case Rule(text=text):
            return [text or "-" * 10]
        case Picture():
            return []
        case Paragraph():
            return text_of(block).split("\n")
        case _:
            return [text_of(block).replace("\n", "\t")]


def _with_lines(paragraph: Paragraph, flags: Sequence[bool]) -> Paragraph:
    """The paragraph with only those of its lines that are flagged."""
    lines: list[list[Span]] = [[]]
    for span in paragraph.spans:
        first, *others = span.text.split("\n")
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=other)] for other in others]
    kept = [line for line, flag in zip(lines, flags, strict=True) if flag]
    spans: list[Span] = []
    for number, line in enumerate(kept):
        if number:
            spans.append(Span(text="\n"))
        spans += [span for span in line if span.text]
    return replace(paragraph, spans=tuple(spans))


def _without_quote_marks(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, spans=tuple(replace(span, text=_QUOTE.sub("", span.text)) for span in block.spans))


def _pieces(lines: Iterable[tuple[str, str | None]]) -> tuple[SetAside, ...]:
    """The lines set aside, those that follow each other for one reason as one piece."""
    pieces = []
    for why, run in groupby(lines, key=lambda line: line[1]):
        text = "\n".join(text for text, _ in run).strip("\n")
        if why is not None and text.strip():
            pieces.append(SetAside(text=text, why=why))
    return tuple(pieces)
