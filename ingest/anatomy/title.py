"""The title of an article: how it looks says more than what it says."""

import re
from enum import StrEnum

from ingest.anatomy import byline
from ingest.anatomy.courtesy import is_address, is_courtesy
from ingest.anatomy.footers import is_office, is_person
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.anatomy.words import is_shouting, one_line, words
from tinbai.blocks import Align, Paragraph, text_of
from tinbai.text import fold

LONGEST = 45  # words
LONGEST_UNMARKED = 25
LONGEST_EXCLAIMED = 14
REAL_PARAGRAPH = 20  # words of one that an undressed line may stand above as its title
TELLS = re.compile(r"(?:sang|trua|chieu|toi|dem|ngay|hom|vua qua|theo|nhan|tu|trong|tai|vao|luc|thang|tuan|moi|hien)\b")
ABOUT = re.compile(r"(?:về việc|v/v)\b", re.IGNORECASE)  # what a paper is about, below its name: "THÔNG BÁO"
LONGEST_NAME_OF_PAPER = 5  # words
SENTENCE_ENDS = (".", ";", ":", ",", "!", "…")


class Look(StrEnum):
    """How the first line of a title is dressed, the most telling first."""

    HEADING = "heading"
    CENTRED_CAPITALS = "centred capitals"
    CAPITALS = "capitals"
    CENTRED_BOLD = "centred bold"
    BOLD = "bold"
    CENTRED = "centred"
    PLAIN = "plain"


def take_title(sheet: Sheet) -> str | None:
    """Take the title off the top of a text; one that runs over two or three lines becomes one line."""
    paragraphs = sheet.paragraphs()
    if not paragraphs or not looks_like_title([paragraph for _, paragraph in paragraphs[:2]]):
        return None
    place, first = paragraphs[0]
    title = one_line(sheet.take(place))
    for place, paragraph in paragraphs[1:3]:
        if not _continues(first, paragraph, title):
            break
        title = f"{title} {one_line(sheet.take(place))}"
    return title


def looks_like_title(paragraphs: list[Paragraph]) -> bool:
    """Whether the first of these paragraphs could be a title above the second."""
    text = one_line(text_of(paragraphs[0])) if paragraphs else ""
    count = len(words(text))
    if not 1 <= count <= LONGEST or paragraphs[0].list_level is not None or byline.parse(text):
        return False
    if is_marked(paragraphs[0], text):
        return not is_address(text)
    if is_courtesy(text):
        return False
    below = len(words(text_of(paragraphs[1]))) if len(paragraphs) > 1 else 0
    if 3 <= count <= LONGEST_UNMARKED and not text.endswith(SENTENCE_ENDS):
        return below > count
    return below >= REAL_PARAGRAPH and _reads_like_title(text, count)


def _reads_like_title(text: str, count: int) -> bool:
    """Whether a short line above a real paragraph is a title, though it is very short or has a sign at its end."""
    if count == 1 or text.endswith((";", ":", ",")):
        return False
    if not text.endswith(SENTENCE_ENDS):
        return text[:1].isupper() and not is_person(text) and not is_office(text)
    exclaimed = text.endswith(("!", "…", "..."))
    tells = TELLS.match(fold(text)) is not None or (not exclaimed and "," in text)
    return not tells and 2 < count <= LONGEST_EXCLAIMED


def look_of(paragraph: Paragraph) -> Look:
    """How a line is dressed."""
    centred, bold = paragraph.align is Align.CENTER, is_bold(paragraph)
    if paragraph.heading is not None:
        return Look.HEADING
    if is_shouting(one_line(text_of(paragraph))):
        return Look.CENTRED_CAPITALS if centred else Look.CAPITALS
    if bold:
        return Look.CENTRED_BOLD if centred else Look.BOLD
    return Look.CENTRED if centred else Look.PLAIN


def is_marked(paragraph: Paragraph, text: str) -> bool:
    """Whether a paragraph is dressed as a title; `text` is its text. A long bold sentence is a lead and no title."""
    if paragraph.heading is not None or is_shouting(text):
        return True
    sentence = text.endswith(SENTENCE_ENDS) and len(words(text)) > LONGEST_UNMARKED
    return (is_bold(paragraph) or (paragraph.align is Align.CENTER and len(words(text)) > 2)) and not sentence


def _continues(first: Paragraph, paragraph: Paragraph, title: str) -> bool:
    """Whether a paragraph goes on with the title above it."""
    text = one_line(text_of(paragraph))
    if title.endswith(".") or len(words(title)) + len(words(text)) > LONGEST or byline.parse(text):
        return False
    if is_shouting(title) and is_shouting(text):
        return True
    if byline.are_names_in_capitals(text):
        return False
    if is_shouting(title) and len(words(title)) <= LONGEST_NAME_OF_PAPER and ABOUT.match(text):
        return len(words(text)) <= LONGEST_UNMARKED and not text.endswith(SENTENCE_ENDS)
    if title.endswith(":"):  # a line that leads in the title proper
        return is_marked(paragraph, text)
    alike = paragraph.heading == first.heading and paragraph.align is first.align
    dressed = first.heading is not None or (first.align is Align.CENTER and is_bold(first) and is_bold(paragraph))
    return alike and dressed and len(words(text)) <= LONGEST_UNMARKED and not text.endswith(".")
