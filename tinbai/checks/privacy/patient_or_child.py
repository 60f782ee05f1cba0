"""The full name of somebody ill, of a victim, of a child that was harmed (Luật 91/2025/QH15; Luật Trẻ em, Điều 6)."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.privacy.redaction import initials
from tinbai.checks.vocabulary.private import CHILD, HARM, ILLNESS, PATIENT
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.site_data import SiteData


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Such people are told of by their initials."""
    for passage in article.passages:
        told: set[int] = set()
        for pattern, needs_harm in ((PATIENT, False), (CHILD, True), (ILLNESS, False)):
            for person in pattern.finditer(passage.text):
                start, end = person.span("name")
                if start in told or (needs_harm and not HARM.search(sentence(passage.text, start, end))):
                    continue
                told.add(start)
                yield Found(
                    where=passage.where(start, end),
                    message="Tên của người bệnh, nạn nhân hoặc trẻ em bị hại: chỉ nên viết tắt.",
                    repairs=(initials(person["name"]),),
                    confidence=0.8,
                )
