"""Paragraphs as they were meant: a line break that somebody typed parts them, one that a program wrapped does not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.anatomy.spans import split_at, stripped
from tinbai.blocks import Block, Paragraph, Rule, Span, text_of

NARROWEST_WRAP = 55
WIDEST_WRAP = 100
STARRED = re.compile(r"(?P<sign>[*_])(?P<text>[^\s*_](?:[^*_\n]*[^\s*_])?)(?P=sign)")
DOUBLY_STARRED = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")  # as programs that write texts mark what is bold
MOST_LINES = 5_000  # of one paragraph; nobody typed more, and each would become a paragraph


def split_lines(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with paragraphs parted at the line breaks that were meant; empty paragraphs are left out."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield from _paragraphs(block)
        case Rule(text=text) if any(letter.isalpha() for letter in text):
            yield Paragraph(spans=(Span(text=text),))
        case _:
            yield block


def _paragraphs(paragraph: Paragraph) -> Iterator[Paragraph]:
    text = text_of(paragraph)
    if not text.strip():
        return
    parts = paragraph.list_level is None and text.count("\n") <= MOST_LINES
    meant, wrapped = _breaks(text.split("\n")) if parts else ((), ())
    joined = _without_breaks(paragraph.spans, set(wrapped)) if wrapped else paragraph.spans
    for spans in split_at(joined, meant):
        if kept := stripped(spans):
            yield replace(paragraph, spans=_unstarred(kept))


def _unstarred(spans: Sequence[Span]) -> Sequence[Span]:
    """A line as it was dressed before a program made plain text of it: "*bold*", "_italic_", "**bold** in a line"."""
    text = "".join(span.text for span in spans)
    if len(spans) == 1 and DOUBLY_STARRED.search(text):
        pieces = DOUBLY_STARRED.split(text)  # plain, bold, plain, bold, ..., plain
        return [replace(spans[0], text=piece, bold=bool(n % 2)) for n, piece in enumerate(pieces) if piece]
    match = STARRED.fullmatch(text)
    if match is None or len(spans) > 1:
        return spans
    return (replace(spans[0], text=match["text"], bold=match["sign"] == "*", italic=match["sign"] == "_"),)


def _breaks(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """Offsets of the line breaks that part paragraphs, and of those that only end a full line."""
    width = max(map(len, lines))
    wrapping = NARROWEST_WRAP <= width <= WIDEST_WRAP
    meant: list[int] = []
    wrapped: list[int] = []
    offset = 0
    for line, following in pairwise(lines):
        offset += len(line)
        first_word = following.split(" ", 1)[0]
        full = wrapping and bool(line.strip()) and bool(first_word) and len(line) + 1 + len(first_word) > width - 3
        (wrapped if full else meant).append(offset)
        offset += 1
    return meant, wrapped


def _without_breaks(spans: Iterable[Span], offsets: set[int]) -> list[Span]:
    joined, start = [], 0
    for span in spans:
        letters = list(span.text)
        for place, letter in enumerate(letters):
            if letter == "\n" and start + place in offsets:
                letters[place] = " "
        joined.append(replace(span, text="".join(letters)))
        start += len(span.text)
    return joined
