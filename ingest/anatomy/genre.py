"""The genre (thể loại): what the byline or the subject calls it, else what its length suggests."""

import re
from collections.abc import Mapping

from ingest.anatomy.footers import is_office
from ingest.anatomy.words import words
from tinbai.kind import Kind
from tinbai.text import fold, nfc

OF_KIND: Mapping[Kind, str] = {
    Kind.DOCUMENT: "Văn bản",
    Kind.QUESTION: "Hỏi đáp",
    Kind.SETTLEMENT: "Kết quả giải quyết đơn thư",
}
LONGEST_NEWS = 350  # words of a "tin"; a longer piece is a "bài"
IN_SUBJECT = re.compile(r"^(?:(?:re|fwd?|chuyen tiep): *)*(?:gui )?(tin|bai)(?: viet)?:")


def genre_of(
    *, kind: Kind, byline: str | None, label: str | None, subject: str | None, title: str | None, text: str
) -> str:
    """The genre of an article. `byline` is the genre that its byline speaks of."""
    if kind in OF_KIND:
        return OF_KIND[kind]
    if label:
        return label
    if byline:
        return byline
    if _announces(title or ""):
        return "Thông báo"
    if match := IN_SUBJECT.match(fold(subject or "")):
        return "Tin" if match[1] == "tin" else "Bài"
    return "Tin" if len(words(text)) <= LONGEST_NEWS else "Bài"


def _announces(title: str) -> bool:
    """Whether a title calls itself an announcement, an office's name before it or not."""
    office, found, _ = re.split(r"(\bthông báo\b|$)", nfc(title), maxsplit=1, flags=re.IGNORECASE)
    return bool(found) and (not office.strip() or is_office(office.strip()))
