"""What a site tunes of the checks: off, other weight, other numbers, and what is no such thing is named."""

from datetime import date
from pathlib import Path

import pytest

from tinbai.checks import CHECKS, Checked, check
from tinbai.errors import SiteDataError
from tinbai.finding import Finding, Severity
from tinbai.site_data import SiteData, load
from tinbai.tuning import Source, rules
from tinbai.words import explain

LONG = Checked(title="từ " * 15)


def site(checks: object) -> SiteData:
    return SiteData.model_validate({"name": "An Mẫu", "checks": checks})


def found(**checks: object) -> dict[str, Finding]:
    return {each.check: each for each in check(LONG, site(checks))}


def test_a_site_switches_a_rule_off() -> None:
    assert "photo_missing" in found()
    assert "photo_missing" not in found(photo_missing={"on": False})


def test_a_site_weighs_a_rule_otherwise() -> None:
    assert found()["photo_missing"].severity is Severity.WARN
    assert found(photo_missing={"severity": "block"})["photo_missing"].severity is Severity.BLOCK


def test_what_is_milder_in_one_place_stays_so_under_a_heavier_rule() -> None:
    collected = Checked(source="Báo Minh Họa")
    weights = {each.check: each.severity for each in check(collected, site({"author_missing": {"severity": "block"}}))}
    assert weights["author_missing"] is Severity.HINT


def test_a_site_moves_the_numbers_of_a_rule() -> None:
    assert "title_long" not in found()
    assert "không quá 12 chữ" in found(title_long={"most_words": 12})["title_long"].message


WRONG = {
    "[checks.title_longg]": "checks.title_longg",
    "[checks.title_long]\nmost_word = 12": "checks.title_long.most_word",
    "[checks.title_long]\nmost_words = 1": "checks.title_long.most_words",
    '[checks.title_long]\nmost_words = "12"': "checks.title_long.most_words",
    "[checks.title_long]\nmost_words = 12.5": "checks.title_long.most_words",
    "[checks.title_long]\nmost_words = nan": "checks.title_long.most_words",
    '[checks.title_long]\nseverity = "loud"': "checks.title_long.severity",
}


@pytest.mark.parametrize(("toml", "key"), WRONG.items())
def test_a_wrong_key_is_named(toml: str, key: str, tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(f'name = "An Mẫu"\n{toml}\n', encoding="utf-8")
    with pytest.raises(SiteDataError) as error:
        load(path)
    assert error.value.key == key
    assert f"khóa “{key}”" in explain(error.value)


def test_the_data_and_the_chain_name_the_same_checks() -> None:
    assert sorted(rules().checks) == sorted(each.name for each in CHECKS)
    assert {each.source for each in CHECKS} <= rules().sources.keys()


def test_the_numbers_lie_within_their_bounds() -> None:
    numbers = [number for numbers in rules().checks.values() for number in numbers.values()]
    assert all(number.least <= number.value <= number.most for number in numbers)


def test_a_source_holds_from_its_first_day_to_its_last() -> None:
    source = Source.model_validate({"name": "Nghị định", "since": "2020-03-05", "until": "2026-06-30"})
    days = ["2020-03-04", "2020-03-05", "2026-06-30", "2026-07-01"]
    assert [source.holds(date.fromisoformat(day)) for day in days] == [False, True, True, False]
