"""What the checks say of the acceptance letters: what their cases name, and nothing above a hint elsewhere.

By subject: each rule that finds something in one of the letters stands here with its places.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ingest.read import read
from ingest.reading import Reading
from tinbai.checks import CHECKS
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits
from tinbai.site_data import load

HERE = Path(__file__).parent
LETTERS = sorted((HERE / "letters").glob("*.eml"))
SUBJECTS = frozenset({"dates", "figures"})
OURS = frozenset(each.name for each in CHECKS if each.subject in SUBJECTS)


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    site = load(HERE / "site.toml")
    return {path.stem: read(path.read_bytes(), site=site, limits=Limits()) for path in LETTERS}


def ours(reading: Reading) -> Sequence[Finding]:
    return [each for article in reading.articles for each in article.findings if each.check in OURS]


def test_the_letter_full_of_slips_has_exactly_those_of_its_case(readings: Mapping[str, Reading]) -> None:
    found = {(each.check, each.where.block): each for each in ours(readings["07-so-lieu-sai"])}
    assert set(found) == {
        ("weekday_wrong", 0), ("sum_parts", 0), ("share_wrong", 1), ("words_differ", 1), ("date_impossible", 2),
    }  # fmt: skip
    assert len(found) == len(ours(readings["07-so-lieu-sai"]))
    assert {each.severity for each in found.values()} == {Severity.WARN}


def test_the_repairs_of_its_slips_are_for_both_sides(readings: Mapping[str, Reading]) -> None:
    repairs = {each.check: tuple(each.repairs) for each in ours(readings["07-so-lieu-sai"])}
    assert repairs["weekday_wrong"] == ("thứ Ba, ngày 22/9/2026", "thứ Sáu, ngày 25/9/2026")
    assert repairs["date_impossible"] == ("30/9/2026", "1/10/2026")
    assert repairs["sum_parts"] == ("50",)
    assert repairs["share_wrong"] == ("90%",)
    assert repairs["words_differ"] == (
        "1.200.000.000 đồng (một tỷ hai trăm triệu", "1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu",
    )  # fmt: skip


def test_the_places_of_its_slips_are_their_words(readings: Mapping[str, Reading]) -> None:
    (article,) = readings["07-so-lieu-sai"].articles
    lines = article.body_text.split("\n")
    words = {
        each.check: lines[each.where.block or 0][each.where.start : each.where.end]
        for each in ours(readings["07-so-lieu-sai"])
    }
    assert words == {
        "weekday_wrong": "thứ Sáu, ngày 22/9/2026", "sum_parts": "52", "share_wrong": "92%",
        "words_differ": "1.250.000.000 đồng (một tỷ hai trăm triệu", "date_impossible": "31/9/2026",
    }  # fmt: skip


def test_the_other_letters_give_nothing_above_a_hint(readings: Mapping[str, Reading]) -> None:
    found = {
        name: [(each.check, each.message) for each in ours(reading) if each.severity is not Severity.HINT]
        for name, reading in readings.items()
        if name != "07-so-lieu-sai"
    }
    assert {name: each for name, each in found.items() if each} == {}
    assert len(found) == 19
