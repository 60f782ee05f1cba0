"""Nobody knows which unit an article is from: reports and reminders go by units."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """An article has its unit, where the site has units and the article's own is known or known to be missing."""
    if site is not None and site.units and article.unit == "":
        yield Found(where=Where(field="unit"), message="Chưa rõ bài của đơn vị nào: hãy chọn đơn vị.")
