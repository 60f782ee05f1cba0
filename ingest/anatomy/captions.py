"""Captions: the line at a picture, "Ảnh 1: ..." anywhere, a list under "Chú thích ảnh:"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import LISTED, LONGEST, file_of, is_header, label_of, number_of
from ingest.anatomy.captions_near import find_near
from ingest.anatomy.footers import is_name
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.words import one_line, words
from tinbai.blocks import text_of

LONGEST_HEADER = 8  # words
LABEL = "nhãn chú thích ảnh"


@dataclass(frozen=True, kw_only=True)
class Caption:
    """A caption, with the number or the file's name that its writer gave it."""

    text: str
    number: int | None = None
    file: str | None = None
    place: int | None = None  # of the line in its sheet


@dataclass(kw_only=True)
class Captions:
    """The captions of a text: of the pictures at a place in it, and those that look for their picture."""

    near: Mapping[int, Caption] = field(default_factory=dict)  # place of a picture in the sheet -> its caption
    loose: Sequence[Caption] = ()


def take_captions(sheet: Sheet) -> Captions:
    """Take the captions out of a text. Their labels are set aside."""
    near: dict[int, Caption] = {}
    for pictures, place in find_near(sheet):
        block = sheet.blocks[place]
        text = _cut(sheet, place, label_of(text_of(block)) if block else None)
        near |= dict.fromkeys(pictures, Caption(text=text, place=place))
    loose = [*_listed(sheet), *_labelled(sheet)]
    return Captions(near=near, loose=sorted(loose, key=lambda caption: caption.place or 0))


def _listed(sheet: Sheet) -> list[Caption]:
    """The lines under "Chú thích ảnh:", numbered or in order, as long as they are short."""
    found: list[Caption] = []
    listing = False
    for place, paragraph in sheet.paragraphs():
        text = text_of(paragraph)
        if not listing:
            listing = len(words(text)) <= LONGEST_HEADER and is_header(text)
            if listing:
                sheet.set_aside([place], LABEL)
            continue
        if len(words(text)) > LONGEST or byline.parse(text):
            break
        label = label_of(text) or LISTED.match(text)
        number = number_of(label) if label is not None else len(found) + 1
        found.append(Caption(text=_cut(sheet, place, label), number=number, file=file_of(label), place=place))
    return found


def _labelled(sheet: Sheet) -> list[Caption]:
    found: list[Caption] = []
    for place, paragraph in sheet.paragraphs():
        text = text_of(paragraph)
        label = label_of(text) if len(words(text)) <= LONGEST else None
        if label is None:
            continue
        number, file = number_of(label), file_of(label)
        if number is not None or file or not _is_credit(text[label.end() :]):
            found.append(Caption(text=_cut(sheet, place, label), number=number, file=file, place=place))
    return found


def _is_credit(text: str) -> bool:
    """Whether "Ảnh: ..." names the photographer."""
    return len(words(text)) <= 1 or is_name(text)


def _cut(sheet: Sheet, place: int, label: re.Match[str] | None) -> str:
    text = sheet.take(place)
    if label is None:
        return one_line(text)
    sheet.note(place, label[0].strip(), LABEL)
    return one_line(text[label.end() :])
