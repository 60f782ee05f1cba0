"""What the tests of mailboxes' changes are worth: without one of the guards, letters are skipped."""

from collections.abc import Callable
from typing import Any

import pytest

from ingest import epoch
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import HERE, Place, hashes, letter
from tinbai.delivery import MailboxRow
from tinbai.workflow import record

ELSEWHERE = "imap://bbt@mail2.songmau.example:993/INBOX"


def box(*numbers: int, uidvalidity: int = 7, uidnext: int | None = None) -> FakeMailbox:
    return FakeMailbox(
        {uid: letter(number) for uid, number in enumerate(numbers, start=1)}, uidvalidity=uidvalidity, uidnext=uidnext
    )


# What the mailbox becomes, and where; before there were letters 1 to 4.
CHANGES = {
    "uidvalidity": (box(5, 6, uidvalidity=8), HERE),
    "place": (box(5, 6), ELSEWHERE),
    "restored": (box(1, 2, uidnext=3), HERE),
}


def skips(at_a_place: Place, change: str) -> bool:
    """Whether a letter is not here after the change, and one more that came after it."""
    before, (after, place) = box(1, 2, 3, 4), CHANGES[change]
    at_a_place.receive(before)
    at_a_place.receive(after, place)
    last = max(after.letters) + 1
    then = FakeMailbox(
        after.letters | {last: letter(9)}, uidvalidity=after.uidvalidity, uidnext=last + 1 if after.uidnext else None
    )
    at_a_place.receive(then, place)
    return at_a_place.stored() != hashes(before, then)


def unchanged(_known: MailboxRow, _mailbox: FakeMailbox, _place: str) -> None:
    """The broken variant that knows a letter by its UID alone."""


def without(why: str) -> Callable[..., Any]:
    """The broken variant that does not see this one kind of change."""
    real = epoch._change

    def change(known: MailboxRow, mailbox: FakeMailbox, place: str) -> Any:
        found = real(known, mailbox, place)
        return None if found is not None and found["why"] == why else found

    return change


def begins_where_the_last_one_ended(session: Any, row: MailboxRow, change: Any, clock: Any) -> None:
    """The broken variant that begins an epoch and keeps the cursor."""
    record(session, "mailbox", row.id, row.site_id, "new_epoch", by=None, at=clock(), data=change)
    row.epoch += 1


@pytest.mark.parametrize("change", CHANGES)
def test_with_all_guards_nothing_is_skipped(at_a_place: Place, change: str) -> None:
    assert not skips(at_a_place, change)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("name", "variant"),
    [("_change", lambda _: unchanged), ("_change", without), ("_begin", lambda _: begins_where_the_last_one_ended)],
    ids=["by UID alone", "blind to this change", "the cursor kept"],
)
def test_without_a_guard_letters_are_skipped(
    at_a_place: Place, monkeypatch: pytest.MonkeyPatch, change: str, name: str, variant: Callable[[str], Any]
) -> None:
    monkeypatch.setattr(epoch, name, variant(change))
    assert skips(at_a_place, change)
