"""A photo needs a caption."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every photo has a caption; one finding a photo, so that each is one click away."""
    for number, photo in enumerate(article.photos):
        if not count_words(photo.caption):
            yield Found(
                where=Where(field="photos", block=number),
                message=f"Ảnh {number + 1} ({photo.filename}) thiếu chú thích.",
            )
