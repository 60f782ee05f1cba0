"""A mark of secrecy in the text: MẬT, TỐI MẬT, TUYỆT MẬT, "Lưu hành nội bộ" (Thông tư 24/2020/TT-BCA, Điều 2)."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.secrecy_marks import has_mark
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """No line bears one; whatever does, does not belong on a portal."""
    for passage in article.passages:
        start = 0
        for line in passage.text.split("\n"):
            if has_mark([line]):
                yield Found(
                    where=passage.where(start, start + len(line)),
                    message="Có dấu chỉ độ mật hoặc ghi không phổ biến: không được đăng.",
                )
            start += len(line) + 1
