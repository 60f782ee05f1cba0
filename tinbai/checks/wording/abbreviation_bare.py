"""An abbreviation that is not explained where it first stands: "BCHPCTT" without a word on what it is."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.abbreviations import KNOWN
from tinbai.checks.vocabulary.masked import masked
from tinbai.site_data import SiteData

_CAPITALS = re.compile(r"(?<![\w/.&-])[A-ZĐƯ]{2,12}(?![\w/&])")
_EXPLAINED = re.compile(r"\((?:gọi tắt là |sau đây gọi (?:tắt )?là |viết tắt là )?[“\"]?([A-ZĐƯ]{2,12})[”\"]?\)")
_ROMAN = re.compile(r"[IVXLC]+")
_SHOUTING = 0.5  # share of capitals from which a text is in capitals as a whole
_MOST = 3  # findings an article


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Every abbreviation is well known, or the site's own, or explained in brackets somewhere in the text."""
    known = KNOWN | {each.upper() for each in (site.abbreviations if site else ())}
    if site:
        known |= {word for unit in site.units for name in (unit.name, *unit.names) for word in _CAPITALS.findall(name)}
    known |= {each[1] for passage in article.passages for each in _EXPLAINED.finditer(passage.text)}
    told = set(known)
    for passage in article.passages:
        if passage.field == "byline" or _shouts(passage.text):
            continue
        for found in _CAPITALS.finditer(masked(passage.text)):
            if found[0] in told or _ROMAN.fullmatch(found[0]) or f"{found[0]} (" in passage.text:
                continue
            told.add(found[0])
            if len(told) - len(known) > _MOST:
                return
            yield Found(
                where=passage.where(*found.span()),
                message=f"Chữ tắt “{found[0]}” chưa được giải thích: lần đầu nên viết đầy đủ.",
                confidence=0.5,
            )


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _SHOUTING * len(letters)
