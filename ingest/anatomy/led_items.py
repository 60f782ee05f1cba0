"""Items of one paragraph each, told by the letter: "1. Tiêu đề: nội dung". The title becomes a line of its own.

The colon that parted the two goes; it is no word.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import split_at, stripped
from ingest.anatomy.words import words
from tinbai.blocks import Block, Paragraph, text_of

LABEL_WHY = "nhãn ghi trong bài"
SHORTEST_TITLE, LONGEST_TITLE = 3, 25  # words
SHORTEST_TEXT = 20  # words below a title
LED = re.compile(
    r"\s*+(?P<sign>(?:(?:tin|bài)\s++)?\d{1,2}\s*+[.)/:–-]|[*+•▪–-])?\s*+"
    r"(?P<title>[^\W\d_][^:\n.!?]{8,200}?)(?<!\s)\s*+:\s+",
    re.IGNORECASE,
)


def with_titles_apart(sheet: Sheet, counts: set[int]) -> Sheet:
    """The sheet with each such paragraph as two, when there are just as many of them as the letter tells.

    All must begin alike, by a number, by a sign, as items of a list, or with a title in bold; the first of them begins
    the text.
    """
    if not counts:
        return sheet
    left = sheet.left()
    led = {place: block for place, block in left if _leads(block)}
    alike = {_dress(block) for block in led.values()}
    begins = bool(led) and left[0][0] in led
    if len(led) not in counts or not begins or len(alike) != 1 or alike == {"plain"}:
        return sheet
    return _opened(sheet, led.keys())


def _leads(block: Block) -> bool:
    match = LED.match(text_of(block)) if isinstance(block, Paragraph) else None
    if match is None:
        return False
    count = len(words(match["title"]))
    return SHORTEST_TITLE <= count <= LONGEST_TITLE and len(words(text_of(block)[match.end() :])) >= SHORTEST_TEXT


def _dress(block: Block) -> str:
    """How such a paragraph begins."""
    match = LED.match(text_of(block)) if isinstance(block, Paragraph) else None
    if match is None or not isinstance(block, Paragraph):
        return "plain"
    if match["sign"]:
        return "numbered" if any(map(str.isdigit, match["sign"])) else match["sign"].strip()
    if block.list_level is not None:
        return "listed"
    return "bold" if _is_led_in_bold(block, match.end()) else "plain"


def _is_led_in_bold(paragraph: Paragraph, end: int) -> bool:
    title, *text = split_at(paragraph.spans, [end])
    marks = [[span.bold for span in part if words(span.text)] for part in (title, *text)]
    return all(marks[0]) and not any(mark for part in marks[1:] for mark in part)


def _opened(sheet: Sheet, led: Collection[int]) -> Sheet:
    """With the paragraphs at these places parted; all that stands below them moves down."""
    blocks: list[Block | None] = []
    moved: dict[int, int] = {}
    for place, block in enumerate(sheet.blocks):
        moved[place] = len(blocks)
        blocks += _parted(block) if place in led and isinstance(block, Paragraph) else [block]
    opened = Sheet(
        blocks=blocks,
        aside={moved.get(place, place): list(pieces) for place, pieces in sheet.aside.items()},
        ended={moved.get(place, place) for place in sheet.ended},
    )
    for place in led:
        block = sheet.blocks[place]
        opened.note(moved[place], (block.marker or "") if isinstance(block, Paragraph) else "", LABEL_WHY)
    return opened


def _parted(paragraph: Paragraph) -> list[Block | None]:
    match = LED.match(text_of(paragraph))
    if match is None:
        return [paragraph]
    head, _, text = split_at(paragraph.spans, [match.end("title"), match.end()])
    alone = replace(paragraph, list_level=None, marker=None)
    return [replace(alone, spans=stripped(head)), replace(alone, spans=stripped(text))]
