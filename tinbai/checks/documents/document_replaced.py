"""A reference to a document that another one replaced, from the list of the program and the site's own."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import letter_day
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.replaced_documents import shipped
from tinbai.site_data import ReplacedDocument, SiteData

_HISTORY = re.compile(r"thay thế|bãi bỏ|hết hiệu lực|trước đây|\bcũ\b|sửa đổi|được thay bằng", re.IGNORECASE)


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """A text of today goes by what is in force today; a sentence on the replacement itself names both."""
    letter = letter_day(article)
    for document, pattern in _replaced(site):
        if letter is not None and letter <= document.until:
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


def _replaced(site: SiteData | None) -> Sequence[tuple[ReplacedDocument, re.Pattern[str]]]:
    """Those of the program, the site's own over them, without those that the site says are in force."""
    own = site.replaced_documents if site else ()
    found = {each.number.casefold(): each for each in (*shipped(), *own)}
    for number in site.documents_in_force if site else ():
        found.pop(number.casefold(), None)
    return [(each, _pattern(each.number)) for each in found.values()]


@lru_cache(maxsize=1_000)
def _pattern(number: str) -> re.Pattern[str]:
    """A number as people write it: "Nghị định 43/2011", "NĐ 43/2011/NĐ-CP"."""
    first, *rest = map(re.escape, number.split("/"))
    year = "".join(rf"\s?/\s?{part}" for part in rest[:1])
    tail = "".join(rf"(?:\s?/\s?{part})?" for part in rest[1:])
    return re.compile(rf"(?<![\d/]){first}{year}{tail}(?![\d/\w])", re.IGNORECASE)
