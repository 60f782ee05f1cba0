"""Denunciations and complaints (đơn tố cáo, đơn khiếu nại): a person's own affair, and not the board's to read.

Who denounces is protected (Luật Tố cáo 2018, Điều 9 and 56; Nghị định 31/2019/NĐ-CP, Điều 6). A petition has its name
as a heading, or its writer says in the first person that he denounces. The results of such proceedings are published
and are told by their own words; news of how petitions are dealt with is news.
"""

import re
from collections.abc import Iterable

from tinbai.text import fold

_KINDS = r"(?:to cao|to giac|khieu nai|khieu to|keu cuu|trinh bao|kien nghi|phan anh|to khai bao)"
_HEADING = re.compile(
    rf"(?:la )?don (?:{_KINDS}(?:[ ,/-]+(?:va |hoac )?|$))+[( ]*(?:lan (?:\d|thu \w+|hai|ba))?[ .:!)]*"
)
_SUBJECT = re.compile(
    rf"(?:fwd?: |re: |tr: |v/v |ve viec |gui |kinh gui )*don (?:{_KINDS}[ ,/-]*(?:va )?)+"
    r"(?:$|[-:–(.,]|(?:lan|doi voi|ve viec|ve|v/v|ong|ba|anh|chi|can bo|chu tich|bi thu|truong thon|gui"
    r"|cua (?:toi|ong|ba|gia dinh)|viet tay|ban)\b)"
)
_WORDS = ("đơn", "tố ", "khiếu", "kêu cứu", "don ", "to cao", "to giac", "khieu", "keu cuu")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")  # somebody is quoted in the news
_ACTS = r"(?:to cao|to giac|khieu nai|keu cuu)"
_SELF = r"(?:toi|chung toi|em|chau|con|gia dinh toi|gia dinh chung toi|nguoi dung don)"
_FIRST_PERSON = re.compile(
    rf"\b(?:lam|viet|gui|nop|co)(?: \w+){{0,2}} don (?:nay |thu )?(?:nay )?(?:de |xin |nham )?{_ACTS}\b"
    rf"|\b{_SELF} (?:xin |muon |nay |lam don |kinh de nghi |buoc phai |da |tiep tuc ){{0,3}}{_ACTS}\b"
    rf"|\b(?:noi dung|nguoi bi) {_ACTS} nhu sau\b"
)


def is_petition(*, subject: str | None, names: Iterable[str], lines: Iterable[str], asks: bool) -> bool:
    """Whether a letter is, or brings, somebody's petition.

    `names` are those of its files without their endings, `lines` all of its text. Of a letter that `asks` the office
    something, the words alone are enough.
    """
    heads = [fold(text).replace("_", " ").strip(" \"'“”-–*[]()0123456789.") for text in (subject or "", *names)]
    if any(_SUBJECT.match(head) for head in heads):
        return True
    folded = [fold(_QUOTED.sub(" ", line)) for line in lines if _may_be(line)]
    return any(_is_heading(line) or _FIRST_PERSON.search(line) for line in folded) or (
        asks and any(re.search(rf"\b{_ACTS}\b", text) for text in (*heads, *folded))
    )


def _is_heading(line: str) -> bool:
    return len(line) < 80 and _HEADING.fullmatch(line.strip(" \"'“”-–*[]")) is not None


def _may_be(line: str) -> bool:
    """At a glance: most lines end here."""
    lowered = line.lower()
    return any(word in lowered for word in _WORDS)
