"""An article stands in a column, or nobody finds it."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """A column is chosen, where the site has columns at all."""
    if site is not None and site.columns and not count_words(article.column):
        yield Found(
            where=Where(field="column"),
            message="Chưa chọn chuyên mục.",
        )
