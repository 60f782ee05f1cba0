"""A photo that readers see lying on its side: it was turned once, and its mark says to turn it again."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every photo stands upright. Silent where that is not known, or where an editor has turned it already."""
    for number, photo in enumerate(article.photos):
        if photo.sideways:
            yield Found(
                where=Where(field="photos", block=number),
                message=f"Ảnh {number + 1} ({photo.filename}) có vẻ bị xoay ngang. Hãy mở ảnh lớn để xem; nếu đúng, "
                "hãy bấm xoay ảnh.",
                confidence=0.8,
            )
