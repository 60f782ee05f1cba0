"""Official documents: telling one from an article that only mentions it, and its number, date and abstract."""

import re
from collections.abc import Mapping

from ingest.anatomy.words import one_line, words
from tinbai.text import fold

TYPES: Mapping[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QĐi": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "CĐ": "Công điện",
    "KL": "Kết luận",
    "GM": "Giấy mời",
    "BB": "Biên bản",
    "CV": "Công văn",
    "L": "Luật",
}  # the abbreviations of decree 30/2020/NĐ-CP, appendix III
NUMBER = re.compile(
    r"\b(?P<number>\d{1,5}) ?(?:/(?P<year>\d{4}))? ?[/-] ?(?P<symbol>[A-ZĐ][A-Za-zĐđ]{0,5}) ?[/-] ?"
    r"(?P<office>[A-ZĐ][A-ZĐa-z&0-9]{1,14}(?:[.-][A-ZĐ&0-9]{1,10})*)"
)
TYPE_NAME = re.compile(rf"\b(?:{'|'.join(sorted(set(TYPES.values()), key=len, reverse=True))})\b", re.IGNORECASE)
TYPE_BEFORE = re.compile(
    rf"(?P<type>{'|'.join(sorted(set(TYPES.values()), key=len, reverse=True))})\s+(?:số|so)?\s*:?\s*$", re.IGNORECASE
)
OFFICE_SYMBOL = re.compile(r"UBND|HĐND|VP|ĐU|MTTQ")
DATE = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(?P<month>\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
ISSUER = re.compile(
    r"\bcủa\s+(?P<issuer>(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng ủy|Chủ tịch|Ban|Hội đồng)[^,;.\n]{0,60}?)"
    r"(?=\s+(?:về|vào|lên|để|nhằm|V/v|ban hành)\b|[,;.\n]|$)"
)
ABSTRACT = re.compile(
    r"(?:về việc|v/v|về)\s+(?P<abstract>[^\n;]{8,300}?)"
    r"(?=\s+(?:vào|lên|tại|trên)\s+(?:chuyên mục|mục|trang|cổng)\b"
    r"|,?\s+(?:xin |kính )?(?:đề nghị|nhờ|mong) (?:được |ban |bbt |quý |đăng |cho )|[;\n]|\.(?:\s|$)|$)",
    re.IGNORECASE,
)
SHOWN_UNTIL = re.compile(
    r"(?:niêm yết|công khai|đăng(?: tải)?|hiển thị)?\s*(?:đến|tới)\s+(?:hết\s+)?ngày\s+"
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})",
    re.IGNORECASE,
)
PUBLISH_IT = re.compile(r"\b(?:dang tai|dang cong khai|dang|cong khai|niem yet|post)\b")


def announces_paper(text: str) -> bool:
    """Whether a subject or a covering note asks to publish a document that it names with its number."""
    return bool(NUMBER.search(text) and TYPE_NAME.search(text) and PUBLISH_IT.search(fold(text)))


def fields_of(texts: list[str]) -> dict[str, str]:
    """The fields of a document, each from the first text that has it. Dates are dd/mm/yyyy, as they are printed."""
    found: dict[str, str] = {}
    for text in texts:
        for name, value in _fields(text).items():
            found.setdefault(name, value)
    return found


def _fields(text: str) -> dict[str, str]:
    number = NUMBER.search(text)
    fields: dict[str, str | None] = {
        "type": _type(text, number) if number else None,
        "number": re.sub(r"\s+", "", number[0]) if number else None,
        "issued": _date_near(text, number.end() if number else 0),
        "issuer": _group(ISSUER.search(text), "issuer"),
        "abstract": _abstract(text, number),
        "shown_until": _date(SHOWN_UNTIL.search(text)),
    }
    return {name: value for name, value in fields.items() if value}


def _type(text: str, number: re.Match[str]) -> str | None:
    """By the abbreviation in the number. One without it, "312/UBND-KT", is a dispatch, or what the text calls it."""
    if known := TYPES.get(number["symbol"]):
        return known
    named = TYPE_BEFORE.search(text[: number.start()])
    if named:
        return named["type"][:1].upper() + named["type"][1:].lower()
    return TYPES["CV"] if OFFICE_SYMBOL.fullmatch(number["symbol"]) else None


def _date_near(text: str, start: int) -> str | None:
    """The date that belongs to the number: the next one, unless it says how long to show the document."""
    match = DATE.search(text, start)
    until = SHOWN_UNTIL.search(text)
    if match and until and until.start() <= match.start() < until.end():
        return None
    return _date(match)


def _date(match: re.Match[str] | None) -> str | None:
    return f"{int(match['day']):02}/{int(match['month']):02}/{match['year']}" if match else None


def _group(match: re.Match[str] | None, name: str) -> str | None:
    return one_line(match[name]) if match else None


def _abstract(text: str, number: re.Match[str] | None) -> str | None:
    """What follows "về việc" after the number, as a sentence: "Triển khai ..."."""
    match = ABSTRACT.search(text, number.end()) if number else None
    abstract = one_line(match["abstract"]).strip(" .,") if match else ""
    return abstract[:1].upper() + abstract[1:] if len(words(abstract)) > 2 else None
