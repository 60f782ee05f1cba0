"""The head of an official paper: the office on the left, the country on the right. It is no part of an article."""

import re

from ingest.anatomy.sheet import Sheet
from ingest.anatomy.words import words
from tinbai.blocks import Block, Paragraph, Rule, Table, text_of
from tinbai.text import fold

WHY = "tên cơ quan, quốc hiệu ở đầu văn bản"
LOOKED_AT = 10  # blocks from the top
NATION = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap ?[-–] ?tu do|dang cong san viet nam")
OFFICE = re.compile(
    r"^(?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd|dang uy|dang bo|huyen uy|tinh uy|ban chap hanh|bch )"
    r"|^(?:uy ban mttq|ubmttq)"
    r"|^(?:so|s0): ?\S*/\S+$|^(?:so|s0): ?[.…]*$"
)
MASTHEAD = re.compile(r"\W*(?:ban tin|tap san|noi san|dac san)\b.{0,80}\b(?:so|thang|quy|tuan)\b\W*\d", re.DOTALL)
DATE_WHY = "địa danh, ngày tháng ở đầu bài"
MASTHEAD_WHY = "tên bản tin ở đầu tệp"
LONGEST_MASTHEAD = 30  # words
LONGEST_HEAD = 60  # words
PLACE_AND_DATE = re.compile(
    r"[\w .-]{2,40}, (?:ngay\b.{0,12}\bthang\b.{0,8}\bnam \d{4}|(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\W*"
)
NUMBER = re.compile(r"\W*(?:so|s0)\s*: ?[\w.…]*\s?[/-]\s?[\w&/.-]+")


def set_aside_letterhead(sheet: Sheet) -> str:
    """Set the letterhead aside and return its text: an official document has its number and date there."""
    _set_masthead_aside(sheet)
    _set_dated_table_aside(sheet)
    top = sheet.left()[:LOOKED_AT]
    end = max((order + 1 for order, (_, block) in enumerate(top) if _is_nation(block)), default=0)
    if end:
        end += _trailing(top[end:])
    places = [place for place, block in top[:end] if isinstance(block, Paragraph | Table | Rule)]
    text = "\n".join(text_of(block) for _, block in top[:end])
    sheet.set_aside(places, WHY)
    if not places:
        _set_date_aside(sheet)
    return text


def _set_date_aside(sheet: Sheet) -> None:
    """Place and date on a line above the title, as they stand at the top of any letter."""
    for place, paragraph in sheet.paragraphs()[:1]:
        if is_place_and_date(fold(text_of(paragraph))):
            sheet.set_aside([place], DATE_WHY)


def _set_masthead_aside(sheet: Sheet) -> None:
    """The name and number of a bulletin, in one block or two."""
    top = [(place, block) for place, block in sheet.left()[:2] if isinstance(block, Paragraph | Table)]
    for count in (1, 2):
        text = "\n".join(text_of(block) for _, block in top[:count])
        if len(words(text)) <= LONGEST_MASTHEAD and MASTHEAD.match(fold(text)):
            sheet.set_aside([place for place, _ in top[:count]], MASTHEAD_WHY)
            return


def _set_dated_table_aside(sheet: Sheet) -> None:
    """The head of those who leave the country's name out: a table at the top, office on one side, place and date."""
    for place, block in sheet.left()[:1]:
        lines = re.split(r"[\n\t]+", fold(text_of(block))) if isinstance(block, Table) else []
        if any(is_place_and_date(line.strip()) for line in lines) and len(words(text_of(block))) <= LONGEST_HEAD:
            sheet.set_aside([place], WHY)


def _is_nation(block: Block) -> bool:
    text = text_of(block)
    short = len(words(text)) <= (80 if isinstance(block, Table) else 25)
    return short and bool(NATION.search(fold(text)))


def _trailing(following: list[tuple[int, Block]]) -> int:
    """How many blocks below the country's name still belong to the head: lines, the number, place and date."""
    for order, (_, block) in enumerate(following):
        folded = fold(text_of(block))
        if isinstance(block, Rule) or not words(folded) or OFFICE.search(folded) or _is_number_or_date(folded):
            continue
        return order
    return 0


def _is_number_or_date(folded: str) -> bool:
    """Whether a folded line is that of the number, of place and date, or of both, a tab between them."""
    number = NUMBER.match(folded)
    rest = folded[number.end() :].strip() if number else folded
    return (number is not None and not rest) or is_place_and_date(rest)


def is_place_and_date(folded: str) -> bool:
    """Whether a folded line is that of place and date: "An Mẫu, ngày 05 tháng 10 năm 2026", "An Mẫu, 05/10/2026"."""
    return PLACE_AND_DATE.fullmatch(folded.strip()) is not None
