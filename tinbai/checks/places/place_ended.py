"""Administrative names that ended, from the site's own list: communes that were merged, names that were changed."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import letter_day
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.past import PAST
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.site_data import EndedPlace, SiteData
from tinbai.text import fold
from tinbai.vietnamese.tone_style import old_style

_DISTRICTS = ("huyen ", "quan ", "thi xa ", "thi tran ")  # a rule of their own
_YEAR = re.compile(r"(?:\b[Nn]ăm |\d[/.-])((?:19|20)\d\d)(?![\d/])")


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """A name on the list is used only for the time before it ended."""
    letter = letter_day(article)
    for place in site.ended_places if site else ():
        if fold(place.name).startswith(_DISTRICTS) or (letter and letter < place.ended):
            continue
        name = re.compile(rf"(?<!\w){re.escape(old_style(place.name))}(?!\w)", re.IGNORECASE)
        for passage in article.passages:
            for found in name.finditer(old_style(passage.text)):
                around = sentence(passage.text, *found.span())
                if not _is_before(around, place):
                    yield Found(
                        where=passage.where(*found.span()),
                        message=_message(found[0], place),
                        repairs=(place.successor,) if place.successor else (f"{found[0]} cũ",),
                        confidence=0.9,
                    )


def _message(written: str, place: EndedPlace) -> str:
    when = f"{place.ended:%d/%m/%Y}"
    if place.successor:
        return f"Tên “{written}” không còn từ ngày {when}, nay là {place.successor}."
    return f"Tên “{written}” không còn từ ngày {when}: hãy ghi tên hiện nay, hoặc thêm chữ “cũ” nếu nói về trước đây."


def _is_before(around: str, place: EndedPlace) -> bool:
    return bool(PAST.search(around)) or any(int(year) < place.ended.year for year in _YEAR.findall(around))
