"""Forged authentication: none is believed, every honest sender is; and the same letters find each guard missing."""

from collections.abc import Callable, Iterable, Sequence

import pytest

from ingest import arc, dkim, from_header, server_results, trust
from ingest.header_lines import HeaderLine
from ingest.parse import parse
from ingest.server_results import Authentication, Said, verdict_on
from ingest.trust import Standing, Trust, judge
from tests.ingest.forged_senders import FORGED, PLACE
from tests.ingest.honest_senders import CASES as HONEST
from tests.ingest.honest_senders import Case
from tests.ingest.signed_letters import dns
from tinbai.limits import Limits
from tinbai.site_data import SiteData


def judged(case: Case) -> Trust:
    return judge(parse(case.raw, Limits()), case.raw, case.site, dns())


def believed(cases: Iterable[Case]) -> list[str]:
    return [case.name for case in cases if judged(case).standing is Standing.VERIFIED]


@pytest.mark.parametrize("case", FORGED, ids=lambda case: case.name)
def test_no_forged_letter_is_believed(case: Case) -> None:
    found = judged(case)
    assert found.standing is not Standing.VERIFIED
    assert found.reason


def test_there_are_sixty_forged_letters_and_more_and_no_two_are_the_same() -> None:
    assert len({case.raw for case in FORGED}) >= 60
    assert len({(case.raw, case.site.model_dump_json()) for case in FORGED}) == len(FORGED)


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case.name)
def test_every_honest_letter_is_believed(case: Case) -> None:
    assert (judged(case).standing, judged(case).reason) == (Standing.VERIFIED, judged(case).reason)


def test_there_are_twenty_honest_letters_and_more() -> None:
    assert len(HONEST) >= 20


def first_field_anywhere(_lines: Sequence[HeaderLine], domain: str, site: SiteData) -> Said:
    """The broken variant that other programs were found with: the first field with the right name wins."""
    from ingest.authentication_results import parse_results  # noqa: PLC0415

    for line in _lines:
        results = parse_results(line.value) if line.name == b"authentication-results" else None
        if results is not None and results.server in site.authserv_ids:
            return Said(found=verdict_on(results.results, domain))
    return Said(found=Authentication.ABSENT)


def every_field_of_ours(lines: Sequence[HeaderLine], domain: str, site: SiteData) -> Said:
    """The broken variant that lets a lower field add to the topmost one."""
    from ingest.authentication_results import parse_results  # noqa: PLC0415

    fields = [parse_results(line.value) for line in lines if line.name == b"authentication-results"]
    results = [one for field in fields if field and field.server in site.authserv_ids for one in field.results]
    return Said(found=verdict_on(results, domain))


@pytest.mark.parametrize(
    ("module", "name", "variant", "least"),
    [
        (trust, "server_says", first_field_anywhere, 3),
        (trust, "server_says", every_field_of_ours, 5),
        (trust, "from_doubt", lambda *_: None, 8),
        (trust, "doubled", lambda *_: None, 7),
        (server_results, "aligned", lambda *_: True, 5),
        (server_results, "_foreign", lambda *_: "", 1),
        (dkim, "aligned", lambda *_: True, 2),
        (dkim, "covers", lambda *_: True, 3),
        (dkim, "usable", lambda *_: True, 1),
        (dkim, "verify_dkim", lambda *_: True, 3),
        (arc, "verify_arc", lambda *_: True, 3),
        (arc, "verdict_on", lambda *_: Authentication.PASSED, 2),
    ],
)
def test_without_a_guard_forged_letters_are_believed(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, variant: Callable[..., object], least: int
) -> None:
    monkeypatch.setattr(module, name, variant)
    assert len(believed(FORGED)) >= least


def test_a_site_that_names_no_server_believes_no_field(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = [Case(case.name, case.raw, case.site.model_copy(update={"authserv_ids": ()})) for case in (*PLACE, *HONEST)]
    monkeypatch.setattr(trust, "signing_domain", lambda *_: None)
    monkeypatch.setattr(trust, "sealed_by", lambda *_: None)
    assert believed(bare) == []


def test_a_broken_signature_denies_nothing() -> None:
    """RFC 6376, section 6.1: a letter whose signature is broken is as good as one without."""
    assert from_header.ASK
    broken = next(case for case in FORGED if case.name == "another body")
    assert judged(broken).standing is Standing.UNVERIFIED
