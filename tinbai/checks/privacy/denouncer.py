"""Who denounced, in the result of a denunciation: never public (Luật Tố cáo 2018; Nghị định 31/2019/NĐ-CP, Điều 6).

The words of the denouncer are no part of any message: findings are counted, listed and mailed about.
"""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.privacy.redaction import initials
from tinbai.checks.vocabulary.private import ADDRESS, BORN, DENOUNCER, DENOUNCES, OFFICE_NAME
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.site_data import SiteData

_MOST_NAMES = 20


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Name, year of birth and address of who denounced are covered wherever they stand."""
    names = sorted(_denouncers(article), key=len, reverse=True)[:_MOST_NAMES]
    if not names:
        return
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    for passage in article.passages:
        for name in pattern.finditer(passage.text):
            yield Found(
                where=passage.where(*name.span()),
                message="Có tên người tố cáo: không được công khai.",
                repairs=(initials(name[0]),),
            )
            yield from _beside(passage, name)


def _denouncers(article: Checked) -> set[str]:
    return {
        found["name"]
        for passage in article.passages
        for pattern in (DENOUNCER, DENOUNCES)
        for found in pattern.finditer(passage.text)
        if not OFFICE_NAME.match(found["name"])
    }


def _beside(passage: Passage, name: re.Match[str]) -> Iterator[Found]:
    """What the same sentence says of that person behind the name."""
    around = sentence(passage.text, *name.span())
    start = passage.text.find(around, max(0, name.start() - len(around)))
    end = start + len(around)
    for pattern, what in ((BORN, "năm sinh"), (ADDRESS, "địa chỉ")):
        if found := pattern.search(passage.text, name.end(), max(end, name.end())):
            yield Found(
                where=passage.where(*found.span()), message=f"Có {what} của người tố cáo: không được công khai."
            )
