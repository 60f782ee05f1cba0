"""The first connection to a mailbox of many years: in its order, in pieces, and going on where it was stopped."""

import os
import time
from collections.abc import Callable, Mapping, Sequence

import pytest

from ingest.mailbox import ServerLetter
from ingest.receive import Received
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import Place, hashes, letter

MANY = 50_000


class Counting(FakeMailbox):
    """Counts the letters it was asked to describe."""

    described = 0

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        self.described += len(uids)
        return super().describe(uids)


def after(slices: int) -> Callable[[], bool]:
    """Tell to stop after so many slices."""
    calls = iter(range(slices))
    return lambda: next(calls) == slices - 1


@pytest.fixture(scope="module")
def letters() -> dict[int, bytes]:
    return {uid: letter(uid) for uid in range(1, MANY + 1)}


def uids(at_a_place: Place) -> list[int]:
    return [uid for _, uid in at_a_place.delivered()]


def test_the_oldest_come_first_and_the_next_pass_goes_on_behind_them(
    at_a_place: Place, letters: dict[int, bytes]
) -> None:
    mailbox = Counting(letters)
    at_a_place.receive(mailbox, stopping=after(3))
    assert uids(at_a_place) == list(range(1, 151))
    assert at_a_place.now().last_uid == 150
    assert mailbox.described <= 1_000  # nobody waits for the sizes of all
    mailbox.fetched.clear()
    at_a_place.receive(mailbox, stopping=after(2))
    assert uids(at_a_place) == list(range(1, 251))
    assert min(mailbox.fetched) == 151


def test_the_newest_come_first_where_it_is_configured_so_and_none_is_passed_over(
    at_a_place: Place, letters: dict[int, bytes]
) -> None:
    mailbox = Counting(dict(letters))
    at_a_place.receive(mailbox, newest_first=True, stopping=after(3))
    assert uids(at_a_place) == list(range(MANY - 149, MANY + 1))
    assert at_a_place.now().last_uid == 0  # below them the rest is still waiting
    mailbox.letters[MANY + 1] = letter(MANY + 1)
    at_a_place.receive(mailbox, newest_first=True, stopping=after(2))
    assert uids(at_a_place) == list(range(MANY - 248, MANY + 2))  # what came meanwhile had its turn first


def test_a_pass_takes_so_many_and_says_how_many_are_left(at_a_place: Place, letters: dict[int, bytes]) -> None:
    some = FakeMailbox({uid: letters[uid] for uid in range(1, 301)})
    assert at_a_place.receive(some, most=120, newest_first=True) == Received(stored=120, told=120, left=180)
    assert at_a_place.receive(some, most=120, newest_first=True).left == 60
    assert at_a_place.receive(some, most=120, newest_first=True).left == 0
    assert at_a_place.stored() == hashes(some)
    assert at_a_place.now().last_uid == 300
    assert len(some.fetched) == 300


@pytest.mark.hard
@pytest.mark.parametrize("newest_first", [False, True])
def test_fifty_thousand_letters_come_whole_in_passes(
    at_a_place: Place, letters: dict[int, bytes], monkeypatch: pytest.MonkeyPatch, *, newest_first: bool
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # the disk is not what is tried here
    mailbox, start, passes = FakeMailbox(letters), time.monotonic(), 0
    while at_a_place.receive(mailbox, newest_first=newest_first, most=2_000).left:
        passes += 1
    print(f"{MANY} letters in {passes + 1} passes: {time.monotonic() - start:.0f} s")  # noqa: T201 - a figure for docs
    assert len(mailbox.fetched) == MANY
    assert at_a_place.stored() == hashes(mailbox)
    assert at_a_place.now().last_uid == MANY
