"""A Bài that is no longer than a Tin: it is paid and counted as more than it is, or something was forgotten."""

from collections.abc import Iterator, Mapping

from tinbai.checks.checked import Checked, count_words
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData
from tinbai.tuning import number

_NUMBERS: Mapping[str, str] = {"Tin": "fewest_of_news", "Bài": "fewest_of_features"}


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """The words of the body suffice for the genre. What is far too short is told by `body_short`."""
    name = _NUMBERS.get(article.genre or "")
    words = count_words(article.text)
    if name is None or words < number(site, "body_short", "fewest_words"):
        return
    fewest = number(site, "genre_short", name)
    if words < fewest:
        yield Found(
            where=Where(field="body"),
            message=f"Có {words} chữ, ngắn so với thể loại {article.genre}: thường từ {fewest} chữ trở lên. Hãy xem "
            "lại thể loại, hoặc đề nghị đơn vị bổ sung nội dung.",
        )
