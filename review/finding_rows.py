"""Findings as the article page lists them: what is wrong, where, how to repair it with one click, and passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from review.locale import vi
from review.repairing import excerpt_of
from review.sentences import said
from tinbai.article import Article
from tinbai.finding import Severity
from tinbai.ignored import key_of
from tinbai.revision import Revision

_ANCHORS = {
    "title": "title", "summary": "summary", "body": "body", "byline": "byline", "author": "author",
    "source": "source", "column": "column-choice", "photos": "photos", "unit": "unit", "genre": "genre",
}  # fmt: skip
_CERTAIN = 1.0
_TAKEN = frozenset({"title", "summary", "byline", "author", "source"})  # texts that a repair replaces as a whole


@dataclass(frozen=True, kw_only=True)
class Repair:
    """A proposal. `take` is what the form sends; "" where there is nothing to click."""

    words: str
    take: str


@dataclass(frozen=True, kw_only=True)
class FindingRow:
    """One finding. `block` and `start` say where in the body it is, `excerpt` the words it is about."""

    key: str
    severity: str
    name: str
    message: str
    field: str
    anchor: str
    repairs: Sequence[Repair]
    block: int | None
    start: int
    excerpt: str
    ignored: Mapping[str, Any] | None
    mine: bool  # whether the visitor may pass it over
    sure: str  # how sure the check is, in words; "" where it is certain
    tone: str
    article: int | None  # another article that it speaks of


def finding_rows(article: Article, *, head: bool) -> list[FindingRow]:
    """The weightiest first; those that somebody passed over last."""
    revision = article.revision
    if revision is None:
        return []
    rows = [_row(revision, number, finding, head=head) for number, finding in enumerate(revision.findings)]
    weight = {str(severity): number for number, severity in enumerate(Severity)}
    return sorted(rows, key=lambda row: (row.ignored is not None, weight.get(row.severity, len(weight))))


def _row(revision: Revision, number: int, finding: Mapping[str, Any], *, head: bool) -> FindingRow:
    where = finding.get("where") or {}
    field, block = str(where.get("field")), where.get("block")
    placed = field in _TAKEN or block is not None
    repairs = [
        Repair(
            words=str(words), take=f"repair/{number}/{which}" if placed and field in {*_TAKEN, "body", "photos"} else ""
        )
        for which, words in enumerate(finding.get("repairs") or [])
    ]
    severity = str(finding.get("severity"))
    named = {str(each): words for each, words in vi.SEVERITY.items()}
    in_body = field == "body" and block is not None
    confidence = float(finding.get("confidence", 1.0))
    sure = vi.surety(confidence)
    return FindingRow(
        key=key_of(finding), severity=severity, name=named.get(severity, severity),
        message=said(str(finding.get("message"))), field=vi.FIELD.get(field, ""), anchor=_ANCHORS.get(field, ""),
        repairs=repairs, block=block if in_body else None, start=where.get("start") or 0,
        excerpt=excerpt_of(revision, where) if in_body else "", ignored=finding.get("ignored"),
        mine=head or severity != Severity.BLOCK, sure=sure.words if confidence < _CERTAIN else "", tone=sure.tone,
        article=finding.get("article_id"),
    )  # fmt: skip
