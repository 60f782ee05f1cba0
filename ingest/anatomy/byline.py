"""The line that says who made an article: "Tin, ảnh: ...", "Người viết: ...", "T/h: ...", "(Theo ...)"."""

import re
from dataclasses import dataclass, replace

from ingest.anatomy.credits import credited
from ingest.anatomy.footers import is_name, is_office
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.anatomy.words import is_shouting, one_line, words
from tinbai.blocks import Align, Paragraph, text_of
from tinbai.text import fold

LOOKED_AT = 4  # paragraphs from the end
LONGEST = 16  # words
MOST_NAMES = 3
INITIALS = re.compile(r"[A-ZĐ]{2,5}")
STANDING = re.compile(r"\(?(?:BBT|(?:CTV|PV)(?: [^\W\d_]+){0,5})\)?")
WORK = r"(?:tin|bai|bai viet|anh|video|clip|photo)"
LABEL = re.compile(rf"{WORK}(?:(?: ?[,/&+–-] ?| va |, va | ){WORK})*")
WRITER = re.compile(
    r"tac gia(?: (?:bai|tin|anh|va|viet))*|nguoi viet|nguoi viet bai|nguoi thuc hien|thuc hien|bien soan|bien tap|ctv"
    r"|cong tac vien|nguoi dua tin|nguoi gui"
)
COLLECTOR = re.compile(r"t/h|tong hop|suu tam|st|suu tam,? tong hop|bien soan, tong hop")
SOURCE = re.compile(r"nguon|nguon tin|theo|nguon tham khao|trich nguon")
PARTED = re.compile(
    r"^\s*(?P<before>\([^()]{1,20}\)\s*)?\(?(?P<label>[^:()]{1,30}?)\s*:\s*(?P<name>\S.*?)\)?\s*\.?\s*$"
)
DASHED = re.compile(r"^\s*(?P<before>)\(?(?P<label>[^:()–-]{1,20}?)\s+[–-]\s+(?P<name>\S.*?)\)?\s*\.?\s*$")
SPOKEN = re.compile(r"^\s*\(?(?:viết bởi|thực hiện bởi)\s+(?P<name>\w.*?)\)?\s*\.?\s*$", re.IGNORECASE)
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
    unit: str | None = None  # the office named beside the author


COLLECTED = "Sưu tầm, tổng hợp"


def take_byline(sheet: Sheet, *, in_letter: bool) -> Byline:
    """Take the byline from the end of a text: several lines (author, then source) make one.

    In a letter's own text only a labelled line counts: a name alone there is a signature.
    """
    lines: list[str] = []
    found = Byline()
    for place, paragraph in reversed(sheet.paragraphs()[-LOOKED_AT:]):
        text = text_of(paragraph)
        line = parse(text) or (None if in_letter or lines else _bare_name(paragraph))
        if line is None and lines and is_label_alone(text):
            line = Byline()
        if line is None:
            break
        lines.append(one_line(sheet.take(place)))
        found = Byline(
            author=line.author or found.author,
            source=line.source or found.source,
            genre=line.genre or found.genre,
            unit=line.unit or found.unit,
        )
    whole = "\n".join(reversed(lines)) or None
    source = found.source or _source_in(sheet)
    genre = COLLECTED if source else found.genre
    return replace(found, text=whole, source=source, genre=genre)


def parse(text: str) -> Byline | None:
    """What a byline says, or None when the line is none. A credit for the photos alone has no author."""
    line = one_line(text)
    if not words(line) or len(words(line)) > LONGEST:
        return None
    if match := PARTED.match(line) or DASHED.match(line):
        found = _labelled(fold(match["label"]), match["name"])
        if found:
            return found
    if (match := SPOKEN.match(line)) and match["name"][0].isupper():
        author, unit = credited(match["name"])
        return Byline(author=author, unit=unit)
    match = ACCORDING.match(line)
    if match and (line.startswith("(") or len(words(line)) <= 6):
        return Byline(source=match["source"], genre=COLLECTED)
    return None


def _labelled(label: str, name: str) -> Byline | None:
    author, unit = credited(PHOTO_CREDIT.sub("", name))
    if SOURCE.fullmatch(label):
        return Byline(source=name.strip(" ."), genre=COLLECTED)
    if COLLECTOR.fullmatch(label):
        return Byline(author=author, genre=COLLECTED, unit=unit)
    if WRITER.fullmatch(label):
        return Byline(author=author, unit=unit)
    if LABEL.fullmatch(label):
        works = set(words(label)) - {"va"}
        if works <= {"anh", "photo", "video", "clip"}:
            return Byline() if is_name(name) or len(words(name)) == 1 else None
        both = "tin" in works and "bai" in works
        return Byline(author=author, genre=None if both else "Tin" if "tin" in works else "Bài", unit=unit)
    return None


def _bare_name(paragraph: Paragraph) -> Byline | None:
    """A name alone at the end of a document, set apart from the text; "BBT" and "CTV ..." as they stand."""
    text = one_line(text_of(paragraph)).strip(" .")
    if STANDING.fullmatch(text):
        return Byline(author=credited(text)[0])
    apart = paragraph.align is Align.RIGHT or is_bold(paragraph)
    named = is_name(text) or INITIALS.fullmatch(text) or is_office(text)
    return Byline(author=text) if apart and named else None


def take_below_title(sheet: Sheet, title: str, end: Byline) -> Byline:
    """With the author that stands on the line below the title: labelled, or in capitals where the title is not.

    `end` is what the end of the text said.
    """
    place, paragraph = next(iter(sheet.paragraphs()), (0, None))
    line = one_line(text_of(paragraph)) if paragraph else ""
    found = parse(line)
    if found is None and are_names_in_capitals(line) and not is_shouting(title):
        found = Byline(author=line)
    if found is None or not found.author:
        return end
    text = "\n".join(filter(None, [one_line(sheet.take(place)), end.text]))
    return replace(end, text=text, author=found.author, genre=found.genre or end.genre, unit=found.unit)


def is_label_alone(text: str) -> bool:
    """Whether a line only says that the next one names the writer: "NGƯỜI VIẾT"."""
    return WRITER.fullmatch(fold(text).strip(" :.")) is not None


def are_names_in_capitals(text: str) -> bool:
    """Whether a line is one to three names in capitals and nothing else."""
    names = re.split(r"\s+[-–]\s+|\s*[,;&]\s*", text)
    return len(names) <= MOST_NAMES and is_shouting(text) and all(map(is_name, names))


def _source_in(sheet: Sheet) -> str | None:
    """A source named in brackets at the end of a paragraph; the words stay where they are."""
    for _, paragraph in reversed(sheet.paragraphs()):
        if match := QUOTED_END.search(text_of(paragraph)[-120:]):
            return one_line(match["source"])
    return None
