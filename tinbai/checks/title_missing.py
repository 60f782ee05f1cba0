"""An article without a title cannot be found by anyone."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Finding]:
    """A title has at least one word."""
    if count_words(article.title) == 0:
        yield Finding(
            check="title_missing",
            severity=Severity.BLOCK,
            where=Where(field="title"),
            message="Chưa có tiêu đề: hãy đặt tiêu đề trước khi trình duyệt.",
        )
