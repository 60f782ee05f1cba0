"""An article without any photo."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """There is at least one photo."""
    if not article.photos:
        yield Found(
            where=Where(field="photos"),
            message="Bài không có ảnh: nên đề nghị đơn vị gửi ảnh, hoặc chọn ảnh phù hợp.",
        )
