"""Planted slips and their clean twins: what each rule on dates and figures finds, and where it speaks in vain.

The table of docs/checks.md is made of the same counts, by `python -m tests.tinbai.checks.documented`.
"""

import pytest

from tests.tinbai.checks.measured import SLIPS, measured, repaired
from tests.tinbai.checks.ordinary import PARAGRAPHS
from tests.tinbai.checks.slips.slip import Slip
from tinbai.checks import CHECKS, check, findings_of
from tinbai.finding import Severity

RULES = {each.name: each for each in CHECKS}
PLANTED = [(name, slip) for name, slips in SLIPS.items() for slip in slips if slip.wrong]


@pytest.mark.parametrize(
    ("name", "slip"), PLANTED, ids=[f"{name}-{number}" for number, (name, _) in enumerate(PLANTED)]
)
def test_a_planted_slip_is_found_at_its_place(name: str, slip: Slip) -> None:
    article = slip.article(slip.wrong)
    found = list(findings_of(RULES[name], article, None))
    assert found
    texts = {(each.field, each.block): each.text for each in article.passages}
    for each in found:
        text = texts[each.where.field, each.where.block]
        assert each.where.start is not None
        assert each.where.end is not None
        assert 0 <= each.where.start < each.where.end <= len(text)


@pytest.mark.parametrize("name", SLIPS)
def test_a_repair_that_is_taken_ends_the_finding(name: str) -> None:
    """One of those proposed does, for each slip; the others are for the other side of the contradiction."""
    for slip in SLIPS[name]:
        if slip.wrong and not slip.wrong.startswith("<"):
            (first, *_) = findings_of(RULES[name], slip.article(slip.wrong), None)
            results = [repaired(slip, first, repair) for repair in first.repairs]
            assert not results or any(not list(findings_of(RULES[name], each, None)) for each in results), slip.wrong


@pytest.mark.parametrize("name", SLIPS)
def test_a_rule_finds_what_was_planted_and_leaves_the_twins_alone(name: str) -> None:
    counts = measured(name)
    assert counts.planted >= 8
    assert counts.found >= 0.97 * counts.planted
    assert counts.in_vain <= 0.01 * counts.clean


def test_a_clean_twin_gives_no_other_finding_either() -> None:
    ours = {each.name for each in CHECKS if each.subject in {"dates", "figures"}}
    clean = [slip.article(slip.right) for slips in SLIPS.values() for slip in slips]
    heavy = [
        (each.check, each.message)
        for article in clean
        for each in check(article, None)
        if each.check in ours and each.severity is not Severity.HINT
    ]
    assert len(heavy) <= 0.01 * len(clean), heavy


def test_ordinary_paragraphs_give_hardly_any_finding() -> None:
    ours = {each.name for each in CHECKS if each.subject in {"dates", "figures"}}
    articles = [Slip(wrong="", right=each).article(each) for each in PARAGRAPHS]
    heavy = [
        (each.check, each.message)
        for article in articles
        for each in check(article, None)
        if each.check in ours and each.severity is not Severity.HINT
    ]
    assert len(heavy) <= len(articles) / 50, heavy


def test_every_rule_on_dates_and_figures_has_its_slips() -> None:
    assert set(SLIPS) == {each.name for each in CHECKS if each.subject in {"dates", "figures"}}
