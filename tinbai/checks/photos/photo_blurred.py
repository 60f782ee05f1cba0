"""A photo that is out of focus, shaken, or enlarged from a small one."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData

SHOWN = 1024  # pixels of the longer side at which sharpness is judged; smaller photos are judged as they are
LEAST_SHARE = 0.7  # of that size, at which a photo must look sharp: one that does so at 768 is only a little soft


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every photo is sharp. Silent where that is not known."""
    for number, photo in enumerate(article.photos):
        if photo.sharp_at is None or photo.longest is None:
            continue
        if photo.sharp_at < LEAST_SHARE * min(photo.longest, SHOWN):
            yield Found(
                where=Where(field="photos", block=number),
                message=f"Ảnh {number + 1} ({photo.filename}) có vẻ bị mờ (mất nét, rung tay hoặc phóng to). Hãy mở "
                "ảnh lớn để xem; nếu mờ thật, nên đề nghị đơn vị gửi ảnh khác hoặc chuyển ảnh vào khay.",
            )
