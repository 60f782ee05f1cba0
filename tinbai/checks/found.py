"""What a rule yields: a place and what is wrong there. The chain makes a finding of it, with name and severity."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinbai.finding import Severity, Where


@dataclass(frozen=True, kw_only=True)
class Found:
    """`message` and `repairs` are Vietnamese. A repair replaces exactly the characters that `where` names.

    `confidence` is how sure the rule is, from 0 to 1. `milder` is the severity of this place, where it weighs less
    than the rule does in general; it never makes anything weigh more. `article_id` names another article that the
    message speaks of.
    """

    where: Where
    message: str
    repairs: Sequence[str] = ()
    confidence: float = 1.0
    milder: Severity | None = None
    article_id: int | None = None
