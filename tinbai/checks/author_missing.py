"""Somebody answers for an article, and somebody is paid for it."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Finding]:
    """The author is named; a collected piece has its source in any case."""
    if not count_words(article.author):
        collected = count_words(article.source) > 0
        yield Finding(
            check="author_missing",
            severity=Severity.HINT if collected else Severity.WARN,
            where=Where(field="author"),
            message="Chưa có tên người sưu tầm, tổng hợp."
            if collected
            else "Thiếu tác giả: không thấy tên người viết ở cuối bài. Hãy hỏi lại đơn vị gửi.",
        )
