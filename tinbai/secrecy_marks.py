"""Marks of secrecy (dấu chỉ độ mật) in any text of a letter: a mark stands alone, an article only speaks of secrets.

How they are set on paper: MẬT, TỐI MẬT, TUYỆT MẬT in capitals in a frame of their own beneath the document's number
(Thông tư 24/2020/TT-BCA, Điều 2); "Lưu hành nội bộ" and "Không phổ biến" likewise. So a mark is a line, a cell, or
what brackets, dashes and wide gaps part from the rest of a line. "Bảo mật", "bí mật", "mật ong" and a sentence about
documents that bear a mark are none.
"""

import re
from collections.abc import Iterable

from tinbai.text import fold

_PARTS = re.compile(r"[\t|/\\()\[\]{}<>«»“”\"_;:,.*•~=]+| {2,}|(?<!\s)\s+[-–—]+\s+|^[-–—]+|(?<![-–—])[-–—]+$")
_GAPS = re.compile(r"(?<=\b\w) (?=\w\b)")  # letters set apart: "M Ậ T"
_DEGREES = frozenset({"MẬT", "TỐI MẬT", "TUYỆT MẬT"})
_BARE_DEGREES = frozenset({"TOI MAT", "TUYET MAT"})  # without diacritics only as capitals: "toi mat" is "I lost"
_STATED = re.compile(r"\b(?:độ|mức độ|dấu) mật\s*[:=]\s*(?:tuyệt mật|tối mật|mật)\b", re.IGNORECASE)
_INTERNAL = re.compile(r"(?:(?:tai lieu|van ban|thong tin) )?(?:nay )?(?:chi )?(?:duoc )?luu hanh noi bo")
_THIS = re.compile(r"\b(?:tai lieu|van ban|thong tin) nay (?:chi )?(?:duoc )?luu hanh noi bo\b")
_NOT_TO_SPREAD = frozenset({"KHÔNG PHỔ BIẾN", "TÀI LIỆU KHÔNG PHỔ BIẾN"})


# Of one sign: what is longer is drawn, and would be gone over again from each of its signs.
_RUN = re.compile(r"([^\w])\1{20,}")


def has_mark(lines: Iterable[str]) -> bool:
    """Whether one of these lines is, or holds, a mark of secrecy."""
    return any(_is_marked(line) for line in lines)


def _is_marked(line: str) -> bool:
    if not _may_be(line):
        return False
    if _STATED.search(line) or _THIS.search(fold(line)):
        return True
    return any(_is_mark(part.strip(" '!?-–—")) for part in _PARTS.split(_RUN.sub(r"\1\1", line)))


def _may_be(line: str) -> bool:
    """At a glance: almost every line ends here."""
    upper = line.upper()
    return (
        "MẬT" in upper or "MAT" in upper or "Ậ" in upper or "NỘI BỘ" in upper or "NOI BO" in upper or "PHỔ B" in upper
    )


def _is_mark(part: str) -> bool:
    words = " ".join(part.split())
    if not words:
        return False
    closed = _closed(words)
    if closed in _DEGREES or closed in _BARE_DEGREES or words in _NOT_TO_SPREAD:
        return True
    return len(words) < 50 and _INTERNAL.fullmatch(fold(words)) is not None


def _closed(words: str) -> str:
    """Letters set apart put together again, where all of them are."""
    if len(words) < 4 or any(len(word) > 1 for word in words.split()):
        return words
    together = _GAPS.sub("", words)
    return next((degree for degree in _DEGREES if degree.replace(" ", "") == together), together)
