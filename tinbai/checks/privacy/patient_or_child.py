"""The full name of somebody ill, of a victim, of a child that was harmed (Luật Trẻ em 2016, Điều 6 và Điều 21)."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.privacy.redaction import initials
from tinbai.checks.vocabulary.private import AGAINST, CHILD, HARDSHIP, HARM, ILLNESS, PATIENT
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.finding import Severity
from tinbai.site_data import SiteData

_IS_ILL = re.compile(r"[^,\d]*")  # between a name and its illness: behind a comma, others may be meant
_BEFORE = 60  # characters


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Such people are told of by their initials."""
    for passage in article.passages:
        told: set[int] = set()
        for pattern, needs_harm in ((PATIENT, False), (CHILD, True), (ILLNESS, False)):
            for person in pattern.finditer(passage.text):
                start, end = person.span("name")
                around = sentence(passage.text, start, end) if needs_harm else ""
                harmed = not needs_harm or _is_harmed(around)
                if start in told or not (harmed or HARDSHIP.search(around)):
                    continue
                doubtful = not harmed or not _IS_ILL.fullmatch(person.groupdict().get("between") or "")
                told.add(start)
                yield Found(
                    where=passage.where(start, end),
                    message="Tên của người bệnh, nạn nhân hoặc trẻ em bị hại: chỉ nên viết tắt.",
                    repairs=(initials(person["name"]),),
                    confidence=0.8,
                    milder=Severity.HINT if doubtful else None,
                )


def _is_harmed(around: str) -> bool:
    """Whether a sentence tells of harm, and not of lessons against it."""
    return any(
        not AGAINST.search(around[max(0, harm.start() - _BEFORE) : harm.start()]) for harm in HARM.finditer(around)
    )
