"""A photo that stood in an earlier article: readers see last year's ceremony beside today's news."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.earlier import UsedPhoto
from tinbai.checks.found import Found
from tinbai.finding import Severity, Where
from tinbai.site_data import SiteData

_STANDING = 3  # earlier articles with it: the emblem of a contest, the portrait of somebody in office


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every photo is of this piece of news. One that only looks the same, or stands everywhere, is a hint."""
    for number, photo in enumerate(article.photos):
        if photo.used is None:
            continue
        sure = photo.used.same and photo.used.times < _STANDING
        yield Found(
            where=Where(field="photos", block=number),
            message=_message(number + 1, photo.filename, photo.used),
            confidence=0.9 if photo.used.same else 0.6,
            milder=None if sure else Severity.HINT,
            article_id=photo.used.article_id,
        )


def _message(number: int, filename: str, used: UsedPhoto) -> str:
    if used.same:
        return f"Ảnh {number} ({filename}) đã dùng trong bài “{used.title}” ({used.code}). Hãy xem có đúng ảnh không."
    return f"Ảnh {number} ({filename}) rất giống ảnh trong bài “{used.title}” ({used.code}). Hãy xem có đúng ảnh không."
