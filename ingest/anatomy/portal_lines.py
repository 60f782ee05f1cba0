"""What a web page or a messenger prints around a text, and people copy with it: "Lượt xem: 214", "02/12/2026 17:41"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import is_header, label_of
from ingest.anatomy.footers import TITLES, is_office, is_person
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.title import REAL_PARAGRAPH, looks_like_title
from ingest.anatomy.words import one_line, words
from tinbai.blocks import Paragraph, text_of
from tinbai.text import fold

WHY = "chữ của trang web hoặc ứng dụng, chép kèm theo bài"
TOP = 8  # paragraphs among which an hour stands that a page or a messenger printed
LONGEST_SENDER = 6  # words of the name above a message
LONGEST = 15  # words of any such line
MOST_LETTERS = 200  # of one: the patterns below are not for longer ones
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_CLOCK = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?(?:am|pm|sa|ch))?"
STAMP = re.compile(
    r"\W*(?P<said>(?:cap nhat|ngay dang|dang luc|dang ngay|xuat ban|thoi gian dang)\W+)?"
    r"(?P<weekday>(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\W+)?(?:ngay )?"
    rf"(?:{_DATE}\W+(?:luc )?{_CLOCK}|{_CLOCK}\W+(?:ngay )?{_DATE})\W*(?P<zone>\(?gmt ?[+-] ?\d{{1,2}}\)?)?\W*"
)
SPOKEN = re.compile(r"\dh\d|\d\W+ngay ")  # how people write the hour of an event: "19h30", "19:30 ngày 20/11/2026"
PLACE_OF_EVENT = re.compile(r"\W*dia diem\b|\s*📍")
ENDS = (".", "!", "?", ":", "…")  # of a paragraph; a closing mark may follow
CLOSING_MARKS = " ”\"»’')"
VIEWS = re.compile(
    r"\W*(?:so )?(?:luot|lan) (?:xem|doc|truy cap|binh luan|thich|chia se)\W*\d[\d.,]*\W*"
    r"|\W*\d[\d.,]*k? (?:luot|lan) (?:xem|doc|truy cap|binh luan|thich|chia se)\W*"
)
BUTTONS = frozenset(
    "chia se|facebook|zalo|twitter|email|in|in trang|in trang nay|in bai viet|in tin|in bai|luu|luu bai|quay lai"
    "|ve dau trang|co chu|thich|binh luan|gui email|gui cho ban be|sao chep lien ket|nghe doc bai|doc bai"
    "|xem them|an bot|theo doi|tweet|like|share|copy link|a|a+|a-".split("|")
)
RELATED = re.compile(
    r"\W*(?:cac )?(?:tin|tin tuc|bai|bai viet|tin bai) (?:lien quan|khac|cung chuyen muc|moi hon|cu hon|da dua)\W*"
)


def set_portal_lines_aside(sheet: Sheet) -> None:
    """Set aside what only a page or a messenger says about a text that was copied out of it."""
    _set_stamps_aside(sheet)
    for place, paragraph in sheet.paragraphs():
        if _is_printed(one_line(text_of(paragraph))):
            sheet.set_aside([place], WHY)
    _set_related_aside(sheet)


def _is_printed(text: str) -> bool:
    if len(text) > MOST_LETTERS or not 1 < len(words(text)) <= LONGEST:
        return False
    folded = fold(text)
    return VIEWS.fullmatch(folded) is not None or _are_buttons(folded) or _is_path(folded)


def _are_buttons(folded: str) -> bool:
    parts = [part.strip() for part in re.split(r"[|:/•·,]+|\s{2,}", folded) if part.strip()]
    return bool(parts) and all(part in BUTTONS for part in parts)


def _is_path(folded: str) -> bool:
    """Whether a line is the way to a page: "Trang chủ » Tin tức"."""
    parts = [part.strip() for part in re.split(r"[»›>|/]+", folded) if part.strip()]
    return len(parts) > 1 and parts[0] in {"trang chu", "trang nhat", "home"}


def _set_stamps_aside(sheet: Sheet) -> None:
    """A line that is a date and an hour, near the top; and the sender above it, when a title stands below."""
    paragraphs = sheet.paragraphs()
    for order, (place, paragraph) in enumerate(paragraphs[:TOP]):
        above, below = ([line for _, line in part] for part in (paragraphs[:order][-1:], paragraphs[order + 1 :][:1]))
        if _is_stamp(one_line(text_of(paragraph))) and not _is_of_event(above, below):
            sheet.set_aside([place], WHY)
            titled = looks_like_title([line for _, line in paragraphs[order + 1 : order + 3]])
            if order and titled and _is_sender(paragraphs[order - 1][1]):
                sheet.set_aside([paragraphs[order - 1][0]], WHY)


def _is_stamp(text: str) -> bool:
    """Whether a line is a date and an hour as a program prints them; one that a person may write needs a sign of it."""
    match = STAMP.fullmatch(fold(text)) if len(text) <= MOST_LETTERS else None
    if match is None:
        return False
    return any(match.group("said", "weekday", "zone")) or SPOKEN.search(match[0]) is None


def _is_of_event(above: Sequence[Paragraph], below: Sequence[Paragraph]) -> bool:
    """Whether the lines around an hour say that something takes place then: "Thời gian:", "Địa điểm: ..."."""
    led = any(text_of(line).rstrip().endswith(":") for line in above)
    return led or any(PLACE_OF_EVENT.match(fold(text_of(line))) for line in below)


def _is_sender(paragraph: Paragraph) -> bool:
    text = one_line(text_of(paragraph))
    named = is_person(text) or is_office(text) or TITLES.match(fold(text)) is not None
    return named and len(words(text)) <= LONGEST_SENDER


def _announces_others(text: str) -> bool:
    return len(text) <= MOST_LETTERS and RELATED.fullmatch(fold(text)) is not None


def _set_related_aside(sheet: Sheet) -> None:
    """A list of other articles at the end, up to a byline or the captions. With a text below, it heads that text."""
    paragraphs = sheet.paragraphs()
    texts = [one_line(text_of(paragraph)) for _, paragraph in paragraphs]
    start = next((order for order, text in enumerate(texts) if order and _announces_others(text)), len(texts))
    listed = list(takewhile(lambda text: not (label_of(text) or is_header(text)), texts[start:]))
    if any(map(_is_text, listed)):
        return
    titles = list(takewhile(lambda text: byline.parse(text) is None, listed))
    sheet.set_aside([place for place, _ in paragraphs[start : start + len(titles)]], WHY)


def _is_text(text: str) -> bool:
    return len(words(text)) >= REAL_PARAGRAPH and text.rstrip(CLOSING_MARKS).endswith(ENDS)
