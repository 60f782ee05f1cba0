"""Repair of a source: blocks of ink become blocks of Unicode spans.

Word cuts a paragraph into runs wherever it likes, in the middle of a syllable too. So runs that look alike are joined
first, a mark goes to the run of its letter, and what has no telling font is judged by the paragraph and by the rest
of the source together.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from unicodedata import combining

from ingest.vietnamese.fonts import draws_capitals, encoding_of
from ingest.vietnamese.ink import Ink
from ingest.vietnamese.repair import beyond_ascii, contradicts_font, decoded, decoded_as, dominant
from ingest.vietnamese.wished import wished
from tinbai.blocks import Block, Paragraph, Span, Table, text_of
from tinbai.vietnamese import vni
from tinbai.vietnamese.detect import DECODERS, detect, has_unicode_vietnamese
from tinbai.vietnamese.encoding import Encoding


@dataclass(frozen=True, kw_only=True)
class RepairedBlocks:
    """Blocks in Unicode, the encoding they came in, and their text before when that was not Unicode."""

    blocks: Sequence[Block]
    encoding: Encoding
    original: str | None


def repair_blocks(blocks: Sequence[Block]) -> RepairedBlocks:
    """Repair every paragraph of `blocks`, those in table cells too."""
    if (wish := wished()) is not None:
        return _as_wished(blocks, wish)
    expected = _expected(blocks)
    weights: Counter[Encoding] = Counter()
    repaired = [
        _map_paragraphs(each, lambda one: replace(one, spans=_repair_spans(one.spans, expected, weights)))
        for each in blocks
    ]
    encoding = dominant(weights)
    original = None if encoding is Encoding.UNICODE else "\n".join(map(text_of, blocks))
    return RepairedBlocks(blocks=repaired, encoding=encoding, original=original)


def _as_wished(blocks: Sequence[Block], wish: Encoding) -> RepairedBlocks:
    """Every run read as the editor wants it; a font that draws capitals still does."""
    original = "\n".join(map(text_of, blocks))
    repaired = [_map_paragraphs(block, lambda paragraph: _wished_paragraph(paragraph, wish)) for block in blocks]
    same = "\n".join(map(text_of, repaired)) == original
    return RepairedBlocks(
        blocks=repaired, encoding=Encoding.UNICODE if same else wish, original=None if same else original
    )


def _wished_paragraph(paragraph: Paragraph, wish: Encoding) -> Paragraph:
    spans = []
    for ink in _with_their_marks(_joined(paragraph.spans)):
        text = decoded_as(ink.text, wish)
        spans.append(_plain_span(ink, text.upper() if wish is Encoding.TCVN3 and draws_capitals(ink.font) else text))
    return replace(paragraph, spans=spans)


def _map_paragraphs(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return change(block)
    if isinstance(block, Table):
        rows = [
            [replace(cell, blocks=[_map_paragraphs(inner, change) for inner in cell.blocks]) for cell in row]
            for row in block.rows
        ]
        return Table(rows=rows)
    return block


def _expected(blocks: Sequence[Block]) -> Encoding | None:
    """The legacy encoding that the source as a whole seems to be in: by its fonts, else by what has no telling font."""
    drawn: Counter[Encoding] = Counter()
    loose: list[str] = []
    for paragraph in _paragraphs(blocks):
        for span in paragraph.spans:
            encoding = encoding_of(_font(span))
            if encoding is not None:
                drawn[encoding] += len(span.text)
        text = text_of(paragraph)
        if not text.isascii() and not has_unicode_vietnamese(text):
            loose.append(text)
    if drawn:
        return drawn.most_common(1)[0][0]
    encoding = detect("\n".join(loose)).encoding
    return encoding if encoding in DECODERS else None


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell.blocks)


def _repair_spans(spans: Sequence[Span], expected: Encoding | None, weights: Counter[Encoding]) -> list[Span]:
    inks = _with_their_marks(_joined(spans))
    encodings = _encodings(inks, expected)
    repaired = []
    for ink, encoding in zip(inks, encodings, strict=True):
        weights[encoding] += beyond_ascii(ink.text)
        capitals = encoding is Encoding.TCVN3 and draws_capitals(ink.font)
        repaired.append(_plain_span(ink, decoded(ink.text, encoding, capitals=capitals)))
    return repaired


def _joined(spans: Sequence[Span]) -> list[Ink]:
    """The spans as ink, neighbours of the same look joined."""
    return [_as_ink(look, "".join(span.text for span in alike)) for look, alike in groupby(spans, key=_look)]


Look = tuple[bool, bool, bool, bool, bool, str | None, str | None]


def _look(span: Span) -> Look:
    return (
        span.bold,
        span.italic,
        span.underline,
        span.superscript,
        span.subscript,
        span.link,
        _font(span),
    )


def _as_ink(look: Look, text: str) -> Ink:
    bold, italic, underline, superscript, subscript, link, font = look
    return Ink(
        text=text,
        bold=bold,
        italic=italic,
        underline=underline,
        superscript=superscript,
        subscript=subscript,
        link=link,
        font=font,
    )


def _font(span: Span) -> str | None:
    return span.font if isinstance(span, Ink) else None


def _with_their_marks(inks: list[Ink]) -> list[Ink]:
    """Move combining marks, and VNI's, from the start of a run to the end of the run that holds their letter."""
    moved: list[Ink] = []
    for ink in inks:
        count = _leading_marks(moved[-1], ink) if moved else 0
        if count:
            moved[-1] = replace(moved[-1], text=moved[-1].text + ink.text[:count])
        moved.append(replace(ink, text=ink.text[count:]) if count else ink)
    return [ink for ink in moved if ink.text]


def _leading_marks(before: Ink, ink: Ink) -> int:
    count = 0
    while count < len(ink.text) and combining(ink.text[count]):
        count += 1
    both_vni = encoding_of(before.font) is Encoding.VNI and encoding_of(ink.font) is Encoding.VNI
    if not count and both_vni and ink.text[:1] in vni.MODIFIERS:
        return 1 if before.text[-1:] + ink.text[:1] in vni.LETTERS else 0
    return count


def _encodings(inks: Sequence[Ink], expected: Encoding | None) -> list[Encoding]:
    """The encoding of every run of a paragraph."""
    drawn = [encoding_of(ink.font) for ink in inks]
    judged = {encoding: _judge(inks, drawn, encoding, expected) for encoding in dict.fromkeys(drawn)}
    return [
        Encoding.UNICODE if has_unicode_vietnamese(ink.text) else judged[encoding]
        for ink, encoding in zip(inks, drawn, strict=True)
    ]


def _judge(
    inks: Sequence[Ink], drawn: Sequence[Encoding | None], encoding: Encoding | None, expected: Encoding | None
) -> Encoding:
    """What the runs whose fonts draw `encoding` (None: nothing in particular) really hold."""
    text = "".join(
        ink.text
        for ink, own in zip(inks, drawn, strict=True)
        if own == encoding and not has_unicode_vietnamese(ink.text)
    )
    if encoding is None:
        return Encoding.UNICODE if text.isascii() else detect(text, expected).encoding
    return Encoding.UNICODE if contradicts_font(text, encoding) else encoding


def _plain_span(ink: Ink, text: str) -> Span:
    return Span(
        text=text,
        bold=ink.bold,
        italic=ink.italic,
        underline=ink.underline,
        superscript=ink.superscript,
        subscript=ink.subscript,
        link=ink.link,
    )
