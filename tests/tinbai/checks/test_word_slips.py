"""Planted slips and their clean twins: what the rules on words, people, places, documents and privacy find."""

from dataclasses import replace

import pytest

from tests.tinbai.checks.ordinary_words import PARAGRAPHS
from tests.tinbai.checks.words_measured import PAIRS, RULES, SITE, article, heavy, measured, told
from tinbai.checks import Found, findings_of
from tinbai.finding import Severity, Where

OF_FIELDS = {"fields_missing", "summary_long", "genre_short", "unit_missing"}  # tested in test_word_rules.py
OF_OTHERS = {"near_duplicate"}  # tested in test_near_duplicate.py
PLANTED = [(name, slip) for name, pairs in PAIRS.items() for slip, _ in pairs]
CLEAN = [(name, clean) for name, pairs in PAIRS.items() for _, clean in pairs]


def test_every_rule_has_its_slips() -> None:
    assert set(PAIRS) | OF_FIELDS | OF_OTHERS == set(RULES)


@pytest.mark.parametrize("name", PAIRS)
def test_a_rule_finds_what_was_planted_and_leaves_the_twins_alone(name: str) -> None:
    counts = measured(name)
    assert counts.planted >= 8
    assert counts.found >= 0.97 * counts.planted, [slip for slip, _ in PAIRS[name] if not told(name, slip)]
    assert counts.in_vain == 0, [clean for _, clean in PAIRS[name] if told(name, clean)]


def test_a_clean_twin_gives_nothing_above_a_hint() -> None:
    alarmed = [(name, clean, [each.message for each in heavy(clean, name)]) for name, clean in CLEAN]
    alarmed = [each for each in alarmed if each[2]]
    assert len(alarmed) <= 0.01 * len(CLEAN), alarmed


def test_ordinary_paragraphs_give_hardly_anything() -> None:
    assert len(PARAGRAPHS) >= 100
    alarmed = {text: found for text in PARAGRAPHS if (found := [each.message for each in heavy(text)])}
    assert len(alarmed) <= len(PARAGRAPHS) / 50, alarmed
    hints = [each for text in PARAGRAPHS for rule in RULES.values() for each in findings_of(rule, article(text), SITE)]
    hints = [each for each in hints if each.severity is Severity.HINT and each.check != "opening_vague"]
    assert len(hints) <= len(PARAGRAPHS) / 10, [(each.check, each.message) for each in hints]


@pytest.mark.parametrize(("name", "slip"), PLANTED)
def test_a_finding_names_characters_that_are_there(name: str, slip: str) -> None:
    texts = {(each.field, each.block): each.text for each in article(slip, name).passages}
    for found in told(name, slip):
        if found.where.start is not None and found.where.end is not None:
            assert 0 <= found.where.start < found.where.end <= len(texts[found.where.field, found.where.block])


@pytest.mark.parametrize(
    "name", ["leader_title", "words_confused", "document_replaced", "personal_number", "denouncer"]
)
def test_a_repair_that_is_taken_ends_the_finding(name: str) -> None:
    for slip, _ in PAIRS[name]:
        for found in told(name, slip)[:1]:
            if found.repairs and found.where.block == 0 and "\n" not in slip:
                text = slip[: found.where.start] + found.repairs[0] + slip[found.where.end :]
                assert len(told(name, text)) < len(told(name, slip)), text


def test_the_counts_see_a_rule_that_is_blind_and_one_that_always_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULES["words_confused"]
    monkeypatch.setitem(RULES, "words_confused", replace(rule, rule=lambda _article, _site: ()))
    assert measured("words_confused").found == 0
    noisy = Found(where=Where(field="body"), message="Sai.")
    monkeypatch.setitem(
        RULES, "words_confused", replace(rule, rule=lambda _article, _site: (noisy,), severity=Severity.WARN)
    )
    assert measured("words_confused").in_vain == len(PAIRS["words_confused"])
    assert len([each for each in heavy("Tin hay.") if each.message == "Sai."]) == 1
