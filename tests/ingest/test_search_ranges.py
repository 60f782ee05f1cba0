"""Long folders are listed in ranges of UIDs: whatever UIDs there are, none slips between two ranges."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import imap
from ingest.imap import ImapMailbox
from tinbai.config import MailboxConfig, Security

CONFIG = MailboxConfig(key="chung", host="mail.example", username="bbt", security=Security.TLS)
LONGEST_ANSWER = 5


class Server:
    """Answers SEARCH over its UIDs as RFC 3501 has it (6.4.4, 6.4.8); stands for imapclient and its line."""

    def __init__(self, uids: Sequence[int]) -> None:
        self.uids = sorted(uids)
        self.deleted: list[int] = []  # by somebody, between the first question and the second
        self.longest = 0
        self.line = self

    @contextmanager
    def within(self, _seconds: float, **_: object) -> Iterator[None]:
        yield

    def search(self, criteria: Sequence[Any]) -> list[int]:
        found = self._of_uids(criteria[1]) if criteria[0] == "UID" else self._of_numbers(criteria[0])
        self.longest = max(self.longest, len(found) if criteria[0] == "UID" else 0)
        self.uids, self.deleted = [uid for uid in self.uids if uid not in self.deleted], []
        return found

    def _of_numbers(self, numbers: str) -> list[int]:
        return [self.uids[int(number) - 1] for number in numbers.split(",")]

    def _of_uids(self, some: str) -> list[int]:
        first, last = (max(self.uids, default=0) if end == "*" else int(end) for end in some.split(":"))
        return [uid for uid in self.uids if min(first, last) <= uid <= max(first, last)]  # n:* as *:n


def listed(server: Server, above: int) -> list[int]:
    selected = {b"UIDVALIDITY": 7, b"EXISTS": len(server.uids)}
    mailbox = ImapMailbox(server, CONFIG, selected)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(imap, "LIST_AT_ONCE", LONGEST_ANSWER)
        return list(mailbox.uids_above(above))


UIDS = st.sets(st.integers(1, 80), max_size=40)


@given(uids=UIDS, above=st.integers(0, 90))
def test_none_slips_and_no_answer_is_longer_than_it_may_be(uids: set[int], above: int) -> None:
    server = Server(list(uids))
    assert listed(server, above) == sorted(uid for uid in uids if uid > above)
    assert server.longest <= LONGEST_ANSWER


@given(uids=UIDS, above=st.integers(0, 90), data=st.data())
def test_what_somebody_deletes_meanwhile_takes_no_other_with_it(uids: set[int], above: int, data: Any) -> None:
    server = Server(list(uids))
    server.deleted = sorted(data.draw(st.sets(st.sampled_from(sorted(uids)))) if uids else [])
    left = {uid for uid in uids if uid > above}.difference(server.deleted)
    assert left <= set(listed(server, above)) <= {uid for uid in uids if uid > above}


Ranges = Iterator[tuple[int, int | str]]
real_ranges = ImapMailbox._ranges


def ends_before_its_boundary(mailbox: ImapMailbox, uid: int) -> Ranges:
    """The UID at which a range ends is in neither of the two."""
    for first, last in real_ranges(mailbox, uid):
        yield first, last - 1 if isinstance(last, int) else last


def begins_behind_its_boundary(mailbox: ImapMailbox, uid: int) -> Ranges:
    """The UID behind a boundary is in neither of the two."""
    for number, (first, last) in enumerate(real_ranges(mailbox, uid)):
        yield first + bool(number), last


def leaves_out_the_rest(mailbox: ImapMailbox, uid: int) -> Ranges:
    """Nothing is asked for behind the last boundary."""
    some = list(real_ranges(mailbox, uid))
    yield from some[:-1] or some


def ends_at_the_count(mailbox: ImapMailbox, uid: int) -> Ranges:
    """Takes the number of letters for the last UID."""
    for first, last in real_ranges(mailbox, uid):
        yield first, mailbox.count if last == "*" else last


def even_steps(mailbox: ImapMailbox, uid: int) -> Ranges:
    """Takes numbers of letters for UIDs: right as long as nobody has deleted any."""
    bounds = [*range(uid, mailbox.count, imap.LIST_AT_ONCE), mailbox.count]
    yield from ((first + 1, last) for first, last in pairwise(bounds))


def one_range(_mailbox: ImapMailbox, uid: int) -> Ranges:
    """Everything at once: the answer to a long folder is a line at which imaplib ends the connection."""
    yield uid + 1, "*"


VARIANTS: Sequence[Callable[[ImapMailbox, int], Ranges]] = (
    ends_before_its_boundary, begins_behind_its_boundary, leaves_out_the_rest, ends_at_the_count, even_steps, one_range,
)  # fmt: skip


def wrong(tries: int = 50) -> bool:
    """Whether a letter slipped in one of so many folders, or an answer was too long."""
    chance = Random(5)
    for _ in range(tries):
        server = Server(chance.sample(range(1, 81), 30))
        above = chance.choice([0, 0, 17])
        right = [uid for uid in server.uids if uid > above]
        if listed(server, above) != right or server.longest > LONGEST_ANSWER:
            return True
    return False


def test_in_fifty_folders_nothing_is_wrong() -> None:
    assert not wrong()


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: one.__name__.replace("_", " "))
def test_a_boundary_that_skips_is_found(variant: Callable[..., Ranges], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImapMailbox, "_ranges", variant)
    assert wrong()


def test_the_last_letter_that_a_server_names_for_every_open_range_is_not_taken_twice() -> None:
    """Above the last UID, n:* names the last letter (RFC 3501, 6.4.8): asked for again in every pass."""
    server = Server([3, 9])
    assert listed(server, 9) == []
    assert server.search(["UID", "10:*"]) == [9]
