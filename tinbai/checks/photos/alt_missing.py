"""Those who cannot see a photo need its text (Thông tư 26/2020/TT-BTTTT)."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every photo has an alternative text; its caption is proposed."""
    for number, photo in enumerate(article.photos):
        if not count_words(photo.alt):
            caption = photo.caption if count_words(photo.caption) else None
            yield Found(
                where=Where(field="photos", block=number),
                message=f"Ảnh {number + 1} ({photo.filename}) chưa có văn bản thay thế"
                + (": có thể dùng chú thích." if caption else ": hãy tả ngắn gọn ảnh có gì."),
                repairs=(caption,) if caption else (),
            )
