"""What differs between two bodies whose words are the same: bold, headings, lists, links; each as a sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from review.language import Words, _
from tinbai.html import text_of_html, top_level

OPENING_WORDS = 8
MOST = 30  # sentences
MOST_ELEMENTS = 1_000  # of both versions: finding what is equal takes the square of the time
_TAG = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*)>')
_NAMES: Mapping[str, str] = Words({
    "strong": "chữ đậm", "em": "chữ nghiêng", "u": "gạch chân", "sub": "chỉ số dưới", "sup": "chỉ số trên",
    "a": "liên kết", "h2": "đề mục", "h3": "đề mục nhỏ", "h4": "đề mục nhỏ nhất", "p": "đoạn thường",
    "ul": "danh sách chấm tròn", "ol": "danh sách đánh số", "blockquote": "trích dẫn", "table": "bảng",
    "th": "ô tiêu đề",
})  # fmt: skip


def changed_marks(before_html: str, after_html: str) -> list[str]:
    """The sentences, in the order of the later text; paragraphs whose words differ are left to the words.

    None for very long texts.
    """
    old, new = top_level(before_html), top_level(after_html)
    if len(old) + len(new) > MOST_ELEMENTS:
        return []
    found: list[str] = []
    matcher = SequenceMatcher(a=[_words(each) for each in old], b=[_words(each) for each in new], autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        for step in range(size):
            one, two = old[start + step], new[other + step]
            if one != two and (what := "; ".join(_changes(one, two))):
                found.append(f"“{_opening(two)}”: {what}.")
    return found[:MOST]


def _changes(one: str, two: str) -> Iterator[str]:
    before, after = _marks(one), _marks(two)
    for name in [*after, *(name for name in before if name not in after)]:
        count = after[name] - before[name]
        if count and name in _NAMES:
            words = _("thêm {mark}") if count > 0 else _("bỏ {mark}")
            yield words.format(mark=_NAMES[name])
    if before == after:
        yield _("đổi căn lề hoặc chỗ đặt định dạng")


def _marks(html: str) -> Counter[str]:
    return Counter(match[1] for match in _TAG.finditer(html))


def _words(html: str) -> str:
    """Without the numbers that a list prints: a list made of paragraphs has the same words."""
    return re.sub(r"^(?:- |\d+\. )", "", " ".join(text_of_html(html).split()))


def _opening(html: str) -> str:
    words = _words(html).split()
    return " ".join(words[:OPENING_WORDS]) + ("…" if len(words) > OPENING_WORDS else "")
