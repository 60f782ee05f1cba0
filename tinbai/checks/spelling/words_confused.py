"""Words that are often mistaken for one another: "sữa chữa" for "sửa chữa", "chia sẽ" for "chia sẻ"."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.confused import confused
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """None of them is left."""
    for passage in article.passages:
        for wrong, right in confused(passage.text):
            yield Found(
                where=passage.where(*wrong.span()),
                message=f"Chữ “{wrong[0]}” có lẽ là “{right}”.",
                repairs=(right,),
                confidence=0.95,
            )
