"""Cutting paragraphs without losing their marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tinbai.blocks import Paragraph, Span


def split_at(spans: Sequence[Span], cuts: Iterable[int]) -> list[list[Span]]:
    """The spans in pieces, cut at the given offsets (ascending) of their joined text."""
    pieces: list[list[Span]] = [[]]
    waiting = iter(cuts)
    cut = next(waiting, None)
    start = 0
    for span in spans:
        rest = span
        while cut is not None and cut < start + len(rest.text):
            pieces[-1].append(replace(rest, text=rest.text[: cut - start]))
            pieces.append([])
            rest = replace(rest, text=rest.text[cut - start :])
            start, cut = cut, next(waiting, None)
        pieces[-1].append(rest)
        start += len(rest.text)
    return pieces


def stripped(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without whitespace at their two ends and without empty ones."""
    kept = [span for span in spans if span.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def substituted(paragraph: Paragraph, pattern: re.Pattern[str], by: str) -> Paragraph:
    """The paragraph with every match within a span replaced."""
    spans = tuple(replace(span, text=pattern.sub(by, span.text)) for span in paragraph.spans)
    return replace(paragraph, spans=stripped(spans))


def inked(paragraph: Paragraph) -> Iterator[Span]:
    """The spans that show anything: their marks decide how a paragraph looks."""
    return (span for span in paragraph.spans if any(letter.isalnum() for letter in span.text))


def is_bold(paragraph: Paragraph) -> bool:
    """Whether all that shows is bold."""
    marks = [span.bold for span in inked(paragraph)]
    return bool(marks) and all(marks)


def is_italic(paragraph: Paragraph) -> bool:
    """Whether all that shows is italic."""
    marks = [span.italic for span in inked(paragraph)]
    return bool(marks) and all(marks)
