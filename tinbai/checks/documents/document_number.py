"""The number of a document against its form, its date and who issued it: "16 /QĐ -UBND", "Quyết định số 45/KH-UBND".

Form: Nghị định 30/2020/NĐ-CP, Phụ lục I. Party documents have a dash before the kind ("08-CV/ĐU") and are left alone.
"""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.documents import ISSUERS, KINDS, OFFICE_WITHOUT_MARKS, OFFICES, WITHOUT_MARKS
from tinbai.site_data import SiteData

_NUMBER = re.compile(
    r"(?<![\w/.-])(?P<number>\d{1,5})(?P<year> ?/ ?(?:19|20)\d\d)? {0,2}[/-] {0,2}(?P<symbol>[A-Za-zĐđ]{2,4}) {0,2}"
    r"[/-] {0,2}(?P<office>[A-Za-zĐđ]{2,8})(?!\w)"
)
_KIND_BEFORE = re.compile(rf"\b(?P<kind>{'|'.join(KINDS.values())}|Công văn)(?: số)?:? {{0,2}}$", re.IGNORECASE)
_DATE_BEHIND = re.compile(r",? (?:ban hành )?ngày \d{1,2}[/.-]\d{1,2}[/.-](?P<year>\d{4})\b")
_OF = re.compile(
    r"(?:,? ngày [\d/.-]{6,10})? (?:của|do) "
    r"(?P<office>UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Chính phủ)"
)
_SYMBOLS = frozenset({*(kind.upper() for kind in KINDS), "CV", *WITHOUT_MARKS})
_OFFICES = frozenset({*(each.upper() for each in OFFICES), *OFFICE_WITHOUT_MARKS})


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Number, kind, office and date agree with one another."""
    for passage in article.passages:
        for number in _NUMBER.finditer(passage.text):
            if number["symbol"].upper() not in _SYMBOLS or number["office"].upper() not in _OFFICES:
                continue
            wanted = _well_formed(number)
            if number[0] != wanted:
                message = f"Số, ký hiệu “{number[0]}” chưa đúng mẫu: nên viết {wanted}."
                yield Found(where=passage.where(*number.span()), message=message, repairs=(wanted,), confidence=0.9)
            elif message := _contradiction(number, passage.text):
                yield Found(where=passage.where(*number.span()), message=message, confidence=0.8)


def _contradiction(number: re.Match[str], text: str) -> str:
    """What the words around a number say that it does not; empty where they agree."""
    symbol, office = number["symbol"], number["office"]
    before = _KIND_BEFORE.search(text, max(0, number.start() - 40), number.start())
    if before and symbol in KINDS and before["kind"].lower() != KINDS[symbol].lower():
        return f"Gọi là “{before['kind']}” nhưng ký hiệu {symbol} là của {KINDS[symbol].lower()}."
    dated, year = _DATE_BEHIND.match(text, number.end()), (number["year"] or "").strip(" /")
    if dated and year and dated["year"] != year:
        return f"Số văn bản ghi năm {year} nhưng ngày ban hành ghi năm {dated['year']}."
    issuer = _OF.match(text, number.end())
    named = ISSUERS.get(issuer["office"].lower(), issuer["office"]) if issuer else office
    if issuer and named != office and office in ISSUERS.values():
        return f"Ký hiệu {office} không phải của {issuer['office']}."
    return ""


def _well_formed(number: re.Match[str]) -> str:
    symbol = next((kind for kind in (*KINDS, "CV") if kind.upper() == number["symbol"].upper()), number["symbol"])
    symbol = WITHOUT_MARKS.get(number["symbol"].upper(), symbol)
    office = next((each for each in OFFICES if each.upper() == number["office"].upper()), number["office"])
    office = OFFICE_WITHOUT_MARKS.get(office.upper(), office)
    year = (number["year"] or "").replace(" ", "")
    return f"{number['number']}{year}/{symbol}-{office}"
