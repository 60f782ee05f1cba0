"""What happens to mailboxes in the course of years: nothing is skipped, nothing doubled, and each has one event."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from ingest.mailbox import ServerLetter
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import HERE, Place, hashes, letter
from tests.rows import NOON
from tinbai.delivery import MailboxRow

ELSEWHERE = "imap://bbt@mail2.songmau.example:993/INBOX"


def box(*numbers: int, uidvalidity: int = 7, uidnext: int | None = None, first: int = 1) -> FakeMailbox:
    """Letters with these numbers, and UIDs from `first` on."""
    letters = {uid: letter(number) for uid, number in enumerate(numbers, start=first)}
    return FakeMailbox(letters, uidvalidity=uidvalidity, uidnext=uidnext)


def test_another_server_with_the_same_uidvalidity_and_lower_uids_is_read_from_its_beginning(at_a_place: Place) -> None:
    before, after = box(1, 2, 3, 4, first=100), box(5, 6, 3)
    at_a_place.receive(before)
    assert at_a_place.receive(after, ELSEWHERE).stored == 2
    assert at_a_place.stored() == hashes(before, after)
    assert at_a_place.receive(after, ELSEWHERE).stored == 0
    assert at_a_place.alerts() == [("new_epoch", "place")]


def test_another_server_with_the_same_uidvalidity_and_the_same_uids_is_not_taken_for_the_old_one(
    at_a_place: Place,
) -> None:
    before, after = box(1, 2, 3), box(4, 5, 6)
    at_a_place.receive(before)
    assert at_a_place.receive(after, ELSEWHERE).told == 3
    assert at_a_place.stored() == hashes(before, after)
    assert at_a_place.delivered() == [(epoch, uid) for epoch in (1, 2) for uid in (1, 2, 3)]


def test_there_and_back_again_is_two_moves_and_doubles_nothing(at_a_place: Place) -> None:
    old, new = box(1, 2, 3), box(4, 5)
    for mailbox, place in ((old, HERE), (new, ELSEWHERE), (old, HERE)):
        at_a_place.receive(mailbox, place)
    assert at_a_place.stored() == hashes(old, new)
    assert at_a_place.alerts() == [("new_epoch", "place")] * 2


def test_a_folder_put_back_to_an_earlier_state_gives_known_uids_to_new_letters(at_a_place: Place) -> None:
    before, restored = box(1, 2, 3, 4, 5, uidnext=6), box(1, 2, uidnext=3)
    at_a_place.receive(before)
    at_a_place.receive(restored)
    assert at_a_place.alerts() == [("new_epoch", "restored")]
    restored.letters[3] = letter(6)
    restored.uidnext = 4
    assert at_a_place.receive(restored).stored == 1
    assert at_a_place.stored() == hashes(before, restored)
    assert at_a_place.alerts() == [("new_epoch", "restored")]


def test_a_folder_that_was_put_back_and_filled_up_is_found_when_it_is_compared(at_a_place: Place) -> None:
    before, restored = box(1, 2, 3, 4), Later({1: letter(1), 2: letter(2), 3: letter(5), 4: letter(6)})
    at_a_place.receive(before)
    assert at_a_place.receive(restored).stored == 0  # there is nothing to see
    assert at_a_place.reconcile(restored).changed == 2
    assert at_a_place.receive(restored).stored == 2
    assert at_a_place.stored() == hashes(before, restored)
    assert at_a_place.alerts() == [("new_epoch", "other letters")]
    assert at_a_place.reconcile(restored).changed == 0


class Later(FakeMailbox):
    """A server that got letters 3 and up an hour later than the one before."""

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        found = super().describe(uids)
        later = NOON + timedelta(hours=1)
        return {uid: replace(about, internal_date=later) if uid > 2 else about for uid, about in found.items()}


def test_a_server_that_gives_a_wrong_uidnext_is_not_listed_anew_each_time(at_a_place: Place) -> None:
    mailbox = box(1, 2, 3, uidnext=1)
    at_a_place.receive(mailbox)
    mailbox.fetched.clear()
    for _ in range(3):
        at_a_place.receive(mailbox)
    assert mailbox.fetched == []
    assert at_a_place.alerts() == []


def test_an_emptied_folder_costs_nothing_and_goes_on_where_it_was(at_a_place: Place) -> None:
    mailbox = box(1, 2, 3, uidnext=4)
    at_a_place.receive(mailbox)
    mailbox.letters = {}
    at_a_place.receive(mailbox)
    mailbox.letters = {4: letter(4)}
    mailbox.uidnext = 5
    assert at_a_place.receive(mailbox).stored == 1
    assert at_a_place.alerts() == []  # the pass itself knows nothing of it: ingest/run.py counts


def test_the_first_place_of_a_mailbox_of_the_release_before_is_no_move(at_a_place: Place) -> None:
    at_a_place.receive(box(1, 2, 3))
    with at_a_place.database.writing() as session:
        session.get_one(MailboxRow, at_a_place.row.id).place = None  # as the migration leaves it
    mailbox = box(1, 2, 3)
    assert at_a_place.receive(mailbox).stored == 0
    assert mailbox.fetched == []
    assert at_a_place.now().place == HERE
    assert at_a_place.alerts() == []


@pytest.mark.parametrize("seed", range(3))
def test_twenty_changes_of_uidvalidity_skip_and_double_nothing(at_a_place: Place, seed: int) -> None:
    chance, mailbox, ever, number = random.Random(seed), box(1, 2, 3, 4, 5), [], 6
    for change in range(20):
        at_a_place.receive(mailbox)
        ever.append(mailbox)
        kept = chance.sample(list(mailbox.letters.values()), chance.randint(0, len(mailbox.letters)))
        new = [letter(number + n) for n in range(chance.randint(0, 4))]
        number += len(new)
        mixed = chance.sample([*kept, *new], len(kept) + len(new))
        first = chance.choice([1, 1, 3, 1000])
        mailbox = FakeMailbox(dict(enumerate(mixed, start=first)), uidvalidity=100 + change)
    at_a_place.receive(mailbox)
    assert at_a_place.stored() == hashes(*ever, mailbox)
    assert at_a_place.alerts() == [("new_epoch", "uidvalidity")] * 20
