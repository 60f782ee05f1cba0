"""The covering note around an article that was typed in the letter itself: what is written to the board goes aside.

`letter_text` has taken what is courtesy whatever stands beside it. Here an article is known to be there, so a line
above it that asks for its publication is no part of it, nor is a name below it that carries no label.
"""

import re
from collections.abc import Sequence

from ingest.anatomy import byline
from ingest.anatomy.courtesy import is_closing, is_courtesy
from ingest.anatomy.footers import is_contact, is_footer, is_office, is_person
from ingest.anatomy.letter_text import CLOSING, GREETING, SIGNATURE
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.anatomy.words import is_shouting, words
from tinbai.blocks import Align, Paragraph, text_of

MOST_LINES = 8  # of a note above an article
LEAST_LEFT = 15  # words that must be left: two sentences from a telephone are all there is, courtesy or not
LONGEST_SIGNATURE = 12  # words of a line
OWN_NAME = re.compile(r"(?:Em|Cháu|Tôi|Cô|Chú|Bác|Mình)\s+(?P<name>\w+)(?:\s+\w+){0,6}")
LONGEST_SPEECH = 40  # words of one line of a note


def set_note_around_aside(sheet: Sheet) -> None:
    """Set the note aside, where what is left is enough to be an article."""
    paragraphs = sheet.paragraphs()
    above = _above(paragraphs)
    below = _below(paragraphs[len(above) :])
    taken = {place for place, _ in (*above, *below)}
    if sum(len(words(text_of(block))) for place, block in sheet.left() if place not in taken) < LEAST_LEFT:
        return
    sheet.set_aside([place for place, _ in above], GREETING)
    for place, why in below:
        sheet.set_aside([place], why)


def _above(paragraphs: Sequence[tuple[int, Paragraph]]) -> Sequence[tuple[int, Paragraph]]:
    """The lines at the top that speak to the board, up to the last that asks or greets."""
    end = 0
    for order, (_, paragraph) in enumerate(paragraphs[:MOST_LINES]):
        text = text_of(paragraph)
        if _is_dressed(paragraph) or len(words(text)) > LONGEST_SPEECH or byline.parse(text):
            break
        if is_courtesy(text):
            end = order + 1
        elif not (is_person(text) or is_office(text) or is_contact(text) or is_footer(text)):
            break
    return paragraphs[:end]


def _is_dressed(paragraph: Paragraph) -> bool:
    """Whether a line looks like a title: nobody centres a request."""
    centred = paragraph.align is Align.CENTER
    return paragraph.heading is not None or centred or is_bold(paragraph) or is_shouting(text_of(paragraph))


def _below(paragraphs: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, str]]:
    """The lines at the end that take leave or sign; a byline among them is passed over."""
    found = _after_leave(paragraphs)
    for place, paragraph in reversed(paragraphs[: len(paragraphs) - len(found)]):
        text = text_of(paragraph)
        if byline.parse(text) and not is_closing(text):
            continue
        if is_closing(text):
            found.append((place, CLOSING))
        elif is_person(text) or is_contact(text) or is_office(text) or _names_itself(text):
            found.append((place, SIGNATURE))
        else:
            break
    return found


def _after_leave(paragraphs: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, str]]:
    """All that follows a leave-taking, a slogan too, when there are but a few short lines of it."""
    last = paragraphs[-MOST_LINES:]
    leave = next((order for order in reversed(range(len(last))) if is_closing(text_of(last[order][1]))), None)
    after = last[leave + 1 :] if leave is not None else []
    short = all(len(words(text_of(line))) <= LONGEST_SIGNATURE and not byline.parse(text_of(line)) for _, line in after)
    return [(place, SIGNATURE) for place, _ in reversed(after)] if short else []


def _names_itself(text: str) -> bool:
    """Whether a line is how somebody signs to friends: "Em Hoa chi hội trưởng"."""
    match = OWN_NAME.fullmatch(text.strip())
    return match is not None and match["name"][0].isupper()
