"""The same thing counted in title, sapo, body and captions has one number: "45 hội viên" is not "54 hội viên" below."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tinbai.checks.checked import Checked
from tinbai.checks.figures.quantities import Quantity, quantities
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.figures import in_figures
from tinbai.site_data import SiteData

_APART = ("title", "summary", "photos")  # each against what stands below it; captions against the body
_WORDS = 2  # of a noun by which two mentions are the same thing
_Told = tuple[Passage, Quantity]


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Only where the number of title, sapo or caption stands nowhere in the rest, and one other number does."""
    counted = [
        (passage, each)
        for passage in article.passages
        if passage.field not in {"byline", "author"}
        for each in quantities(passage.text)
        if _key(each)
    ]
    title, summary, captions, body = (
        [told for told in counted if (told[0].field if told[0].field in _APART else "") == field]
        for field in (*_APART, "")
    )
    rest = [*body, *captions]
    said = set[str]()
    for told, below in (
        (title, _values([*summary, *rest])), (summary, _values(rest)), (captions, _values(body)),
    ):  # fmt: skip
        for passage, each in told:
            values = below.get(_key(each), {})
            if len(values) == 1 and each.value not in values and _key(each) not in said and not each.rough:
                said.add(_key(each))
                yield _found(passage, each, *next(iter(values.items())))


def _key(quantity: Quantity) -> str:
    """Two words of the noun, or the whole of it when nothing follows; "" where that says too little."""
    words = quantity.noun.split(" ")
    return " ".join(words[:_WORDS]) if len(words) >= _WORDS else ""


def _values(told: list[_Told]) -> Mapping[str, Mapping[Decimal, Quantity]]:
    """The numbers of each thing. A part of it ("30 hội viên nữ") is a number of it, too, and makes it several."""
    found: dict[str, dict[Decimal, Quantity]] = {}
    for _, each in told:
        found.setdefault(_key(each), {}).setdefault(each.value, each)
    return found


def _found(passage: Passage, here: Quantity, value: Decimal, there: Quantity) -> Found:
    printed = passage.text[here.start : here.figure_end]
    other = in_figures(value, there.decimals)
    return Found(
        where=passage.where(here.start, here.figure_end),
        message=f"Cùng một số liệu có hai giá trị: ở đây ghi {printed} {here.noun}, chỗ khác ghi {other} {there.noun}.",
        repairs=(other.zfill(len(printed)) if printed.startswith("0") else other,) if not here.printed else (),
        confidence=0.6,
    )
