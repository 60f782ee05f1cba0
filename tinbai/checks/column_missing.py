"""An article stands in a column, or nobody finds it."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData


def check(article: Checked, site: SiteData | None) -> Iterator[Finding]:
    """A column is chosen, where the site has columns at all."""
    if site is not None and site.columns and not count_words(article.column):
        yield Finding(
            check="column_missing",
            severity=Severity.HINT,
            where=Where(field="column"),
            message="Chưa chọn chuyên mục.",
        )
