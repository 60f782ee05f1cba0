"""Too few words to tell readers what happened."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData

FEWEST_WORDS = 50


def check(article: Checked, _site: SiteData | None) -> Iterator[Finding]:
    """Sapo and body together have fifty words at least."""
    words = count_words(article.text)
    if words < FEWEST_WORDS:
        yield Finding(
            check="body_short",
            severity=Severity.WARN,
            where=Where(field="body"),
            message=f"Chưa đủ nội dung: bài chỉ có {words} chữ. Cần bổ sung ai, việc gì, ở đâu, khi nào.",
        )
