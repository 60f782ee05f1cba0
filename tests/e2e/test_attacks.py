"""Every attack carried the whole way and opened in a browser: none runs, none loads, none needs a policy to stop it.

The same run with one of the sanitizers taken away, or loosened, must find something: so it would see what got through.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import nh3
import pytest

from tests.attacks.alone import alive
from tests.attacks.documents import KINDS
from tests.attacks.letters import Load, loads
from tests.attacks.table import ATTACKS, DEEP, HTML, WORDS, those
from tests.attacks.tour import browser_with_log, tour
from tests.attacks.watch import Watch, hosts_in
from tests.offices import TestOffice
from tests.servers.dovecot import Dovecot
from tinbai import clean as module
from tinbai.html_normal import ALLOWED, CONTAINERS, RENAMED
from tinbai.html_tree import written
from tinbai.office import Office

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]
QUICK = ("docx", "xlsx", "pptx", "eml")  # files that need no other program
PARTS = 6  # minutes each

Touring = Callable[..., Watch]


@pytest.fixture
def touring(an_office: TestOffice, opened: Office, dovecot: Dovecot, chromium: str, tmp_path: Path) -> Touring:
    """A function that carries loads in and returns what its watch saw, the browser's own record included."""

    def run(carried: list[Load], *, guarded: bool, everywhere: bool = True) -> Watch:
        net_log = tmp_path / "net.json"
        with browser_with_log(chromium, net_log) as browser:
            watch = tour(browser, opened, dovecot, an_office.account, carried, guarded=guarded, everywhere=everywhere)
        watch.requested += [f"h{number}.evil.example in the browser's record" for number in hosts_in(net_log)]
        return watch

    return run


def one_letter(*beginnings: str) -> list[Load]:
    return [Load(number=1, html=those(*beginnings), words=WORDS[:2])]


def demand_nothing(watch: Watch, carried: Sequence[Load]) -> None:
    """No flaw, and everything of `carried` really was on a page."""
    flaws = "\n".join(watch.flaws())
    if flaws:
        pytest.fail(f"{len(watch.flaws())} flaws:\n{flaws[:20_000]}", pytrace=False)
    assert watch.shown >= set().union(*(load.shown() for load in carried))  # a difference puts two numbers in a row


def without_nh3(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module, "_through_nh3", lambda _, html: html)
    patch.setattr(module, "_through_nh3_again", lambda _, html: html)


def without_bleach(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module, "_through_bleach", lambda _, parts: "".join(map(written, parts)))


def with_loose_nh3(patch: pytest.MonkeyPatch) -> None:
    """nh3 as a careless hand might configure it, or as a mistake of its own might make it: handlers come through."""
    for name, tags in (("_FIRST", ALLOWED | CONTAINERS | RENAMED.keys()), ("_LAST", ALLOWED)):
        loose = nh3.Cleaner(
            tags=set(tags),
            attributes={"*": {"onmouseover", "style"}, "a": {"href", "rel"}},
            url_schemes={"http", "https", "javascript"},
            link_rel=None,
        )
        patch.setattr(module, name, loose)


def test_no_attack_does_anything_on_any_page(touring: Touring) -> None:
    carried = loads(HTML, WORDS, len(QUICK), kinds=QUICK)
    watch = touring(carried, guarded=True)
    demand_nothing(watch, carried)
    assert len(ATTACKS) >= 500
    assert watch.pages >= len(carried) * 16


@pytest.mark.hard
def test_no_attack_does_anything_in_a_file_of_any_kind_or_deep_in_html(touring: Touring) -> None:
    carried = loads(HTML, WORDS, len(KINDS))
    carried.append(Load(number=len(KINDS) + 1, html=DEEP, words=WORDS[:1]))
    demand_nothing(touring(carried, guarded=True), carried)


def test_without_any_cleaning_attacks_run_load_and_are_stopped_by_the_policy(
    touring: Touring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_cleaned", lambda html, _layers, _limits: html)
    carried = one_letter("<script>alert", '<img src="x:" onerror="alert', '<p onmouseover="', "<img src=//h")
    watch = touring(carried, guarded=True, everywhere=False)
    assert watch.executed
    assert watch.requested
    assert watch.stopped
    assert watch.planted
    assert watch.numbers() >= {attack.number for attack in carried[0].html}


def test_without_nh3_code_is_shown_as_text(touring: Touring, monkeypatch: pytest.MonkeyPatch) -> None:
    without_nh3(monkeypatch)
    assert touring(one_letter("<script>alert", "<style>*{background-image"), guarded=False, everywhere=False).leaked


def test_without_bleach_values_that_the_house_forbids_come_through(
    touring: Touring, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_bleach(monkeypatch)
    watch = touring(
        one_letter('<p style="text-align:url(', '<table><tr><td colspan="99999"'), guarded=False, everywhere=False
    )
    assert any("style" in each for each in watch.planted)
    assert any("colspan" in each for each in watch.planted)


@pytest.mark.hard  # the same without a browser: tests/tinbai/test_clean.py
def test_what_a_loose_nh3_lets_through_bleach_stops(touring: Touring, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = one_letter('<p onmouseover="')
    with_loose_nh3(monkeypatch)
    demand_nothing(touring(carried, guarded=False), carried)


@pytest.mark.hard
def test_what_a_loose_nh3_lets_through_runs_without_bleach(touring: Touring, monkeypatch: pytest.MonkeyPatch) -> None:
    with_loose_nh3(monkeypatch)
    without_bleach(monkeypatch)
    assert touring(one_letter('<p onmouseover="'), guarded=False).executed


@pytest.mark.hard
@pytest.mark.parametrize("part", range(PARTS))
def test_no_attack_does_anything_in_a_letter_of_its_own(touring: Touring, part: int) -> None:
    """None may hide behind another: every page with all of them together is looked at above."""
    attacks = [*HTML, *DEEP][part::PARTS]
    carried = loads(attacks, WORDS, len(attacks), kinds=["docx"])
    watch = touring(carried, guarded=False, everywhere=False)
    demand_nothing(watch, carried)
    assert watch.pages == 4 * len(carried)


@pytest.mark.hard
def test_the_attacks_are_alive(chromium: str, tmp_path: Path) -> None:
    with browser_with_log(chromium, tmp_path / "net.json") as browser:
        active = alive(browser, [*HTML, *DEEP])
    dead = [attack.text for attack in (*HTML, *DEEP) if attack.number not in active]
    assert len(active) >= 500, (len(active), dead)
