"""Too few words to tell readers what happened."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData
from tinbai.tuning import number


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Sapo and body together have fifty words at least."""
    words = count_words(article.text)
    if words < number(site, "body_short", "fewest_words"):
        yield Found(
            where=Where(field="body"),
            message=f"Chưa đủ nội dung: bài chỉ có {words} chữ. Cần bổ sung ai, việc gì, ở đâu, khi nào.",
        )
