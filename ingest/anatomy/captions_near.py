"""Captions that stand where their picture is: below it, or above it where a text does so throughout."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import LONGEST, label_of, points_down
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
STORY = re.compile(r"\b(?:chùm|chum|phóng sự|phong su) (?:ảnh|anh)\b|\b(?:bộ|loạt|qua) ảnh\b", re.IGNORECASE)
LINES_OF_TITLE = 3
REAL_PARAGRAPH = 20  # words of one that a title stands above
SHORTEST_STORY = 3  # pictures with a line below each
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
    _name_series(rows, sheet.left())
    _leave_title(rows, sheet.left())
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


def _leave_title(rows: Sequence[_Row], left: Sequence[tuple[int, Block]]) -> None:
    """Leave the line below pictures at the top to be the title, when it is dressed as one and the text begins below."""
    if not rows or not left or left[0][0] != rows[0].pictures[0]:
        return
    order = len(rows[0].pictures)
    line, following = ([block for _, block in left[order : order + 2]] + [None, None])[:2]
    titled = isinstance(line, Paragraph) and line.role is not Role.CAPTION and not label_of(text_of(line))
    if titled and isinstance(line, Paragraph) and (is_bold(line) or is_shouting(text_of(line))):
        text = text_of(following) if isinstance(following, Paragraph) else ""
        if len(words(text)) >= REAL_PARAGRAPH:
            rows[0].below = None


def _name_series(rows: Sequence[_Row], left: Sequence[tuple[int, Block]]) -> None:
    """Give the rows of what calls itself a picture story their captions: one short line below each picture.

    However they are dressed, lines that stand so are captions, full sentences too. A byline may end the story.
    """
    if not any(STORY.search(text_of(block)) for _, block in left[:LINES_OF_TITLE]):
        return
    start = next((order for order, (_, block) in enumerate(left) if isinstance(block, Picture)), len(left))
    lines: list[int] = []
    for (_, before), (place, block) in pairwise(left[start:]):
        if isinstance(before, Picture) and isinstance(block, Paragraph) and _is_short(block):
            lines.append(place)
        elif not isinstance(block, Picture) and not (isinstance(block, Paragraph) and byline.parse(text_of(block))):
            return
    if len(rows) == len(lines) >= SHORTEST_STORY:
        for row, place in zip(rows, lines, strict=True):
            row.below = place


def _is_short(paragraph: Paragraph) -> bool:
    text = text_of(paragraph)
    return 0 < len(words(text)) <= LONGEST_NEAR and paragraph.heading is None and byline.parse(text) is None


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
        return len(words(text)) <= LONGEST and not points_down(text)
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
    if not isinstance(block, Paragraph):
        return False
    text = text_of(block)
    if points_down(text):
        return len(words(text)) <= LONGEST
    if not _is_below(block):
        return False
    titled = is_bold(block) or is_shouting(text)
    return (
        bool(label_of(text))
        or block.role is Role.CAPTION
        or (is_italic(block) and block.align is Align.CENTER and not titled)
    )
