"""The sapo stands on the front page under the title."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Severity, Where
from tinbai.site_data import SiteData

MOST_WORDS = 100  # of a sapo
LONG_ENOUGH = 50  # words of a body; a shorter one is hardly longer than its own sapo
ENOUGH_PARAGRAPHS = 3  # so many, and the first may become the sapo without leaving the body bare


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """There is a sapo. Where the first paragraph could serve as one, it is proposed; else somebody has to write it."""
    if count_words(article.summary):
        return
    paragraphs = article.paragraphs
    opening = (
        paragraphs[0] if len(paragraphs) >= ENOUGH_PARAGRAPHS and count_words(paragraphs[0]) <= MOST_WORDS else None
    )
    bearable = opening is not None or count_words(article.body_text) < LONG_ENOUGH
    yield Found(
        where=Where(field="summary"),
        message="Chưa có sapo riêng: có thể lấy đoạn đầu làm sapo."
        if opening
        else "Chưa có sapo riêng: hãy viết vài câu tóm tắt để hiển thị dưới tiêu đề.",
        repairs=(opening,) if opening else (),
        milder=Severity.HINT if bearable else None,
    )
