"""Findings that somebody passed over with a reason ("bỏ qua").

The reason stays with the revision, and goes along to the next one as long as the check says the same of the same field.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

IGNORE = "ignore_finding"  # the events
HEED = "heed_finding"
Finding = Mapping[str, Any]


def key_of(finding: Finding) -> str:
    """What a finding is known by: its check, its field and its words; not its place, which moves with the text."""
    parts = (finding.get("check"), (finding.get("where") or {}).get("field"), finding.get("message"))
    return sha256("\x00".join(map(str, parts)).encode()).hexdigest()[:16]


def heeded(findings: Iterable[Finding]) -> list[Finding]:
    """Those that nobody passed over."""
    return [finding for finding in findings if not finding.get("ignored")]


def carried(before: Sequence[Finding], found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """`found`, with what was said of the same findings before."""
    said = {key_of(finding): finding["ignored"] for finding in before if finding.get("ignored")}
    return [finding | {"ignored": said[key_of(finding)]} if key_of(finding) in said else finding for finding in found]
