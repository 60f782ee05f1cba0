"""Spaces and signs: a space before a comma, none behind it, two full stops."""

import re
from collections.abc import Callable, Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.letters import LOWER, UPPER
from tinbai.checks.vocabulary.masked import masked
from tinbai.site_data import SiteData

_MOST = 10  # findings an article
_SPACE_BEFORE = re.compile(r"(?<=[\w”\")]) {1,5}([,;:!?]|\.(?![.\d\w]))(?=\s|$)")
_NONE_BEHIND = re.compile(r"(?<=[^\W\d_])([,;])(?=[^\W\d_])")
_FULL_STOP = re.compile(rf"(?<=[{LOWER}]{{2}})\.(?=[{UPPER}][{LOWER}]{{1,10}}\b)")
_TWO_STOPS = re.compile(r"(?<![.…])\.\.(?![./…])|,,|;;|(?<![.…])\.,|,\.(?!\.)")
_TWO_SPACES = re.compile(r"(?<=[^\s\t]) {2,20}(?=[^\s\t])")
_RULES: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str]], str]], ...] = (
    (_SPACE_BEFORE, "Thừa dấu cách trước dấu câu.", lambda found: found[1]),
    (_NONE_BEHIND, "Thiếu dấu cách sau dấu câu.", lambda found: f"{found[1]} "),
    (_FULL_STOP, "Thiếu dấu cách sau dấu chấm.", lambda _found: ". "),
    (_TWO_STOPS, "Dấu câu bị gõ hai lần.", lambda found: found[0][0]),
    (_TWO_SPACES, "Thừa dấu cách giữa hai chữ.", lambda _found: " "),
)


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every sign stands as it is usual in print; the first ten places are told."""
    told = 0
    for passage in article.passages:
        text = masked(passage.text)
        for pattern, message, right in _RULES:
            for found in pattern.finditer(text):
                if passage.text[found.start() : found.end()] != found[0] or "\t" in found[0]:
                    continue  # blanked out
                told += 1
                if told > _MOST:
                    return
                yield Found(where=passage.where(*found.span()), message=message, repairs=(right(found),))
