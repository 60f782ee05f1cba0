r"""Blocks: the one form that every source takes, whatever it was written with.

A Word file, an HTML letter, plain text and a PDF all become a flat sequence of blocks; anatomy works on blocks
alone. Text in spans is Unicode NFC, already repaired, without control characters; whitespace is what the
source meant (runs of spaces are folded to one; a line break inside a paragraph is "\n").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Alignment, kept as far as it carries meaning: a caption is centred, a byline stands right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Role(StrEnum):
    """What the program that wrote it says that a paragraph is. None: it says nothing."""

    ATTRIBUTION = "attribution"  # "Vào ... đã viết:" in any language
    HEADER = "header"  # sender, date and subject of the letter below
    SIGNATURE = "signature"
    CAPTION = "caption"  # of a picture: Word's style, a cell below it
    LEAD = "lead"  # what stands below the title: Word's style Subtitle
    BARRED = "barred"  # a bar at its left: so some programs quote, and so people set off quotations


@dataclass(frozen=True, kw_only=True)
class Span:
    """A run of characters with the same marks."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str | None = None  # an absolute http, https, mailto or tel address


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph, a heading, or a list item.

    `heading` is 1-6 for a heading, else None. `list_level` is 0 for an outermost list item, else None when this
    is no list item; `ordered` says whether that list is numbered, `marker` what the source printed before it.
    """

    spans: Sequence[Span]
    align: Align | None = None
    heading: int | None = None
    list_level: int | None = None
    ordered: bool = False
    marker: str | None = None
    role: Role | None = None


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture at its place. The bytes are a part of the letter, found by their hash."""

    sha256: str
    alt: str | None = None
    width: int | None = None  # as displayed, in CSS pixels
    height: int | None = None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A table cell; merged cells stand once, with their spans."""

    blocks: Sequence["Block"]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table, row by row."""

    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A horizontal rule, or a line of dashes or asterisks that stands for one; `text` is what was typed."""

    text: str = ""


Block = Paragraph | Picture | Table | Rule


def text_of(block: Block) -> str:
    """The plain text of a block: cells of a row joined by tabs, rows by line breaks; a picture has none."""
    match block:
        case Paragraph(spans=spans):
            return "".join(span.text for span in spans)
        case Table(rows=rows):
            return "\n".join("\t".join(cell_text(cell) for cell in row) for row in rows)
        case Rule(text=text):
            return text
        case _:
            return ""


def cell_text(cell: Cell) -> str:
    """The plain text of a cell, its blocks joined by line breaks."""
    return "\n".join(text for text in map(text_of, cell.blocks) if text)


def plain(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(spans=(Span(text=text),))
