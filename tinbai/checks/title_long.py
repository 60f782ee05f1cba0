"""A headline of more than twenty words is cut off on the front page."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData

MOST_WORDS = 20
MOST_LETTERS = 250  # what the tables of common portals can hold


def check(article: Checked, _site: SiteData | None) -> Iterator[Finding]:
    """A title fits the portal's table and the reader's eye."""
    words, letters = count_words(article.title), len(article.title or "")
    if words > MOST_WORDS or letters > MOST_LETTERS:
        yield Finding(
            check="title_long",
            severity=Severity.HINT,
            where=Where(field="title"),
            message=f"Tiêu đề dài {words} chữ: nên rút gọn còn không quá {MOST_WORDS} chữ.",
        )
