"""A reference to a document that another one replaced. The list is `replaced.toml` beside this file."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.site_data import SiteData

_HISTORY = re.compile(r"thay thế|bãi bỏ|hết hiệu lực|trước đây|\bcũ\b|sửa đổi|được thay bằng", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """A document, the last day on which it was in force, and what came after it."""

    kind: str
    number: str
    until: date
    by: str
    since: date

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its number as people write it: "Nghị định 43/2011", "NĐ 43/2011/NĐ-CP"."""
        number, year, *symbol = self.number.split("/")
        tail = "".join(rf"(?:\s?/\s?{re.escape(part)})?" for part in symbol)
        return re.compile(rf"(?<![\d/]){number}\s?/\s?{year}{tail}(?![\d/\w])", re.IGNORECASE)


@cache
def replaced() -> Sequence[tuple[Replaced, re.Pattern[str]]]:
    """What `replaced.toml` says."""
    data = tomllib.loads(Path(__file__).with_name("replaced.toml").read_text(encoding="utf-8"))
    return tuple((each, each.pattern) for each in (Replaced(**row) for row in data["replaced"]))


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """A text of today goes by what is in force today; a sentence on the replacement itself names both."""
    for document, pattern in replaced():
        if article.date is not None and article.date.date() <= document.until:
            continue
        for passage in article.passages:
            for found in pattern.finditer(passage.text):
                around = sentence(passage.text, *found.span())
                if not _HISTORY.search(around) and "/".join(document.by.split("/")[:2]) not in around:
                    yield Found(
                        where=passage.where(*found.span()),
                        message=f"Đã có văn bản thay thế {document.kind} số {document.number}: {document.by}, "
                        f"có hiệu lực từ ngày {document.since:%d/%m/%Y}.",
                        repairs=(document.by,),
                        confidence=0.9,
                    )
