"""What writers add below their article as they do below an application: place and date, address, account number.

It is about them and not for their readers; some of it is personal data (Nghị định 13/2023/NĐ-CP, điều 2).
"""

import re

from ingest.anatomy import byline
from ingest.anatomy.footers import is_name, is_office, is_person
from ingest.anatomy.labels import is_labelled
from ingest.anatomy.letterhead import is_place_and_date
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.words import one_line, words
from tinbai.blocks import Paragraph, text_of
from tinbai.text import fold

PRIVATE = "thông tin riêng của người viết"
DATED = "địa danh, ngày tháng cuối bài"
LOOKED_AT = 10  # paragraphs from the end
LONGEST = 25  # words
PERSONAL = re.compile(
    r"(?:dia chi|noi o|dt|dd|sdt|so dt|dien thoai|so dien thoai|di dong|email|e-mail|zalo|don vi cong tac|noi cong tac"
    r"|ngay sinh|nam sinh|ma so thue|mst)\b[^:]{0,20}:"
)
SURELY_PERSONAL = re.compile(
    r"(?:so tai khoan|stk|tai khoan|so tk|tk|cccd|cmnd|so cccd|so cmnd|can cuoc)\b[^:]{0,30}[:.]? ?\S*\d"
)
ROLE = re.compile(r"(?:chuc vu|nghe nghiep|lop|don vi|ho (?:va )?ten)\s*:")
WHEN = re.compile(r"(?:ngay (?:viet|gui|lam|soan)(?: (?:bai|tin))?|viet ngay|thoi gian (?:viet|gui))\b.{0,20}\d")
APPROVED = "người duyệt bài"
APPROVES = re.compile(r"[^:]{0,30}\b(?:duyet|tham dinh|kiem tra|xac nhan)\b[^:]{0,30}:")
LONGEST_APPROVAL = 15  # words
LAST_LINES = 5  # among which an approval stands
INTRODUCES = re.compile(r"(?:tôi|em|cháu|mình|con)\s+(?:xin\s+)?(?:tên\s+)?(?:là|tên)\s*:?\s+", re.IGNORECASE)
TELLS_OF_SELF = re.compile(  # of a part of such a sentence: "trú tại thôn Xóm Mới", "số điện thoại 0900 ..."
    r"(?:la )?(?:hien )?(?:dang )?(?:thuong |tam )?(?:tru|cu tru|o|ngu|song|dia chi|sinh|nam nay|so|sdt|dt|dien thoai"
    r"|cccd|cmnd|can cuoc|e-?mail|nguoi dan|cong dan|cu dan|xa|thon|phuong|to|ap|ban|khu|tinh|duong|ngo|doi)\b|\d"
)
MOST_INTRODUCED = 3  # paragraphs from the top
LONGEST_INTRODUCTION = 45  # words
SIGNED = re.compile(r"\(?(?:da )?ky(?: ten)?\)?\.?")


def set_writer_lines_aside(sheet: Sheet) -> None:
    """Set the lines aside that stand around the byline at the end, and those about the writer above the title.

    Contacts without a writer are for readers.
    """
    _set_top_aside(sheet)
    run = _run(sheet)
    private = [place for place, paragraph in run if _is_personal(paragraph) or _is_role(paragraph)]
    named = any(_is_writer(paragraph) for _, paragraph in run)
    surely = any(SURELY_PERSONAL.match(fold(text_of(paragraph))) for _, paragraph in run)
    if named or surely:
        sheet.set_aside(private, PRIVATE)
    if named:
        sheet.set_aside([place for place, paragraph in run if _says_when(paragraph)], DATED)


def set_approval_aside(sheet: Sheet) -> None:
    """Set the line aside that says at the end who approved a text: "Lãnh đạo duyệt: ..."."""
    for place, paragraph in sheet.paragraphs()[-LAST_LINES:]:
        text = text_of(paragraph)
        match = APPROVES.match(fold(text)) if ":" in text and len(words(text)) <= LONGEST_APPROVAL else None
        named = one_line(text.partition(":")[2]).rstrip(" .")
        if match and (not named or is_person(named) or is_office(named) or SIGNED.fullmatch(fold(named))):
            sheet.set_aside([place], APPROVED)


def set_introduction_aside(sheet: Sheet) -> None:
    """Set the sentence aside in which a letter's writer says who and where they are, and nothing else."""
    for place, paragraph in sheet.paragraphs()[:MOST_INTRODUCED]:
        if _is_introduction(one_line(text_of(paragraph))):
            sheet.set_aside([place], PRIVATE)
            return


def _is_introduction(text: str) -> bool:
    match = INTRODUCES.match(text)
    if match is None or len(words(text)) > LONGEST_INTRODUCTION:
        return False
    name, *parts = re.split(r"\s*[,;]\s*|\s+[–-]\s+|\s+(?=\()|\.\s+", text[match.end() :].rstrip(" ."))
    return bool(parts) and is_person(name) and all(TELLS_OF_SELF.match(fold(part).lstrip("( ")) for part in parts)


def _set_top_aside(sheet: Sheet) -> None:
    run: list[tuple[int, Paragraph]] = []
    for place, paragraph in sheet.paragraphs()[:LOOKED_AT]:
        if is_labelled(text_of(paragraph)):
            continue
        about = _is_personal(paragraph) or _is_role(paragraph) or _says_when(paragraph)
        if not (about or byline.names_writer(text_of(paragraph))):
            break
        run.append((place, paragraph))
    private = [place for place, paragraph in run if not byline.names_writer(text_of(paragraph))]
    if len(private) < len(run):
        sheet.set_aside(private, PRIVATE)


def _is_role(paragraph: Paragraph) -> bool:
    return ROLE.match(fold(text_of(paragraph))) is not None


def _run(sheet: Sheet) -> list[tuple[int, Paragraph]]:
    """The paragraphs at the end that say who wrote, where and when, and nothing else."""
    found: list[tuple[int, Paragraph]] = []
    for place, paragraph in reversed(sheet.paragraphs()[-LOOKED_AT:]):
        about = _is_personal(paragraph) or _is_role(paragraph) or _says_when(paragraph)
        if not (about or _is_writer(paragraph)):
            break
        found.append((place, paragraph))
    return found[::-1]


def _says_when(paragraph: Paragraph) -> bool:
    """Whether a line says where and when it was written: "An Mẫu, ngày ...", "Ngày viết: 12/11/2026"."""
    folded = fold(one_line(text_of(paragraph)))
    return is_place_and_date(folded) or (WHEN.match(folded) is not None and len(words(folded)) <= LONGEST)


def _is_personal(paragraph: Paragraph) -> bool:
    folded = fold(text_of(paragraph))
    matches = PERSONAL.match(folded) or SURELY_PERSONAL.match(folded) or SIGNED.fullmatch(folded)
    return len(words(folded)) <= LONGEST and bool(matches)


def _is_writer(paragraph: Paragraph) -> bool:
    text = one_line(text_of(paragraph))
    return bool(byline.parse(text)) or byline.is_label_alone(text) or is_name(text)
