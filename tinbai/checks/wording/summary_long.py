"""A sapo that is as long as an article: forty to a hundred words tell what happened."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData
from tinbai.tuning import number


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """The sapo has a hundred words at most."""
    words, most = count_words(article.summary), number(site, "summary_long", "most_words")
    if words > most:
        yield Found(
            where=Where(field="summary"), message=f"Sapo dài {words} chữ: nên rút gọn còn không quá {most} chữ."
        )
