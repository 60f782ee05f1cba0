"""Captions that stand where their picture is: below it, or above it where a text does so throughout."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import LONGEST, label_of
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold, is_italic
from ingest.anatomy.words import is_shouting, words
from tinbai.blocks import Align, Block, Paragraph, Picture, Role, text_of
from tinbai.text import fold

LONGEST_PLAIN = 22  # words of one that is not even set apart
SHOWS = re.compile(
    r"(?:trong anh|anh (?:tren|duoi|chup)|tu trai (?:qua|sang)|quang canh|toan canh|mot goc"
    r"|hinh anh|cac dai bieu|dai bieu|khung canh)\b"
)
POSES = re.compile(  # who is seen, and what one is seen doing: "Đồng chí ... phát biểu tại buổi lễ."
    r"(?:(?:cac )?(?:dong chi|d/c|ong|ba|anh|chi|em|dai bieu|lanh dao|doan|hoc sinh|hoi vien|doan vien|ba con"
    r"|nguoi dan))\b"
    r"[^.]{0,90}\b(?:phat bieu|chup anh|trao|tang (?:qua|hoa)|cat bang|tham quan|bieu dien|thuc hanh|kiem tra"
    r"|ky ket|dang huong)\b"
    r"[^.]*\.?$"
)
LONGEST_NEAR = 40  # words of a line that is a caption only because of where it stands


@dataclass(kw_only=True)
class _Row:
    """Pictures that follow one another, and the places of the lines around them that could be their caption."""

    pictures: list[int] = field(default_factory=list)
    above: int | None = None
    below: int | None = None


def find_near(sheet: Sheet) -> list[tuple[list[int], int]]:
    """The rows of pictures that have a caption, each with the place of that line.

    A line between two pictures belongs to the one above it, unless all pictures of the text have a caption above
    them and one has none below.
    """
    rows = _rows(sheet.left())
    from_above = all(row.above is not None for row in rows) and any(row.below is None for row in rows)
    found: list[tuple[list[int], int]] = []
    taken: set[int] = set()
    for row in rows:
        place = row.above if from_above else row.below
        if place is None and row.above not in taken:
            place = row.above
        if place is not None:
            found.append((row.pictures, place))
            taken.add(place)
    return found


def _rows(left: Sequence[tuple[int, Block]]) -> list[_Row]:
    rows: list[_Row] = []
    before: tuple[int, Block] | None = None
    started = False  # a paragraph has gone by: what stands above a picture need not be the title
    for place, block in left:
        if isinstance(block, Picture):
            if before is None or not isinstance(before[1], Picture):
                rows.append(_Row(above=before[0] if before and started and _is_above(before[1]) else None))
            rows[-1].pictures.append(place)
        elif before and isinstance(before[1], Picture) and _is_below(block):
            rows[-1].below = place
        started = started or (before is not None and isinstance(before[1], Paragraph))
        before = (place, block)
    return rows


def _is_below(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.heading is not None or not words(text_of(block)):
        return False
    text = text_of(block)
    if label_of(text):
        return len(words(text)) <= LONGEST
    dressed = block.role is Role.CAPTION or is_italic(block) or block.align is Align.CENTER
    return len(words(text)) <= LONGEST_NEAR and not byline.parse(text) and (dressed or _reads_like_one(block, text))


def _reads_like_one(paragraph: Paragraph, text: str) -> bool:
    """Whether a plain line names what is seen: short and no sentence. A subheading there is bold or counted."""
    if is_bold(paragraph) or is_shouting(text) or paragraph.list_level is not None or not text[:1].isupper():
        return False
    if len(words(text)) > LONGEST_PLAIN:
        return False
    folded = fold(text)
    return text[-1:].isalnum() or text.endswith(")") or bool(SHOWS.match(folded) or POSES.match(folded))


def _is_above(block: Block) -> bool:
    """Stricter than below: a lead, a title and a heading stand above pictures as well."""
    if not isinstance(block, Paragraph) or not _is_below(block):
        return False
    text = text_of(block)
    titled = is_bold(block) or is_shouting(text)
    return (
        bool(label_of(text))
        or block.role is Role.CAPTION
        or (is_italic(block) and block.align is Align.CENTER and not titled)
    )
