"""A photo with too few points for a portal's page."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData

LEAST = 800  # pixels of the longer side: as wide as the text of a portal's article on a desk screen


def check(article: Checked, _site: SiteData | None) -> Iterator[Finding]:
    """Every photo fills the width of the text. Silent where the size is not known."""
    for number, photo in enumerate(article.photos):
        if photo.longest is not None and photo.longest < LEAST:
            yield Finding(
                check="photo_small",
                severity=Severity.WARN,
                where=Where(field="photos", block=number),
                message=f"Ảnh {number + 1} ({photo.filename}) quá nhỏ: cạnh dài chỉ {photo.longest} điểm ảnh, lên cổng "
                f"sẽ vỡ nét. Nên đề nghị đơn vị gửi ảnh gốc (từ {LEAST} điểm ảnh trở lên), không gửi ảnh "
                "chụp màn hình hay ảnh xem trước.",
            )
