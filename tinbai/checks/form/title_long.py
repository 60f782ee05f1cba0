"""A headline of more than twenty words is cut off on the front page."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData
from tinbai.tuning import number


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """A title fits the portal's table and the reader's eye."""
    words, letters = count_words(article.title), len(article.title or "")
    most = number(site, "title_long", "most_words")
    if words > most or letters > number(site, "title_long", "most_letters"):
        yield Found(
            where=Where(field="title"),
            message=f"Tiêu đề dài {words} chữ: nên rút gọn còn không quá {most} chữ.",
        )
