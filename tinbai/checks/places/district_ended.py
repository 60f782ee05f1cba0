"""Districts, which ended on 01/07/2025: "huyện X" in news of today."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import letter_day
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.letters import UPPER
from tinbai.checks.vocabulary.past import is_past
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.site_data import SiteData
from tinbai.text import fold
from tinbai.tuning import rules

_SYLLABLE = rf"(?!Hội|Đoàn|Ban|Chi|Mặt|Công|Văn phòng|Phòng|Bí|Chủ|Phó|Đảng|Ủy|Uỷ)[{UPPER}][\w']{{0,8}}"
_DISTRICT = re.compile(
    rf"\b(?:[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị xã|THỊ XÃ|[Tt]hị trấn|THỊ TRẤN) (?:\d{{1,2}}(?![\d/.,])|"
    rf"{_SYLLABLE}(?: {_SYLLABLE}){{0,3}})"
)

_MOST = 200  # names that are looked at in one passage


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """A district is named only where the sentence speaks of the time before."""
    since = rules().sources["two_tiers"].since or date.min
    letter = letter_day(article)
    if letter is not None and letter < since:
        return
    successors = {fold(place.name): place.successor for place in site.ended_places} if site else {}
    for passage in article.passages:
        for district in islice(_DISTRICT.finditer(passage.text), _MOST):
            if not is_past(sentence(passage.text, *district.span())):
                successor = successors.get(fold(district[0]))
                yield Found(
                    where=passage.where(*district.span()),
                    message=f"Tên “{district[0]}”: cấp huyện đã kết thúc hoạt động từ ngày 01/07/2025. Hãy ghi tên "
                    "đơn vị hành chính hiện nay, hoặc thêm chữ “cũ” nếu nói về trước đây.",
                    repairs=(*((successor,) if successor else ()), f"{district[0]} cũ"),
                    confidence=0.9,
                )
