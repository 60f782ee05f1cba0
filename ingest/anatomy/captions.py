"""Captions: the line at a picture, "Ảnh 1: ..." anywhere, a list under "Chú thích ảnh:"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import (
    BULLETED,
    LISTED,
    LONGEST,
    announces_enclosed,
    file_of,
    is_header,
    label_of,
    number_of,
    numbers_of,
    says_what_came,
)
from ingest.anatomy.caption_tables import caption_rows
from ingest.anatomy.captions_near import find_near
from ingest.anatomy.footers import is_office, is_person
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.words import one_line, words
from tinbai.blocks import Paragraph, Table, text_of

COUNTED_IN_LINE = re.compile(
    r"(?:(?<=^)|(?<=[:;.,] )|(?<=[;.]))(?:ảnh|hình|anh"
    r"|hinh)\s*(?:số\s*)?\d{1,2}(?:\s*[:.–)-]|\s+là\s)",
    re.IGNORECASE,
)
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
    counted = take_counted(sheet, sheet.paragraphs())
    near: dict[int, Caption] = {}
    for pictures, place in find_near(sheet):
        block = sheet.blocks[place]
        line = text_of(block) if block else ""
        label = label_of(line)
        if label is not None and number_of(label) is None and _is_credit(line[label.end() :]):
            label = None  # the photographer alone: the line says so
        text = _cut(sheet, place, label)
        near |= dict.fromkeys(pictures, Caption(text=text, place=place))
    return Captions(near=near, loose=sorted([*counted, *_uncounted(sheet)], key=lambda caption: caption.place or 0))


def take_loose(sheet: Sheet) -> list[Caption]:
    """Take the captions out of a text that has no pictures, as `take_captions` does."""
    return [*take_counted(sheet, sheet.paragraphs()), *_uncounted(sheet)]


def _uncounted(sheet: Sheet) -> list[Caption]:
    return [*_tabled(sheet), *_listed(sheet), *_labelled(sheet)]


def take_counted(sheet: Sheet, lines: Sequence[tuple[int, Paragraph]]) -> list[Caption]:
    """Take captions that follow one another in one line, each with its number: "Ảnh 1: ...; Ảnh 2: ..."."""
    found: list[Caption] = []
    for place, paragraph in lines:
        text = text_of(paragraph)
        found_here = COUNTED_IN_LINE.finditer(text)
        parts = [match for match in found_here if number_of(label_of(text[match.start() :])) is not None]
        if len(parts) < len(("one", "two")) or len(words(text[: parts[0].start()])) > LONGEST_HEADER:
            continue
        sheet.take(place)
        sheet.note(place, text[: parts[0].start()].strip(), LABEL)
        ends = [*(match.start() for match in parts[1:]), len(text)]
        for match, end in zip(parts, ends, strict=True):
            piece = text[match.start() : end]
            label = label_of(piece)
            if label is not None:
                sheet.note(place, label[0].strip(), LABEL)
                said = one_line(piece[label.end() :]).rstrip(" ;,." if label[0].endswith("là ") else " ;,")
                found.append(Caption(text=said, number=number_of(label), place=place))
    return found


def _tabled(sheet: Sheet) -> list[Caption]:
    """The captions in tables that list the photos. What else stands in such a table is set aside."""
    found: list[Caption] = []
    for place, block in sheet.left():
        rows = caption_rows(block) if isinstance(block, Table) else []
        if rows:
            sheet.take(place)
            sheet.note(place, "\n".join(row.rest for row in rows), LABEL)
            found += [
                Caption(text=one_line(row.text), number=row.number, file=row.file, place=place)
                for row in rows
                if row.text
            ]
    return found


def _listed(sheet: Sheet) -> list[Caption]:
    """The lines under "Chú thích ảnh:", numbered or in order, as long as they are short."""
    found: list[Caption] = []
    listing = counted = False
    paragraphs = sheet.paragraphs()
    for order, (place, paragraph) in enumerate(paragraphs):
        text = text_of(paragraph)
        if not listing:
            following = [text_of(line) for _, line in paragraphs[order + 1 :][:1]]
            counted = announces_enclosed(text) and _is_counted(following)
            listing = len(words(text)) <= LONGEST_HEADER and (is_header(text) or counted)
            if listing:
                sheet.set_aside([place], LABEL)
            continue
        if len(words(text)) > LONGEST or byline.parse(text) or (counted and not _is_counted([text])):
            break
        told = label_of(text) or LISTED.match(text)
        label = told or BULLETED.match(text)
        numbers: list[int | None] = _numbers(told) if told is not None else [len(found) + 1]
        said = Caption(text=_cut(sheet, place, label), file=file_of(label), place=place)
        found += [replace(said, number=number) for number in numbers]
    return found


def _numbers(label: re.Match[str] | None) -> list[int | None]:
    """The photos that a caption is for; None alone for one that counts none."""
    return [*numbers_of(label)] or [None]


def _is_counted(lines: Sequence[str]) -> bool:
    return any(label_of(line) or LISTED.match(line) for line in lines)


def _labelled(sheet: Sheet) -> list[Caption]:
    found: list[Caption] = []
    for place, paragraph in sheet.paragraphs():
        text = text_of(paragraph)
        label = label_of(text) if len(words(text)) <= LONGEST else None
        if label is None:
            continue
        number, file = number_of(label), file_of(label)
        if number is None and says_what_came(text[label.end() :]):
            sheet.set_aside([place], LABEL)
            continue
        if number is not None or file or not _is_credit(text[label.end() :]):
            said = Caption(text=_cut(sheet, place, label), file=file, place=place)
            found += [replace(said, number=each) for each in _numbers(label)]
    return found


def _is_credit(text: str) -> bool:
    """Whether "Ảnh: ..." names the photographer, in brackets or without."""
    named = text.rstrip(" )]")
    return len(words(named)) <= 1 or is_person(named) or is_office(named)


def _cut(sheet: Sheet, place: int, label: re.Match[str] | None) -> str:
    text = sheet.take(place)
    if label is None:
        return one_line(text)
    sheet.note(place, label[0].strip(), LABEL)
    rest = one_line(text[label.end() :])
    opened = label[0].lstrip()[:1]
    closed = {"(": ")", "[": "]"}.get(opened)
    return rest[:-1] if closed and rest.endswith(closed) and opened not in rest else rest
