"""The line that says who made an article: "Tin, ảnh: ...", "Người viết: ...", "T/h: ...", "(Theo ...)"."""

import re
from dataclasses import dataclass

from ingest.anatomy.footers import is_name
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.anatomy.words import one_line, words
from tinbai.blocks import Align, Paragraph, text_of
from tinbai.text import fold

LOOKED_AT = 4  # paragraphs from the end
LONGEST = 16  # words
WORK = r"(?:tin|bai|bai viet|anh|video|clip|photo)"
LABEL = re.compile(rf"{WORK}(?:(?: ?[,/&+–-] ?| va |, va | ){WORK})*")
WRITER = re.compile(
    r"tac gia|nguoi viet|nguoi viet bai|nguoi thuc hien|thuc hien|bien soan|bien tap|ctv|cong tac vien|nguoi dua tin"
    r"|nguoi gui"
)
COLLECTOR = re.compile(r"t/h|tong hop|suu tam|st|suu tam,? tong hop|bien soan, tong hop")
SOURCE = re.compile(r"nguon|nguon tin|theo|nguon tham khao|trich nguon")
PARTED = re.compile(
    r"^\s*(?P<before>\([^()]{1,20}\)\s*)?\(?(?P<label>[^:()]{1,30}?)\s*:\s*(?P<name>\S.*?)\)?\s*\.?\s*$"
)
DASHED = re.compile(r"^\s*(?P<before>)\(?(?P<label>[^:()–-]{1,20}?)\s+[–-]\s+(?P<name>\S.*?)\)?\s*\.?\s*$")
ACCORDING = re.compile(r"^\s*\(?\s*(?:theo|nguồn)\s*:?\s+(?P<source>[^():]{2,80}?)\s*\)?\s*\.?\s*$", re.IGNORECASE)
QUOTED_END = re.compile(r"\((?:theo|nguồn)\s*:?\s+(?P<source>[^()]{2,80})\)\s*\.?\s*$", re.IGNORECASE)
PHOTO_CREDIT = re.compile(r"\s*[;,.–-]\s*(?:ảnh|anh)\s*:\s*.*$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Byline:
    """The line as written, and what it says. `genre` is "Tin", "Bài" or what stands for collected pieces."""

    text: str | None = None
    author: str | None = None
    source: str | None = None
    genre: str | None = None


COLLECTED = "Sưu tầm, tổng hợp"


def take_byline(sheet: Sheet, *, in_letter: bool) -> Byline:
    """Take the byline from the end of a text: several lines (author, then source) make one.

    In a letter's own text only a labelled line counts: a name alone there is a signature.
    """
    lines: list[str] = []
    found = Byline()
    for place, paragraph in reversed(sheet.paragraphs()[-LOOKED_AT:]):
        line = parse(text_of(paragraph)) or (None if in_letter or lines else _bare_name(paragraph))
        if line is None:
            break
        lines.append(one_line(sheet.take(place)))
        found = Byline(
            author=line.author or found.author, source=line.source or found.source, genre=line.genre or found.genre
        )
    text = "\n".join(reversed(lines)) or None
    source = found.source or _source_in(sheet)
    genre = COLLECTED if source else found.genre
    return Byline(text=text, author=found.author, source=source, genre=genre)


def parse(text: str) -> Byline | None:
    """What a byline says, or None when the line is none. A credit for the photos alone has no author."""
    line = one_line(text)
    if not words(line) or len(words(line)) > LONGEST:
        return None
    if match := PARTED.match(line) or DASHED.match(line):
        found = _labelled(fold(match["label"]), match["name"])
        if found:
            return found
    match = ACCORDING.match(line)
    if match and (line.startswith("(") or len(words(line)) <= 6):
        return Byline(source=match["source"], genre=COLLECTED)
    return None


def _labelled(label: str, name: str) -> Byline | None:
    author = PHOTO_CREDIT.sub("", name).strip(" .") or None
    if SOURCE.fullmatch(label):
        return Byline(source=name.strip(" ."), genre=COLLECTED)
    if COLLECTOR.fullmatch(label):
        return Byline(author=author, genre=COLLECTED)
    if WRITER.fullmatch(label):
        return Byline(author=author)
    if LABEL.fullmatch(label):
        works = set(words(label)) - {"va"}
        if works <= {"anh", "photo", "video", "clip"}:
            return Byline() if is_name(name) or len(words(name)) == 1 else None
        both = "tin" in works and "bai" in works
        return Byline(author=author, genre=None if both else "Tin" if "tin" in works else "Bài")
    return None


def _bare_name(paragraph: Paragraph) -> Byline | None:
    """A name alone at the end of a document, set apart from the text."""
    text = one_line(text_of(paragraph))
    apart = paragraph.align is Align.RIGHT or is_bold(paragraph)
    return Byline(author=text.strip(" .")) if apart and is_name(text) else None


def _source_in(sheet: Sheet) -> str | None:
    """A source named in brackets at the end of a paragraph; the words stay where they are."""
    for _, paragraph in reversed(sheet.paragraphs()):
        if match := QUOTED_END.search(text_of(paragraph)[-120:]):
            return one_line(match["source"])
    return None
