"""Units are written as the decree on legal units has them: kg, km, ha, m²."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.unit_forms import RIGHT, WRONG
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """One finding a unit, at its own letters."""
    for passage in article.passages:
        for match in WRONG.finditer(passage.text):
            right = RIGHT[match["unit"]]
            yield Found(
                where=passage.where(match.start("unit"), match.end("unit")),
                message=f"Đơn vị đo “{match['unit']}” nên viết là “{right}”.",
                repairs=(right,),
            )
