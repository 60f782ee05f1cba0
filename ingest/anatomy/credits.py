"""What stands after the label of a byline: the author, and the office that is named beside them."""

import re

from ingest.anatomy.footers import TITLES, is_office
from tinbai.text import fold

PARTED = re.compile(r"\s+[-–]\s+|\s*[,(]\s*|\s*\|\s*")
CORRESPONDENT = re.compile(r"\s*(?:CTV|PV|BTV|cộng tác viên|phóng viên)\b[.:]?\s*(?=\S)", re.IGNORECASE)


def credited(name: str) -> tuple[str | None, str | None]:
    """Author and unit in "Mai Giả Dụ - Trường THCS An Mẫu". Several authors stay together; an office may be one."""
    text = name.strip(" .")
    author = CORRESPONDENT.sub("", text, count=1) if CORRESPONDENT.match(text) else text
    for parting in PARTED.finditer(author):
        first, rest = author[: parting.start()], author[parting.end() :].strip(" ).")
        if first and (is_office(rest) or TITLES.match(fold(rest))):
            return first, rest if is_office(rest) else None
    return author or None, None
