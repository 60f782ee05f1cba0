"""Lines around a title that are neither title nor text: what the piece is, the part of a bulletin, place and date."""

import re

from ingest.anatomy.labels import WHY as LABEL
from ingest.anatomy.letterhead import is_place_and_date
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.title import REAL_PARAGRAPH, is_marked, looks_like_title
from ingest.anatomy.words import one_line, words
from tinbai.blocks import text_of
from tinbai.text import fold

DATED = "địa danh, ngày tháng dưới tiêu đề"
LINES = 2  # below a title that are looked at
LONGEST_KIND = 15  # words
KIND = re.compile(
    r"\((?:bai|bai viet|tin|tin bai|tac pham|cau chuyen|phong su|ghi chep|tan van)"
    r" (?:du thi|tham gia|tham du|huong ung|viet (?:ve|nhan|cho)|nhan|chao mung)\b[^()]*\)\W*"
)
SECTION = re.compile(r"\s*(?:IV|IX|V?I{1,3}|V|X|[A-H])\s*[.)/–-]\s*(?=\S)")
COUNTED = re.compile(r"\s*\d{1,2}\s*\.\s*(?=[^\W\d_])")  # in capitals; "8/3 – NGÀY HỘI" is a title with its date
LONGEST_SECTION = 6  # words


def set_section_aside(sheet: Sheet) -> None:
    """The part of a bulletin that an item begins: "II. TIN THỂ THAO" above a title and a real paragraph."""
    paragraphs = sheet.paragraphs()[:3]
    if len(paragraphs) < len(("section", "title", "text")):
        return
    (place, section), (_, title), (_, below) = paragraphs
    counted = _is_section(text_of(section)) and len(words(text_of(section))) <= LONGEST_SECTION
    titled = is_marked(title, one_line(text_of(title))) and looks_like_title([title, below])
    if counted and titled and len(words(text_of(below))) >= REAL_PARAGRAPH:
        sheet.set_aside([place], LABEL)


def _is_section(text: str) -> bool:
    return SECTION.match(text) is not None or (COUNTED.match(text) is not None and text.isupper())


def set_lines_below_title_aside(sheet: Sheet) -> None:
    """Place and date below a title, and in brackets what the piece was written for: "(Bài dự thi ...)"."""
    for place, paragraph in sheet.paragraphs()[:LINES]:
        folded = fold(one_line(text_of(paragraph)))
        if is_place_and_date(folded):
            sheet.set_aside([place], DATED)
        elif KIND.fullmatch(folded) and len(words(folded)) <= LONGEST_KIND:
            sheet.set_aside([place], LABEL)
