"""What the tests of look-alike senders are worth: each guard taken away, somebody is missed, or somebody accused."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ingest import look_alikes as module
from ingest.look_alikes import look_alikes
from tests.ingest.alike_senders import DECEIVING, NAMES, NAMES_IN_OTHER_LETTERS, SITE, SLIPS, STRANGERS
from tinbai.text import fold

STRANGER = "Nguyễn Văn Ví Dụ"


def wrong() -> list[str]:
    """Who is judged otherwise than he should be."""

    def found(address: str, name: str = "") -> set[bool]:
        return {one.grave for one in look_alikes(address, name, SITE)}

    judged = [f"not grave: {one}" for one in DECEIVING if True not in found(one)]
    judged += [f"missed: {one}" for one in SLIPS if found(one) == set()]
    judged += [f"accused: {one}" for one in SLIPS if True in found(one)]
    judged += [f"taken for somebody: {one}" for one in STRANGERS if found(one, STRANGER)]
    judged += [f"name missed: {one}" for one in NAMES if found("x@gmail.com", one) != {False}]
    return judged + [f"letters missed: {one}" for one in NAMES_IN_OTHER_LETTERS if not found("x@gmail.com", one)]


def nobody(*_: Any) -> tuple[()]:
    return ()


Variant = tuple[str, Callable[..., Any], str]
# What is taken away, and what that does.
VARIANTS: Mapping[str, Variant] = {
    "letters are compared as they are": ("skeleton", str.casefold, "not grave"),
    "marks are taken off, other scripts stay": ("skeleton", fold, "not grave"),
    "a known organization's own domains are looked at": ("aligned", lambda *_: False, "taken for somebody"),
    "no slip is seen": ("one_slip_apart", lambda *_: False, "missed"),
    "whatever differs is a slip": ("one_slip_apart", lambda *_: True, "taken for somebody"),
    "domains are not read": ("_of_domain", nobody, "not grave"),
    "another ending is another organization": ("_of_organization", nobody, "missed"),
    "what stands before the @ is not read": ("_of_local_part", nobody, "missed"),
    "names are not read": ("_of_name", nobody, "name missed"),
    "international domains stay as DNS has them": ("_readable", str, "not grave"),
    "our own mailbox is not known": ("_known_addresses", lambda _: [], "missed"),
}


def test_with_every_guard_everybody_is_judged_rightly() -> None:
    assert wrong() == []


@pytest.mark.parametrize("name", VARIANTS)
def test_without_a_guard_somebody_is_missed_or_accused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    what, variant, kind = VARIANTS[name]
    monkeypatch.setattr(module, what, variant)
    assert any(one.startswith(kind) for one in wrong())
