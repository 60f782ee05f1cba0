"""A document without what readers search it by (Nghị định 42/2022/NĐ-CP, Điều 4)."""

from collections.abc import Iterator, Mapping

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData

_NAMES: Mapping[str, str] = {
    "number": "số, ký hiệu", "issued": "ngày ban hành", "issuer": "cơ quan ban hành", "signatory": "người ký",
    "abstract": "trích yếu",
}  # fmt: skip


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Number, date, issuer, signatory and abstract are there. Where the fields are not known, nothing is said."""
    if article.fields is None:
        return
    missing = [name for key, name in _NAMES.items() if not str(article.fields.get(key) or "").strip()]
    if missing:
        yield Found(where=Where(field="fields"), message=f"Văn bản còn thiếu: {', '.join(missing)}.")
