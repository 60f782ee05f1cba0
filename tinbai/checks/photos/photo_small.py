"""A photo with too few points for a portal's page."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData
from tinbai.tuning import number


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Every photo fills the width of the text. Silent where the size is not known."""
    least = number(site, "photo_small", "least_pixels")
    for position, photo in enumerate(article.photos):
        if photo.longest is not None and photo.longest < least:
            yield Found(
                where=Where(field="photos", block=position),
                message=f"Ảnh {position + 1} ({photo.filename}) quá nhỏ: cạnh dài chỉ {photo.longest} điểm ảnh, lên "
                f"cổng sẽ vỡ nét. Nên đề nghị đơn vị gửi ảnh gốc (từ {least} điểm ảnh trở lên), không gửi ảnh "
                "chụp màn hình hay ảnh xem trước.",
            )
