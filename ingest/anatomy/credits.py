"""What stands after the label of a byline: the author, and the office that is named beside them."""

import re
from itertools import islice

from ingest.anatomy.footers import TITLES, is_office, is_person
from ingest.anatomy.words import words
from tinbai.text import fold

PARTED = re.compile(r"\s+[-–]\s+|\s*[,(]\s*|\s*\|\s*")
MOST_PARTINGS = 20  # after which a name may end; a line of dashes has thousands
CORRESPONDENT = re.compile(r"\s*(?:CTV|PV|BTV|cộng tác viên|phóng viên)\b[.:]?\s*(?=\S)", re.IGNORECASE)


def credited(name: str) -> tuple[str | None, str | None]:
    """Author and unit in "Mai Giả Dụ - Trường THCS An Mẫu". Several authors stay together; an office may be one."""
    text = name.strip(" .")
    author = CORRESPONDENT.sub("", text, count=1) if CORRESPONDENT.match(text) else text
    for parting in islice(PARTED.finditer(author), MOST_PARTINGS):
        first, rest = author[: parting.start()], author[parting.end() :].strip(" ).")
        role = is_person(first) and (_is_role(rest) or _is_short_for_office(rest, first))
        role = role or (_is_given_name(first) and rest.isupper() and len(rest) > 1)  # "Quế - MTTQ"
        if first and (is_office(rest) or TITLES.match(fold(rest)) or role):
            return first, rest if is_office(rest) else None
    return author or None, None


def _is_short_for_office(text: str, name: str) -> bool:
    """Whether this is like "CC VHXH" beside a name that is not in capitals itself."""
    return not name.isupper() and any(word.isupper() and len(word) > 1 for word in words(text))


def _is_given_name(text: str) -> bool:
    """Whether this is one word as a given name is written, and no abbreviation."""
    return text.isalpha() and text.istitle()


def _is_role(text: str) -> bool:
    """Whether what stands beside a name is what somebody does or belongs to, and no second name: "lớp 7A"."""
    spoken = words(text)
    return len(spoken) > 1 and any(word[0].islower() for word in spoken[1:] or spoken) and not is_person(text)
