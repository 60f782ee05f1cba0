"""What the person wrote: quoted history, signatures and automatic footers are set aside with a reason.

Conservation: every word is either kept or set aside, in the order of the source.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.anatomy.mail_headers import Forwarded
from ingest.anatomy.reply_lines import Judged, judge_lines
from ingest.source import SetAside
from tinbai.blocks import Block, Cell, Paragraph, Picture, Role, Rule, Span, Table, text_of

_QUOTE = re.compile(r"^>[ ]?", re.MULTILINE)
_QUOTE_BELOW = re.compile(r"(?<=\n)>[ ]?")


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line of a block; `block` is its index, None for the empty line between two blocks."""

    text: str
    block: int | None


@dataclass(frozen=True, kw_only=True)
class BlockReply:
    """A letter's own text. `forwarded` says whose words these are when the letter passes them on.

    From `blocks[passed_on]` on they are what was forwarded; it is 0 when nothing was.
    """

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    forwarded: Forwarded | None = None
    passed_on: int = 0


def split_blocks(blocks: Sequence[Block], subject: str | None = None, *, answers: bool = False) -> BlockReply:
    """Split blocks; of a paragraph whose lines are judged differently, the kept lines stay.

    The subject decides whether forwarded text is the content ("Fwd:") or history ("Re:"). `answers`: the letter's
    header names the one that it follows (In-Reply-To, References).
    """
    lines, judged = _judged_blocks(blocks, subject, answers=answers)
    kept: list[Block] = []
    passed_on = 0
    for block, numbers in zip(blocks, _lines_of_each(lines, len(blocks)), strict=True):
        if judged.passed_on and not passed_on and numbers and numbers[0] >= judged.passed_on:
            passed_on = len(kept)
        flags = [judged.why[number] is None for number in numbers]
        if all(flags):
            kept.append(_without_quote_marks(block) if judged.unquoted.intersection(numbers) else block)
        elif any(flags) and isinstance(block, Paragraph):
            kept.append(_with_lines(block, flags))
    pieces = _pieces((line.text, why) for line, why in zip(lines, judged.why, strict=True))
    return BlockReply(blocks=tuple(kept), set_aside=pieces, forwarded=judged.forwarded, passed_on=passed_on)


def _lines_of_each(lines: Sequence[_Line], count: int) -> list[list[int]]:
    """The numbers of the lines of each block."""
    found: list[list[int]] = [[] for _ in range(count)]
    for number, line in enumerate(lines):
        if line.block is not None:
            found[line.block].append(number)
    return found


def _judged_blocks(blocks: Sequence[Block], subject: str | None, *, answers: bool) -> tuple[list[_Line], Judged]:
    lines: list[_Line] = []
    roles: dict[int, Role] = {}
    for number, block in enumerate(blocks):
        if lines:
            lines.append(_Line(text="", block=None))
        role = _role_of(block)
        for text in _text_lines(block):
            if role:
                roles[len(lines)] = role
            lines.append(_Line(text=text, block=number))
    return lines, judge_lines([line.text for line in lines], subject, roles, answers=answers)


def _role_of(block: Block) -> Role | None:
    """A table has the role that all in it has."""
    match block:
        case Paragraph(role=role):
            return role
        case Table(rows=rows):
            roles = {_role_of(inner) for row in rows for cell in row for inner in cell.blocks}
            return roles.pop() if len(roles) == 1 else None
        case _:
            return None


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
    match block:
        case Paragraph(spans=spans):
            return replace(block, spans=_spans_without_quote_marks(spans))
        case Table(rows=rows):
            return Table(rows=[[_cell_without_quote_marks(cell) for cell in row] for row in rows])
        case _:
            return block


def _spans_without_quote_marks(spans: Sequence[Span]) -> tuple[Span, ...]:
    """A quotation mark stands where a line begins, and not where only a span does."""
    found: list[Span] = []
    begins = True
    for span in spans:
        text = _QUOTE.sub("", span.text) if begins else _QUOTE_BELOW.sub("", span.text)
        begins = span.text.endswith("\n") if span.text else begins
        found.append(replace(span, text=text))
    return tuple(found)


def _cell_without_quote_marks(cell: Cell) -> Cell:
    return replace(cell, blocks=[_without_quote_marks(block) for block in cell.blocks])


def _pieces(lines: Iterable[tuple[str, str | None]]) -> tuple[SetAside, ...]:
    """The lines set aside, those that follow each other for one reason as one piece."""
    pieces = []
    for why, run in groupby(lines, key=lambda line: line[1]):
        text = "\n".join(text for text, _ in run).strip("\n")
        if why is not None and text.strip():
            pieces.append(SetAside(text=text, why=why))
    return tuple(pieces)
