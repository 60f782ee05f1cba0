"""Lines that say themselves what they are: "Tiêu đề: ...", "Chuyên mục: ...", "Sapo: ..."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.anatomy import byline
from ingest.anatomy.label_names import name_in_form, name_of
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import split_at, stripped
from ingest.anatomy.words import one_line, words
from tinbai.text import fold

LOOKED_AT = 10  # paragraphs from the top
WHY = "nhãn ghi trong bài"
KIND_ALONE = re.compile(  # what a first line says of the whole: "BÀI VIẾT", "TIN BÀI THÁNG 10/2026"
    r"(?:noi dung )?(?:tin,? bai|bai viet|tin tuc|tin anh|tin|bai)(?: (?:tuyen truyen|hoat dong|phan anh|du thi))?"
    r"(?: (?:thang|tuan|quy|ngay|nam|so)? ?[\divx/.-]+)*\W*"
)
KIND_BEFORE = re.compile(
    r"\s*(?:(?:tin|bài|bài viết|tin bài|tin, bài|tin ảnh)\s*:|(?:tin|bài)(?:\s+số"
    r"|\s+thứ)?\s*\d{1,2}\s*[:.)–-])\s*(?=\S)",
    re.IGNORECASE,
)
SHORTEST_TITLE = 4  # words
MOST_KINDS = 2  # lines
SENTENCE_ENDS = (".", "!", "?", "…", ",", ";")
NOT_BODY = re.compile(r"\W*nđ\b", re.IGNORECASE)  # "ND" is "nội dung", "NĐ" is somebody's initials
LABELLED = re.compile(r"\s*(?:[-–•*+]\s*)?([^\W\d][^:\n]{1,24}?)\s*:\s*")


@dataclass(frozen=True, kw_only=True)
class Labels:
    """What the labelled lines said."""

    title: str | None = None
    summary: str | None = None
    column: str | None = None
    genre: str | None = None


def take_labels(sheet: Sheet) -> Labels:
    """Take the labelled lines out of the top of a text. A label alone on its line names the line below it."""
    found: dict[str, str] = {}
    waiting: str | None = None
    paragraphs = sheet.paragraphs()[:LOOKED_AT]
    texts = [one_line("".join(span.text for span in paragraph.spans)) for _, paragraph in paragraphs]
    form = _are_form(texts)
    for (place, _), text in zip(paragraphs, texts, strict=True):
        name, label, value = _labelled(text, form=form)
        if name not in (None, "title") and "title" not in found and not text[:1].isalnum():
            continue  # an item of a list: "- Nội dung: ...", and no form that begins with the title
        if name and name not in found and waiting is None:
            sheet.take(place)
            waiting = _note(sheet, place, found, (name, label, value))
        elif waiting:
            found[waiting] = one_line(sheet.take(place))
            waiting = None
    return Labels(**{name: text for name, text in found.items() if name != "body"})


def set_kind_aside(sheet: Sheet) -> None:
    """Set aside what the first line says of the whole, and who it is addressed to below it."""
    for place, paragraph in sheet.paragraphs()[:MOST_KINDS]:
        text = one_line("".join(span.text for span in paragraph.spans))
        if not KIND_ALONE.fullmatch(fold(text)):
            return
        sheet.set_aside([place], WHY)


def take_kind_off_title(sheet: Sheet) -> None:
    """Take "Tin 01:" or "Bài viết:" off the first line, where what follows is a title and nobody's name."""
    for place, paragraph in sheet.paragraphs()[:1]:
        text = "".join(span.text for span in paragraph.spans)
        match = KIND_BEFORE.match(text)
        if match is None or len(words(text[match.end() :])) < SHORTEST_TITLE or byline.parse(text):
            return
        sheet.note(place, match[0].strip(), WHY)
        sheet.blocks[place] = replace(paragraph, spans=stripped(split_at(paragraph.spans, [match.end()])[-1]))


def is_labelled(text: str) -> bool:
    """Whether a line says itself which part of an article it is."""
    return _labelled(text)[0] is not None


def _are_form(texts: Sequence[str]) -> bool:
    """Whether lines labelled "TĐ: ..." and "ND: ..." are a title above its text; else they may be who speaks."""
    named = [(_labelled(text, form=True), text) for text in texts]
    return any(
        first == "title" and second == "body" and not value.endswith(SENTENCE_ENDS) and not NOT_BODY.match(text)
        for ((first, _, value), _), ((second, _, _), text) in pairwise(named)
    )


def _labelled(text: str, *, form: bool = False) -> tuple[str | None, str, str]:
    match = LABELLED.match(text)
    name = (name_in_form if form else name_of)(fold(match[1])) if match else None
    if match is None or name is None:
        return None, "", ""
    return name, match[0].strip(), text[match.end() :]


def _note(sheet: Sheet, place: int, found: dict[str, str], line: tuple[str, str, str]) -> str | None:
    """Keep one labelled line; the answer names what the next line is, when this one is a bare label."""
    name, label, value = line
    if name in ("column", "genre"):
        found[name] = value
        sheet.note(place, f"{label} {value}", WHY)
    elif name == "body":
        sheet.note(place, label, WHY)
        if words(value):
            sheet.put_back(place, value)
        found[name] = ""
    else:
        sheet.note(place, label, WHY)
        if not words(value):
            return name
        found[name] = value
    return None
