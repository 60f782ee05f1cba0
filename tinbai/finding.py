"""A finding: something an editor should see before the article goes out.

A finding never changes the text. It says what is wrong, exactly where, and which repairs are possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCK = "block"  # stops submission until repaired, or overridden by the head of the board
    WARN = "warn"  # must be looked at
    HINT = "hint"  # good to know


@dataclass(frozen=True, kw_only=True)
class Where:
    """The place a finding is about.

    `field` names a part of the article ("title", "body", "photos", "attachments", "letter", ...); `block` is the
    index of a top-level element of `body_html`, or of a photo or attachment; `start` and `end` count characters
    (code points) in that block's text. What does not apply is None.
    """

    field: str
    block: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule or a reader has to say. `message` and `repairs` are Vietnamese, for the editor."""

    check: str  # the rule's stable name, in English with underscores: "caption_missing"
    severity: Severity
    where: Where
    message: str
    repairs: Sequence[str] = ()
    confidence: float = 1.0  # how sure the rule is, from 0 to 1
    digest: str = ""  # of the characters at its place, so that two findings of the same words are told apart
    article_id: int | None = None  # another article that it speaks of
