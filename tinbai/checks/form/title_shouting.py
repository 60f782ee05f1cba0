"""A title in capitals: readers find it loud, search engines and screen readers find it strange."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.form.sentence_case import sentence_case
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData
from tinbai.tuning import number

FEWEST_LETTERS = 6


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """The title is in sentence case; the proposal keeps names and abbreviations as far as they can be told."""
    title = article.title or ""
    letters = [letter for letter in title if letter.isalpha()]
    share = number(site, "title_shouting", "most_capitals")
    shouted = sum(letter.isupper() for letter in letters) >= share * len(letters)
    if len(letters) >= FEWEST_LETTERS and shouted and " " in title.strip():
        yield Found(
            where=Where(field="title", start=0, end=len(title)),
            message="Tiêu đề viết hoa toàn bộ: nên viết như một câu thường.",
            repairs=(sentence_case(title, article.text, site),),
        )
