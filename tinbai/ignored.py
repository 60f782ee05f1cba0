"""Findings that somebody passed over with a reason ("bỏ qua").

The reason stays with the revision, and goes along to the next one as long as the check says the same of the same field.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

IGNORE = "ignore_finding"  # the events
HEED = "heed_finding"
Finding = Mapping[str, Any]


def key_of(finding: Finding) -> str:
    """What a finding is known by: its check, its field, its words, and the characters that it is about.

    Not its place, which moves with the text. Two telephone numbers are told of in the same words, since these cover
    them; whoever passes one over has said nothing of the other. Where a text shares words with another article, it is
    known by that one and not by how many words there are: these change with every save.
    """
    other, field = finding.get("article_id"), (finding.get("where") or {}).get("field")
    if other is None or field == "photos":
        return _key(finding, finding.get("digest"))
    return _digest(finding.get("check"), finding.get("severity"), other)


def _key(finding: Finding, about: str | None) -> str:
    field = (finding.get("where") or {}).get("field")
    return _digest(finding.get("check"), field, finding.get("message"), *((about,) if about else ()))


def _digest(*parts: object) -> str:
    return sha256("\x00".join(map(str, parts)).encode()).hexdigest()[:16]


def heeded(findings: Iterable[Finding]) -> list[Finding]:
    """Those that nobody passed over."""
    return [finding for finding in findings if not finding.get("ignored")]


def carried(before: Sequence[Finding], found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """`found`, with what was said of the same findings before.

    A finding that was stored without its digest stands for one with the same words, whichever comes first.
    """
    said = {key_of(finding): finding["ignored"] for finding in before if finding.get("ignored")}
    bare = Counter(key_of(each) for each in before if each.get("ignored") and not each.get("digest"))
    return [_with(finding, said, bare) for finding in found]


def _with(finding: dict[str, Any], said: Mapping[str, Any], bare: Counter[str]) -> dict[str, Any]:
    key = key_of(finding)
    if key not in said and bare[without := _key(finding, None)]:
        key = without
        bare[without] -= 1
    return finding | {"ignored": said[key]} if key in said else finding
