"""The date of birth of a private person. A year alone is a hint; officials and the dead of history have theirs told."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.private import BORN, OFFICIAL
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.finding import Severity
from tinbai.kind import Kind
from tinbai.site_data import SiteData

_OLDEST = 1920  # who was born before is of history


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Nobody's birthday is told who holds no office."""
    for passage in article.passages:
        for born in BORN.finditer(passage.text):
            year = int(born["year"] or born["long"] or born["only"])
            if year < _OLDEST or OFFICIAL.search(sentence(passage.text, *born.span())):
                continue
            if born["only"] and article.kind is Kind.SETTLEMENT:
                continue  # that of the denouncer is told by `denouncer`
            shown = "năm sinh" if born["only"] else "ngày sinh"
            yield Found(
                where=passage.where(*born.span()),
                message=f"Có {shown} của cá nhân: nên bỏ, hoặc chỉ ghi tuổi.",
                milder=Severity.HINT if born["only"] else None,
                repairs=() if born["only"] else (f"sinh năm {year}",),
                confidence=0.8,
            )
