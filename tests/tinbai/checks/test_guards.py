"""What keeps the rules on dates and figures from speaking in vain: without it, a clean twin would be told."""

import re
from types import ModuleType

import pytest

from tests.tinbai.checks.measured import SLIPS
from tinbai.checks import CHECKS, findings_of
from tinbai.checks.dates import anniversary, date_against_words, event_date, weekday_wrong, written
from tinbai.checks.figures import count_list, number_form, quantities, share_wrong, sum_parts, sum_table

NEVER = re.compile(r"(?!)")
RULES = {each.name: each for each in CHECKS}
GUARDS: tuple[tuple[str, ModuleType, str], ...] = (
    ("weekday_wrong", weekday_wrong, "ORDINAL_BEFORE"),
    ("weekday_wrong", written, "LUNAR_AFTER"),
    ("date_impossible", written, "LUNAR_AFTER"),
    ("date_against_words", date_against_words, "PAPER_BEFORE"),
    ("event_date", event_date, "TO_COME"),
    ("sum_parts", sum_parts, "OPEN_LIST"),
    ("sum_parts", sum_parts, "RIDER"),
    ("sum_parts", sum_parts, "EACH"),
    ("sum_parts", sum_parts, "OVERLAPS"),
    ("sum_parts", quantities, "ROUGH"),
    ("sum_table", sum_table, "NOT_ADDED"),
    ("sum_table", sum_table, "PART_OF"),
    ("sum_table", sum_table, "ROMAN"),
    ("share_wrong", share_wrong, "CHANGE"),
    ("count_list", count_list, "RIDER"),
    ("count_list", count_list, "OPEN_LIST"),
    ("count_list", count_list, "OPENS_MORE"),
    ("number_form", number_form, "NOT_COUNTED"),
)


def told_in_vain(name: str) -> int:
    return sum(bool(list(findings_of(RULES[name], slip.article(slip.right), None))) for slip in SLIPS[name])


@pytest.mark.parametrize(("name", "module", "guard"), GUARDS, ids=[f"{each[0]}-{each[2]}" for each in GUARDS])
def test_without_its_guard_a_rule_speaks_in_vain(
    name: str, module: ModuleType, guard: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told_in_vain(name) == 0
    monkeypatch.setattr(module, guard, NEVER)
    assert told_in_vain(name) > 0


def test_the_occasion_keeps_plans_apart_from_anniversaries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anniversary, "_is_occasion", lambda *_: True)
    assert told_in_vain("anniversary") > 0
