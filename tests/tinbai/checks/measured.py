"""What the rules find of planted slips, counted: for the tests and for the table in the documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.tinbai.checks.slips import dates, figures
from tests.tinbai.checks.slips.slip import Slip
from tinbai.checks import CHECKS, Checked, findings_of
from tinbai.finding import Finding, Severity

SLIPS: Mapping[str, Sequence[Slip]] = {**dates.SLIPS, **figures.SLIPS}


@dataclass(frozen=True, kw_only=True)
class Counts:
    """`in_vain` counts clean texts in which the rule speaks all the same; for hints they count like the others."""

    planted: int
    found: int
    clean: int
    in_vain: int


def measured(name: str) -> Counts:
    """The counts of one rule over its own slips and twins."""
    (rule,) = [each for each in CHECKS if each.name == name]
    wrong = [slip.article(slip.wrong) for slip in SLIPS[name] if slip.wrong]
    right = [slip.article(slip.right) for slip in SLIPS[name]]
    heavy = rule.severity is not Severity.HINT
    return Counts(
        planted=len(wrong),
        found=sum(bool(list(findings_of(rule, article, None))) for article in wrong),
        clean=len(right),
        in_vain=sum(
            any(not heavy or each.severity is not Severity.HINT for each in findings_of(rule, article, None))
            for article in right
        ),
    )


def repaired(slip: Slip, finding: Finding, repair: str) -> Checked:
    """The article of a slip with a repair taken."""
    where = finding.where
    if where.field != "body":
        texts = {"title": slip.title, "summary": slip.summary}
        texts[where.field] = texts[where.field][: where.start] + repair + texts[where.field][where.end :]
        return Slip(wrong=slip.wrong, right="", sent=slip.sent, **texts).article(slip.wrong)
    lines = slip.wrong.split("\n")
    number = where.block or 0
    lines[number] = lines[number][: where.start] + repair + lines[number][where.end :]
    return slip.article("\n".join(lines))
