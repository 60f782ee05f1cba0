"""No text, however odd, makes a rule crash or take longer than its length allows.

Time is counted in steps, not in seconds: lines of Python that run. Patterns are looked at for themselves: none of them
repeats without end something that repeats without end.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tinbai.checks
from tests.tinbai.checks.measured import SLIPS
from tests.tinbai.checks.words_measured import PAIRS, SITE
from tinbai.checks import CHECKS, Check, Checked, CheckedPhoto, chain, check, findings_of
from tinbai.checks.earlier import EarlierText
from tinbai.checks.found import Found
from tinbai.clean import clean
from tinbai.finding import Finding, Where

SENT = datetime(2026, 9, 22, 3, tzinfo=UTC)
PIECES = [
    "thứ Sáu, ngày 22/9/2026", "31/9", "52 đại biểu", ", trong đó có ", "30 nam và 20 nữ", "(đạt 92%)",
    "4.200/5.000 hộ", "1.250.000.000 đồng (một tỷ hai trăm triệu đồng)", "gồm: ", "v.v...", "12.5 tấn",
    "từ 5 lên 6 triệu đồng, tăng 20%",
    "kỷ niệm 96 năm (1930 - 2026)", "1.", "0", "(", ")", " ", "\n", "%", "/", "…", "₫", "\u0301", "٣", "²",
    "đồng", "🙂", "sáng nay ", "âm lịch", "3 thôn: A, B và C. ", "Riêng ", "9" * 36, "00/00/0000",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=25).map("".join)


def article(text: str) -> Checked:
    html = "".join(f"<p>{line}</p>" for line in text.replace("&", "&amp;").replace("<", "&lt;").split("\n"))
    before = EarlierText(article_id=1, code="AM-2026-0001", title="?", text=text[: len(text) // 2])
    return Checked(title=text[:200], summary=text, body_html=html, byline=text[:80], date=SENT,
                   photos=(CheckedPhoto(filename="1.jpg", caption=text),), earlier=(before,))  # fmt: skip


def every_finding(checked: Checked) -> list[Finding]:
    """As `check`, which goes on where a rule breaks; here it is to be seen."""
    return [finding for each in CHECKS for finding in findings_of(each, of_its_kind(each, checked), SITE)]


def of_its_kind(rule: Check, checked: Checked) -> Checked:
    """The same, of a kind that the rule looks at."""
    return replace(checked, kind=min(rule.kinds))


def broken(_checked: Checked, _site: object) -> Iterator[Found]:
    raise ZeroDivisionError


def endless(_checked: Checked, _site: object) -> Iterator[Found]:
    while True:
        yield Found(where=Where(field="title"), message="Lại nữa")


def named(name: str, rule: Callable[..., Iterator[Found]]) -> Check:
    return Check(name=name, rule=rule, kinds=CHECKS[0].kinds, severity=CHECKS[0].severity, source="usage", subject="x")


def test_a_rule_that_breaks_silences_no_other_and_one_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    untitled = Checked(body_text="Tin.")
    before = check(untitled, None)
    assert before
    monkeypatch.setattr(chain, "CHECKS", (named("broken", broken), *CHECKS, named("endless", endless)))
    found = check(untitled, None)
    assert [each for each in found if each.check not in {"broken", "endless"}] == list(before)
    assert sum(each.check == "endless" for each in found) == chain.MOST
    with pytest.raises(ZeroDivisionError):
        list(chain.findings_of(named("broken", broken), untitled, None))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_text_makes_a_rule_crash_and_every_place_is_one(text: str) -> None:
    checked = article(text)
    lengths = {(each.field, each.block): len(each.text) for each in checked.passages}
    for finding in every_finding(checked):
        where = finding.where
        assert 0 <= finding.confidence <= 1
        assert finding.message
        if where.start is not None and where.end is not None and (where.field, where.block) in lengths:
            assert 0 <= where.start <= where.end <= lengths[where.field, where.block]


CELLS = st.one_of(
    st.sampled_from(["1", "12,5", "Tổng cộng", "1.250", "I", "%", "", "-", "Trong đó"]), st.text(max_size=4)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(CELLS, st.integers(0, 3), st.integers(0, 3)), max_size=5), max_size=6))
def test_no_table_makes_a_rule_crash(rows: list[list[tuple[str, int, int]]]) -> None:
    html = "".join(
        "<tr>" + "".join(f'<td colspan="{wide}" rowspan="{high}">{text}</td>' for text, wide, high in row) + "</tr>"
        for row in rows
    )
    checked = Checked(body_html=clean(f"<table>{html}</table>"), date=SENT)
    assert all(finding.message for finding in every_finding(checked))


# What makes careless rules slow: many openings of what never comes to its end.
HARD = [*PIECES, *(slip.wrong for slips in SLIPS.values() for slip in slips[:1] if slip.wrong[:1] != "<"), "a ", "a, "]
HARD_OF: dict[str, list[str]] = {name: [slip for slip, _ in pairs[:3]] for name, pairs in PAIRS.items()}


@pytest.mark.parametrize("rule", CHECKS, ids=lambda each: each.name)
def test_four_times_the_text_takes_hardly_more_than_four_times_the_steps(rule: Check) -> None:
    for piece in [*HARD, *HARD_OF.get(rule.name, ())]:
        once, four = (steps(rule, article(piece * times)) for times in (30, 120))
        assert four <= 5 * once + 2_000, piece


def test_a_quadratic_rule_would_be_seen() -> None:
    def slow(checked: Checked, _site: object) -> Iterator[Any]:
        for one in checked.body_text:
            for other in checked.body_text:
                if one > other > "z":
                    yield one

    rule = named("slow", slow)
    once, four = (steps(rule, Checked(body_text="ab" * times)) for times in (30, 120))
    assert four > 5 * once + 2_000


def steps(rule: Check, checked: Checked) -> int:
    """How many lines of Python a rule runs for an article that is parsed already."""
    count, checked = 0, of_its_kind(rule, checked)
    assert checked.passages is not None

    def traced(_frame: FrameType, event: str, _arg: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        list(findings_of(rule, checked, SITE))
    finally:
        sys.settrace(before)
    return count


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for found in pkgutil.walk_packages(tinbai.checks.__path__, "tinbai.checks."):
        for name, value in vars(importlib.import_module(found.name)).items():
            for number, each in enumerate(compiled(value)):
                yield f"{found.name}.{name}.{number}", each


def compiled(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from compiled(each)


def has_endless_in_endless(tree: Any, *, inside: bool = False) -> bool:
    """Whether something that repeats without end repeats something that does, in the parsed pattern."""
    if isinstance(tree, tuple) and len(tree) == 2 and str(tree[0]) in {"MAX_REPEAT", "MIN_REPEAT"}:
        _, most, what = tree[1]
        endless = most == parser.MAXREPEAT
        return (endless and inside) or has_endless_in_endless(what, inside=inside or endless)
    if isinstance(tree, parser.SubPattern | tuple | list):
        return any(has_endless_in_endless(each, inside=inside) for each in tree)
    return False


def test_no_pattern_repeats_a_repetition_without_end() -> None:
    apart = {"FIGURE", "_PERCENT"}  # digits with a mark between each two groups: there is one way only to read them
    found = [name for name, each in patterns() if has_endless_in_endless(parser.parse(each.pattern, each.flags))]
    assert [name for name in found if name.split(".")[-2] not in apart] == []


def test_a_nested_repetition_would_be_seen() -> None:
    assert has_endless_in_endless(parser.parse(r"(?:a+b?)*c"))
    assert has_endless_in_endless(parser.parse(r"(?:x(?:\s*y)+)+"))
    assert not has_endless_in_endless(parser.parse(r"(?:a{1,3}b)*c+"))
