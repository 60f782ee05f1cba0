"""When the subject of a letter can serve as a title, and when it only says that there is something inside."""

import re
import unicodedata

from ingest.anatomy.words import one_line, words
from tinbai.text import fold

PREFIX = re.compile(
    r"\s*(?:(?:re|fwd?|tr|chuyển tiếp|chuyen tiep|trả lời|tra loi)\s*:"
    r"|(?:gửi |gui )?(?:tin,? ?(?:và )?bài(?: viết)?|tin bai|tin|bài viết|bài|bai|bai viet)\s*[:–-]|v/v:?)\s*",
    re.IGNORECASE,
)
LONGEST = 1_000  # characters of a subject that are looked at
SAYS_NOTHING = frozenset(
    "gui xin kinh chuyen nop bo sung tin bai anh hinh video viet file tep dinh kem cac mot may so ngay tuan thang nam"
    " quy dau cuoi lan cua cho bbt ban bien tap xa phuong thon ap to dang web website trang cong moi va ve len"
    " toi em nho duyet gap giup khong co tieu de no subject untitled none test hello hi re fwd fw v".split()
)


def title_from(subject: str | None, *, accented: bool = True) -> str | None:
    """The subject without "Re:", "Tin bài:" and the like, or None when it says nothing.

    `accented`: the text it would stand above is Vietnamese with diacritics; then a subject without any is a file
    name rather than a title.
    """
    rest = one_line((subject or "")[:LONGEST])
    while match := PREFIX.match(rest):
        rest = rest[match.end() :]
    telling = [word for word in words(fold(rest)) if word not in SAYS_NOTHING and not word.isdigit()]
    if len(telling) < 2 or len(words(rest)) < 3 or (accented and not has_diacritics(rest)):
        return None
    return rest


def has_diacritics(text: str) -> bool:
    """Whether a text carries any Vietnamese mark."""
    return "đ" in text.lower() or any(map(unicodedata.combining, unicodedata.normalize("NFD", text)))
