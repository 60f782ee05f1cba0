"""The sapo: the lead paragraph, set apart from the text by being bold or italic as a whole."""

from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold, is_italic
from ingest.anatomy.words import one_line, words
from tinbai.blocks import Align, Paragraph, Role, text_of

SHORTEST = 12  # words
LONGEST = 160
LONGEST_SUBHEADING = 25
MOST_SUBHEADINGS = 2  # between the lead and the text: a heading, or the first question of an interview


def take_summary(sheet: Sheet) -> str | None:
    """Take the lead off the top of a text from which the title is already gone.

    Where the paragraph after it looks the same, the look means nothing and the text has no lead.
    """
    paragraphs = sheet.paragraphs()[: 2 + MOST_SUBHEADINGS]
    if len(paragraphs) < 2:
        return None
    (place, first), *rest = paragraphs
    second = next((each for _, each in rest if not _is_subheading(each)), rest[0][1])
    text = text_of(first)
    fits = SHORTEST <= len(words(text)) <= LONGEST and first.list_level is None and first.align is not Align.RIGHT
    return one_line(sheet.take(place)) if fits and _apart(first, second) else None


def _is_subheading(paragraph: Paragraph) -> bool:
    return (is_bold(paragraph) or is_italic(paragraph)) and len(words(text_of(paragraph))) <= LONGEST_SUBHEADING


def _apart(first: Paragraph, second: Paragraph) -> bool:
    if first.role is Role.LEAD and second.role is not Role.LEAD:
        return True
    return (is_bold(first) and not is_bold(second)) or (is_italic(first) and not is_italic(second))
