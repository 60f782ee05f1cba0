"""Captions: "Ảnh 1: ..." anywhere, a list under "Chú thích ảnh:", and the line below a picture."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.anatomy.footers import is_name
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_italic
from ingest.anatomy.words import one_line, words
from tinbai.blocks import Align, Paragraph, Picture, text_of
from tinbai.text import fold

LONGEST = 60  # words
LONGEST_BELOW = 40  # words of a line that is a caption only because of where it stands
LABEL = "nhãn chú thích ảnh"
NUMBERED = re.compile(
    r"\s*(?:chú thích |chu thich )?(?:ảnh|hình|anh|hinh)(?:\s+số|\s+so)?\s*0*(?P<number>\d{1,2})\s*[:.–)-]\s*(?=\S)",
    re.IGNORECASE,
)
UNNUMBERED = re.compile(r"\s*(?:chú thích ảnh|chú thích|ảnh|hình)\s*:\s*(?=\S)", re.IGNORECASE)
HEADER = re.compile(r"(?:danh sach )?(?:chu thich|ghi chu)(?: (?:anh|hinh|cho anh|cac anh))*(?: \w+)?\s*:?")
LISTED = re.compile(r"\s*(?P<number>\d{1,2})\s*[:.)-]\s*(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Caption:
    """A caption, with the number its writer gave it."""

    text: str
    number: int | None = None
    place: int | None = None  # of the line in its sheet


@dataclass(kw_only=True)
class Captions:
    """The captions of a text: of the pictures at a place in it, and those that look for their picture."""

    below: Mapping[int, str] = field(default_factory=dict)  # place of a picture in the sheet -> its caption
    loose: Sequence[Caption] = ()


def take_captions(sheet: Sheet) -> Captions:
    """Take the captions out of a text. Their labels are set aside."""
    below = dict(_below_pictures(sheet))
    loose = [*_listed(sheet), *_labelled(sheet)]
    return Captions(below=below, loose=sorted(loose, key=lambda caption: caption.place or 0))


def _below_pictures(sheet: Sheet) -> list[tuple[int, str]]:
    """The line below a picture, or below a row of pictures."""
    found: list[tuple[int, str]] = []
    row: list[int] = []
    for place, block in sheet.left():
        if isinstance(block, Picture):
            row.append(place)
            continue
        if row and isinstance(block, Paragraph) and _is_caption_below(block):
            text = _cut(sheet, place, NUMBERED.match(text_of(block)) or UNNUMBERED.match(text_of(block)))
            found += [(picture, text) for picture in row]
        row = []
    return found


def _is_caption_below(paragraph: Paragraph) -> bool:
    text = text_of(paragraph)
    if paragraph.heading is not None or not words(text):
        return False
    if NUMBERED.match(text) or UNNUMBERED.match(text):
        return len(words(text)) <= LONGEST
    return (is_italic(paragraph) or paragraph.align is Align.CENTER) and len(words(text)) <= LONGEST_BELOW


def _listed(sheet: Sheet) -> list[Caption]:
    """The lines under "Chú thích ảnh:", numbered or in order, as long as they are short."""
    found: list[Caption] = []
    listing = False
    for place, paragraph in sheet.paragraphs():
        text = text_of(paragraph)
        if not listing:
            listing = bool(len(words(text)) <= 8 and HEADER.fullmatch(fold(text)))
            if listing:
                sheet.set_aside([place], LABEL)
            continue
        if len(words(text)) > LONGEST or re.match(r"(?:tin|bài|tác giả|người viết|nguồn)\b[^:]{0,20}:", text.lower()):
            break
        match = NUMBERED.match(text) or LISTED.match(text)
        number = int(match["number"]) if match else len(found) + 1
        found.append(Caption(text=_cut(sheet, place, match), number=number, place=place))
    return found


def _labelled(sheet: Sheet) -> list[Caption]:
    found: list[Caption] = []
    for place, paragraph in sheet.paragraphs():
        text = text_of(paragraph)
        if len(words(text)) > LONGEST:
            continue
        if match := NUMBERED.match(text):
            found.append(Caption(text=_cut(sheet, place, match), number=int(match["number"]), place=place))
        elif (match := UNNUMBERED.match(text)) and not _is_credit(text[match.end() :]):
            found.append(Caption(text=_cut(sheet, place, match), place=place))
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
