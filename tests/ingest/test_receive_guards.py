"""What the tests of fetching are worth: a program that believes whatever comes loses letters, or halves them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from ingest import fetching
from ingest.fetching import _Fetched
from ingest.mailbox import Mailbox, ServerLetter
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import Place, hashes, letter
from tinbai.errors import MailboxError


def box(**faults: dict[int, int]) -> FakeMailbox:
    """Three letters; the second comes a byte short, or not at all, for the first two times."""
    return FakeMailbox({uid: letter(uid) for uid in (1, 2, 3)}, **faults)  # type: ignore[arg-type]


FAULTS: Mapping[str, Callable[[], FakeMailbox]] = {
    "a byte short": lambda: box(cut={2: 1}),
    "not at all": lambda: box(silent={2: 1}),
}


def whatever_comes(mailbox: Mailbox, letters: Sequence[ServerLetter], *_: Any) -> _Fetched:
    """The broken variant: a body of another length is a body, and an answer without one is an answer."""
    whole = dict(mailbox.fetch([one.uid for one in letters]))
    return _Fetched(letters=[one for one in letters if one.uid in whole], whole=whole, stubs=[], absent=set())


def received(at_a_place: Place, mailbox: FakeMailbox) -> bool:
    """Whether all letters are here, as they are on the server, after two passes."""
    for _ in range(2):
        try:
            at_a_place.receive(mailbox)
        except MailboxError:
            continue
    return at_a_place.stored() == hashes(mailbox)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_did_not_come_whole_is_asked_for_again(at_a_place: Place, fault: str) -> None:
    assert received(at_a_place, FAULTS[fault]())


@pytest.mark.parametrize("fault", FAULTS)
def test_a_program_that_takes_whatever_comes_is_found(
    at_a_place: Place, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(fetching, "_fetched", whatever_comes)
    assert not received(at_a_place, FAULTS[fault]())
