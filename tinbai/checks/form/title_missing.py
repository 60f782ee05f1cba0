"""An article without a title cannot be found by anyone."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """A title has at least one word."""
    if count_words(article.title) == 0:
        yield Found(
            where=Where(field="title"),
            message="Chưa có tiêu đề: hãy đặt tiêu đề trước khi trình duyệt.",
        )
