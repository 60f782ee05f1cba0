"""The line that says who made an article: "Tin, ảnh: ...", "Người viết: ...", "T/h: ...", "(Theo ...)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.anatomy.caption_labels import announces_pictures
from ingest.anatomy.credits import credited
from ingest.anatomy.footers import OFFICE, TITLES, is_name, is_office, is_person
from ingest.anatomy.named_sources import named_sources
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.anatomy.words import is_shouting, one_line, words
from tinbai.blocks import Align, Paragraph, text_of
from tinbai.text import fold

LOOKED_AT = 4  # paragraphs from the end
LONGEST = 16  # words
LONGEST_ROLE = 8  # words
LONGEST_NAME = 6  # words of one that is written small
MOST_NAMES = 3
LONGEST_OFFICE = 4  # words of one that is not written as a name
INITIALS = re.compile(r"[A-ZĐ]{2,5}")
STANDING = re.compile(r"\(?(?:BBT|(?:CTV|PV)(?: [^\W\d_]+){0,5})\)?")
WORK = r"(?:tin bai|tin|bai viet|bai|hinh anh|anh|hinh|video|clip|photo|noi dung)"
LABEL = re.compile(rf"{WORK}(?:(?: ?[,/&+–-] ?| va |, va | ){WORK})*")
WRITER = re.compile(
    r"tac gia(?: (?:bai|tin|anh|va|viet))*|tg|nguoi thuc hien|thuc hien|bien soan|bien tap|ctv|cong tac vien"
    r"|(?:dua|viet|lam|dang) (?:tin|bai|bai viet)|but danh|phong vien|pv"
    r"|nguoi (?:viet|gui|dua|lam|soan|dang|cung cap|chup|tong hop|bien soan|bien tap|bao cao"
    r"|suu tam)(?: (?:tin|bai|bai viet|tin bai))?|(?:nguoi|tac gia) du thi"
    r"|ho (?:va )?ten (?:cua )?(?:tac gia|nguoi viet|nguoi du thi|thi sinh)"
)
SENDER = re.compile(r"nguoi gui(?: (?:tin|bai|bai viet|tin bai))?")
SPEAKERS = frozenset({"pv", "phong vien", "tg"})  # a sentence may follow: in interviews, or "TG" is "thời gian"
COLLECTOR = re.compile(
    r"t/h|th|t\.h|tong hop,? (?:va )?(?:bien soan|bien tap)|tong hop|suu tam|st"
    r"|suu tam,? tong hop|bien soan, tong hop"
)
SOURCE = re.compile(
    r"nguon|nguon tin|tin tu|don vi cung cap(?: thong tin| tin)?|nguon cung cap|theo"
    r"|nguon tham khao|trich nguon"
)
PARTED = re.compile(
    r"^\s*(?P<before>\([^()]{1,20}\)\s*)?\(?(?P<label>[^:()]{1,30}?)\s*:\s*(?P<name>\S.*?)\)?\s*\.?\s*$"
)
DASHED = re.compile(r"^\s*(?P<before>)\(?(?P<label>[^:()–-]{1,20}?)\s+[–-]\s+(?P<name>\S.*?)\)?\s*\.?\s*$")
DOES = re.compile(  # "CAX An Mẫu thực hiện"
    r"^\s*\(?(?P<name>\w[^:,.;()]{1,60}?)\s+(?:thực hiện|tổng hợp|biên soạn|sưu tầm|đưa tin)\s*\)?\s*\.?\s*$",
    re.IGNORECASE,
)
DONE = ("hiện", "hợp", "soạn", "tầm", "tin")  # how such a line ends: most lines need no second look
WRITER_NAMED = re.compile(  # "Người thực hiện Lò Thị Thử"
    r"^\s*\(?(?:người (?:viết|thực hiện|đưa tin)(?: (?:bài|tin))?|tác giả)\s+(?P<name>\w.*?)\)?\s*\.?\s*$",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"^\s*\(?(?:viết bởi|thực hiện bởi)\s+(?P<name>\w.*?)\)?\s*\.?\s*$", re.IGNORECASE)
UNPARTED = re.compile(  # "Tin và ảnh Hoàng Thị Bếp": two kinds of work at least, or it may be a sentence
    r"^\s*\(?(?P<label>(?:tin|bài|ảnh)(?:(?:\s*(?:,|&|\+|-)\s*|\s+và\s+|\s+)(?:tin|bài|ảnh|video|clip))+)\s+(?P<name>[^\W\d_].*?)\)?\s*\.?\s*$",
    re.IGNORECASE,
)
WRITTEN = re.compile(
    r"^\s*\(?(?:chùm )?(?:(?:tin|bài)(?:\s*[,&]\s*|\s+và\s+)ảnh|tin|thơ|tản văn|truyện ngắn|bút ký|ký sự"
    r"|ký|tùy bút|ghi chép|phóng sự|bài thơ|bài)"
    r"\s*(?:của|:)\s*(?P<name>[^\W\d_].*?)\)?\s*\.?\s*$",
    re.IGNORECASE,
)
ORNAMENT = re.compile(r"^(?:[^\w\s(\"“«'‘.]\ufe0f?)+\s*|\s*(?<![/\]])[/\]]+\.?$|\s*\./\.$")
BULLET = re.compile(r"^[-–•*+]\s+")
ACCORDING = re.compile(r"^\s*\(?\s*(?:theo|nguồn)\s*:?\s+(?P<source>[^():]{2,80}?)\s*\)?\s*\.?\s*$", re.IGNORECASE)
COUNTED = re.compile(r"\s*(?:IV|IX|V?I{1,3}|V|X|\d{1,2})\s*[.)]\s")  # a heading: "I. MỤC ĐÍCH, YÊU CẦU"
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


def take_byline(sheet: Sheet, *, in_letter: bool, left: bool = False) -> Byline:
    """Take the byline from the end of a text: several lines (author, then source) make one.

    In a letter's own text only a labelled line counts: a name alone there is a signature, but for one in bold
    above the leave (`left`).
    """
    lines: list[str] = []
    found = Byline()
    for place, paragraph in reversed(sheet.paragraphs()[-LOOKED_AT:]):
        text = text_of(paragraph)
        if not lines and announces_pictures(text):
            continue
        line = parse(text) or _unlabelled(paragraph, lines, in_letter=in_letter, left=left)
        if line is None and lines and (is_label_alone(text) or _is_role(paragraph, text)):
            line = Byline()
        if line is None:
            break
        lines.append(BULLET.sub("", one_line(sheet.take(place))))
        found = Byline(
            author=line.author or found.author,
            source=line.source or found.source,
            genre=line.genre or found.genre,
            unit=line.unit or found.unit or (found.author if line.author and is_office(found.author or "") else None),
        )
    whole = "\n".join(reversed(lines)) or None
    source = named_sources(found.source, sheet)
    genre = COLLECTED if source else found.genre
    return replace(found, text=whole, source=source, genre=genre)


def parse(text: str) -> Byline | None:
    """What a byline says, or None when the line is none. A credit for the photos alone has no author."""
    line = ORNAMENT.sub("", one_line(text))
    if not words(line) or len(words(line)) > LONGEST:
        return None
    if match := PARTED.match(line) or DASHED.match(line):
        found = _labelled(fold(match["label"]), match["name"])
        if found:
            return found
    if found := _said(line):
        return found
    match = ACCORDING.match(line)
    if match and (line.startswith("(") or len(words(line)) <= 6):
        return Byline(source=match["source"], genre=COLLECTED)
    return None


def _said(line: str) -> Byline | None:
    """What a line says in words, and not by a label and a sign: "Ghi chép của ...", "... thực hiện"."""
    if (match := SPOKEN.match(line)) and match["name"][0].isupper():
        author, unit = credited(match["name"])
        return Byline(author=author, unit=unit)
    if (match := UNPARTED.match(line)) and (is_person(match["name"]) or is_office(match["name"])):
        return _labelled(fold(match["label"]), match["name"])
    if (match := WRITTEN.match(line)) and _is_writer(match["name"]):
        return Byline(author=match["name"])
    if (match := WRITER_NAMED.match(line)) and is_person(match["name"]):
        return Byline(author=match["name"])
    return _does(line) if line.rstrip(" .)").lower().endswith(DONE) else None


def _does(line: str) -> Byline | None:
    match = DOES.match(line)
    name = match["name"].rstrip(" -–") if match else ""
    if is_person(name) or is_office(name):
        return Byline(author=name)
    author, unit = credited(name)
    return Byline(author=author, unit=unit) if author and unit and is_person(author) else None


def _is_writer(name: str) -> bool:
    """Whether this names who wrote: a person, or an office as those call it who belong to it: "thôn", "chi hội 3"."""
    office = len(words(name)) <= LONGEST_OFFICE and OFFICE.match(fold(name)) is not None
    return is_person(name) or are_names_in_capitals(name) or office


def _is_sentence(name: str) -> bool:
    """Whether what stands after "Tin:" is a title: too long for a name, most of it small, or all of it large."""
    spoken = words(name)
    if len(spoken) <= LONGEST_NAME:
        return False
    if is_shouting(name):
        return not is_office(name) and credited(name)[1] is None and not are_names_in_capitals(name)
    return sum(word[0].isupper() for word in spoken) < len(spoken) / 2


def _labelled(label: str, name: str) -> Byline | None:
    author, unit = credited(PHOTO_CREDIT.sub("", name))
    if SOURCE.fullmatch(label):
        return Byline(source=name.strip(" ."), genre=COLLECTED)
    if COLLECTOR.fullmatch(label):
        return Byline(author=author, genre=COLLECTED, unit=unit)
    if name.endswith(("?", "!")) or (label in SPEAKERS and not is_person(name)):
        return None
    if WRITER.fullmatch(label):
        return Byline(author=author, unit=unit)
    if LABEL.fullmatch(label) and not _is_sentence(name):
        works = set(words(label)) - {"va"}
        if "noi" in works and not is_person(name):
            return None
        if works <= {"anh", "hinh", "photo", "video", "clip"}:
            return Byline() if is_person(name) or is_office(name) or len(words(name)) == 1 else None
        both = "tin" in works and "bai" in works
        return Byline(author=author, genre=None if both else "Tin" if "tin" in works else "Bài", unit=unit)
    return None


def _unlabelled(paragraph: Paragraph, below: Sequence[str], *, in_letter: bool, left: bool) -> Byline | None:
    """A name without a label: last of all, or above its office.

    In a letter only one that stands right, or in brackets, is a byline: nobody signs a letter so.
    """
    apart = paragraph.align is Align.RIGHT or (left and is_bold(paragraph)) or _in_brackets(text_of(paragraph))
    text = one_line(text_of(paragraph))
    above_office = len(below) == 1 and is_office(below[0].strip(" ()")) and is_person(text)
    if above_office and _in_brackets(below[0]):
        return Byline(author=text)
    if (in_letter and not apart) or (below and not above_office):
        return None
    return _bare_name(paragraph)


def _in_brackets(text: str) -> bool:
    line = text.strip()
    return line.startswith("(") and line.rstrip(".").endswith(")")


def _is_role(paragraph: Paragraph, text: str) -> bool:
    """Whether a line above a signature says what office its writer holds."""
    apart = paragraph.align in (Align.RIGHT, Align.CENTER) or is_bold(paragraph)
    return apart and len(words(text)) <= LONGEST_ROLE and bool(TITLES.match(fold(text)))


def _bare_name(paragraph: Paragraph) -> Byline | None:
    """A name alone at the end of a document, set apart from the text; "BBT" and "CTV ..." as they stand."""
    text = one_line(text_of(paragraph)).strip(" .()")
    if STANDING.fullmatch(text):
        return Byline(author=credited(text)[0])
    if not (paragraph.align is Align.RIGHT or is_bold(paragraph) or _in_brackets(text_of(paragraph))):
        return None
    if is_person(text) or INITIALS.fullmatch(text) or is_office(text):
        return Byline(author=text)
    author, unit = credited(text)
    return Byline(author=author, unit=unit) if author and author != text and is_person(author) else None


def take_above_title(sheet: Sheet) -> Byline:
    """The writer whom the first line of a document names, as that of a contest entry does."""
    place, paragraph = next(iter(sheet.paragraphs()), (0, None))
    line = one_line(text_of(paragraph)) if paragraph else ""
    found = parse(line) if names_writer(line) else None
    return replace(found, text=one_line(sheet.take(place))) if found and found.author else Byline()


def joined(above: Byline, end: Byline) -> Byline:
    """Both lines as one; the author whom the end names comes first."""
    text = "\n".join(filter(None, [above.text, end.text])) or None
    return replace(end, text=text, author=end.author or above.author, unit=end.unit or above.unit)


def names_writer(text: str) -> bool:
    """Whether a line says "Tác giả: ..." or the like, and names no kind of work: "Tin: ..." may be a title."""
    match = PARTED.match(one_line(text))
    if match is None or (fold(match["label"]) in SPEAKERS and not is_person(match["name"])):
        return False
    return WRITER.fullmatch(fold(match["label"])) is not None


def names_sender(text: str) -> bool:
    """Whether a line says who sends a letter, which signs it: "Người gửi: ..."."""
    match = PARTED.match(one_line(text))
    return match is not None and SENDER.fullmatch(fold(match["label"])) is not None


def take_below_title(sheet: Sheet, title: str, end: Byline) -> Byline:
    """With the author on the line below the title: labelled, at the right, or in capitals where the title is not.

    `end` is what the end of the text said.
    """
    place, paragraph = next(iter(sheet.paragraphs()), (0, None))
    line = one_line(text_of(paragraph)) if paragraph else ""
    found = parse(line)
    if found is None and paragraph is not None and paragraph.align is Align.RIGHT:
        found = _bare_name(paragraph)
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
    names = [] if COUNTED.match(text) else re.split(r"\s+[-–]\s+|\s*[,;&]\s*", text)
    return bool(names) and len(names) <= MOST_NAMES and is_shouting(text) and all(map(is_name, names))
