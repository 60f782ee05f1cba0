"""Somebody answers for an article, and somebody is paid for it."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Severity, Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """The author is named; a collected piece has its source in any case."""
    if not count_words(article.author):
        collected = count_words(article.source) > 0
        yield Found(
            where=Where(field="author"),
            message="Chưa có tên người sưu tầm, tổng hợp."
            if collected
            else "Thiếu tác giả: không thấy tên người viết ở cuối bài. Hãy hỏi lại đơn vị gửi.",
            milder=Severity.HINT if collected else None,
        )
