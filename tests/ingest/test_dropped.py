"""A server that ends the connection on one letter: the others come, and in the end a held stub stands for it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest
from sqlalchemy import select

from ingest import dropped, sandbox
from tests.ingest import breaking_reader
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import Place, hashes, letter
from tinbai.delivery import Delivery, Told
from tinbai.errors import MailboxError
from tinbai.event import Event
from tinbai.message import Message, MessageStatus


def mailbox_of(*numbers: int, breaks_at: int) -> FakeMailbox:
    return FakeMailbox({uid: letter(uid) for uid in numbers}, breaks_at={breaks_at})


def passes(at_a_place: Place, mailbox: FakeMailbox, count: int) -> None:
    for _ in range(count):
        with suppress(MailboxError):
            at_a_place.receive(mailbox)


def stubs(at_a_place: Place) -> list[Message]:
    with at_a_place.database.reading() as session:
        return list(session.scalars(select(Message).where(Message.stored.is_(False))))


def events(at_a_place: Place, decision: str) -> list[dict[str, object] | None]:
    with at_a_place.database.reading() as session:
        return list(session.scalars(select(Event.data).where(Event.decision == decision).order_by(Event.id)))


def test_the_others_come_in_two_more_passes_and_the_server_is_told_of_them(at_a_place: Place) -> None:
    mailbox = mailbox_of(*range(1, 9), breaks_at=3)
    with pytest.raises(MailboxError):
        at_a_place.receive(mailbox)
    assert at_a_place.stored() == []  # they were asked for together
    with pytest.raises(MailboxError):
        at_a_place.receive(mailbox)
    passes(at_a_place, mailbox, 1)
    assert [uid for _, uid in at_a_place.delivered()] == [1, 2, 4, 5, 6, 7, 8]
    mailbox.letters[9] = letter(9)
    with pytest.raises(MailboxError):
        at_a_place.receive(mailbox)
    assert 9 in mailbox.told
    assert at_a_place.now().last_uid == 2


def test_after_three_passes_of_its_own_it_is_left_behind_with_an_alert(at_a_place: Place) -> None:
    mailbox = mailbox_of(*range(1, 9), breaks_at=3)
    for number in range(10, 10 + 2 * dropped.PASSES):
        passes(at_a_place, mailbox, 1)
        mailbox.letters[number] = letter(number)
    at_a_place.receive(mailbox)
    (stub,) = stubs(at_a_place)
    assert (stub.status, stub.subject) == (MessageStatus.HELD, "tin 3")
    assert "ngắt kết nối" in (stub.reason or "")
    assert events(at_a_place, "left_behind") == [{"uid": 3, "message": stub.id, "passes": 3}]
    assert sum(bool(data and data["counts"]) for data in events(at_a_place, "dropped")) == dropped.PASSES
    assert sorted(uid for _, uid in at_a_place.delivered()) == sorted(mailbox.letters)
    assert at_a_place.now().last_uid == max(mailbox.letters)
    assert 3 not in mailbox.told
    mailbox.fetched.clear()
    at_a_place.receive(mailbox)
    assert mailbox.fetched == []


def test_when_it_comes_after_all_it_is_stored_like_any_other(at_a_place: Place) -> None:
    mailbox = mailbox_of(1, 2, 3, breaks_at=2)
    passes(at_a_place, mailbox, 3)
    mailbox.breaks_at = set()
    at_a_place.receive(mailbox)
    assert at_a_place.stored() == hashes(mailbox)
    assert (stubs(at_a_place), events(at_a_place, "left_behind")) == ([], [])
    assert at_a_place.now().last_uid == 3


def test_two_bad_letters_are_each_found_out(at_a_place: Place) -> None:
    mailbox = mailbox_of(*range(1, 61), breaks_at=7)
    mailbox.breaks_at.add(8)
    for number in range(100, 120):
        passes(at_a_place, mailbox, 1)
        mailbox.letters[number] = letter(number)
    at_a_place.receive(mailbox)
    assert {data["uid"] for data in events(at_a_place, "left_behind") if data} == {7, 8}
    assert len(at_a_place.delivered()) == len(mailbox.letters)


class DeadStore(FakeMailbox):
    """A server that describes its letters and gives none of them."""

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        self.breaks_at = set(uids)
        return super().fetch(uids)


def test_a_server_that_gives_nothing_makes_no_letter_guilty(at_a_place: Place) -> None:
    dead = DeadStore({uid: letter(uid) for uid in range(1, 121)})
    passes(at_a_place, dead, 30)
    assert (stubs(at_a_place), events(at_a_place, "left_behind")) == ([], [])
    assert len(events(at_a_place, "dropped")) <= 3  # one a slice, however long it lasts
    well = FakeMailbox(dead.letters)
    at_a_place.receive(well)
    assert at_a_place.stored() == hashes(well)


def test_without_the_proof_a_dead_store_would_cost_letters(at_a_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test above is worth."""
    noted = dropped.note_drop
    monkeypatch.setattr("ingest.receive.note_drop", lambda *given, **named: noted(*given, **(named | {"proven": True})))
    passes(at_a_place, DeadStore({1: letter(1)}), 5)
    assert len(stubs(at_a_place)) == 1


class Mute(FakeMailbox):
    """A server that ends the connection even over the headers of the letter."""

    def headers(self, uid: int, size: int) -> bytes:
        if uid in self.breaks_at:
            raise MailboxError(mailbox="chung", problem="the connection broke")
        return super().headers(uid, size)


def test_a_letter_whose_headers_do_not_come_either_has_a_stub_without_them(at_a_place: Place) -> None:
    mailbox = Mute({uid: letter(uid) for uid in range(1, 5)}, breaks_at={3})
    for number in range(10, 18):
        passes(at_a_place, mailbox, 1)
        mailbox.letters[number] = letter(number)
    at_a_place.receive(mailbox)
    (stub,) = stubs(at_a_place)
    assert stub.subject is None
    assert len(at_a_place.delivered()) == len(mailbox.letters)


def test_a_stub_is_not_moved_away(at_a_place: Place) -> None:
    mailbox = mailbox_of(1, 2, breaks_at=1)
    for number in range(10, 18):
        passes(at_a_place, mailbox, 1)
        mailbox.letters[number] = letter(number)
    with at_a_place.database.reading() as session:
        assert session.scalars(select(Delivery.told).where(Delivery.uid == 1)).all() == [Told.DONE]
    assert 1 not in mailbox.told


def test_where_uids_have_no_order_the_others_come_too(at_a_place: Place) -> None:
    mailbox = mailbox_of(*range(1, 6), breaks_at=2)
    mailbox.ordered = False
    passes(at_a_place, mailbox, 3)
    assert [uid for _, uid in at_a_place.delivered()] == [1, 3, 4, 5]


def test_reconciling_finds_the_bad_one_out_as_well(at_a_place: Place) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 9)})
    at_a_place.receive(mailbox)
    with at_a_place.database.writing() as session:
        session.query(Delivery).filter(Delivery.uid < 5).delete()
    mailbox.breaks_at = {2}
    for _ in range(3):
        with pytest.raises(MailboxError):
            at_a_place.reconcile(mailbox)
    assert [uid for _, uid in at_a_place.delivered()] == [1, 3, 4, 5, 6, 7, 8]


def test_the_headers_of_a_stub_are_read_in_a_child_that_may_die(
    at_a_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_read_here", breaking_reader.read_here)
    mailbox = FakeMailbox({1: b"always die", 2: letter(2)}, announced={1: 10**9})
    at_a_place.receive(mailbox)
    (stub,) = stubs(at_a_place)
    assert (stub.status, stub.subject) == (MessageStatus.HELD, None)
    assert len(at_a_place.stored()) == 2
