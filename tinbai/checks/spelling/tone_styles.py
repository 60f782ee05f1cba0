"""Old and new place of the tone mark in one text: "hòa" and "hoà". Either is right, both together look careless."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.site_data import SiteData
from tinbai.vietnamese.tone_style import is_new, is_old, old_style

_WORD = re.compile(r"[^\W\d_]{2,8}")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """One finding an article, at the first word of the new style, since laws and newspapers write the old one."""
    words = [(passage, word) for passage in article.passages for word in _WORD.finditer(passage.text)]
    new = next(((passage, word) for passage, word in words if is_new(word[0])), None)
    old = next((word for _, word in words if is_old(word[0])), None)
    if new and old:
        passage, word = new
        yield Found(
            where=passage.where(*word.span()),
            message=f"Bài dùng lẫn hai kiểu đặt dấu thanh (“{old[0]}”, “{word[0]}”): nên thống nhất một kiểu.",
            repairs=(old_style(word[0]),),
        )
