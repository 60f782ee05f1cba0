"""Receiving: nothing lost, nothing twice, and the server told only of what is safe."""

from collections.abc import Mapping, Sequence
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ingest.mailbox import ServerLetter
from ingest.receive import Received, receive
from tests.ingest.fake_mailbox import FakeMailbox
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow, Told
from tinbai.errors import MailboxError
from tinbai.event import Event
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus


class Vanishing(FakeMailbox):
    """A mailbox whose first letter is deleted by somebody right after we asked for its size."""

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        described = super().describe(uids)
        self.letters.pop(1, None)
        return described


def letter(number: int, text: str = "Kính gửi Ban biên tập") -> bytes:
    return f"Subject: tin {number}\r\nMessage-ID: <{number}@songmau.example>\r\n\r\n{text} {number}\r\n".encode()


@pytest.fixture
def row(database: Database) -> MailboxRow:
    """The mailbox "chung" of a site."""
    with database.writing() as session:
        row = MailboxRow(site_id=a_site(session).id, key="chung")
        session.add(row)
    return row


def run(
    mailbox: FakeMailbox, row: MailboxRow, database: Database, blobs: Blobs, limits: Limits | None = None
) -> Received:
    return receive(
        mailbox, row, database, blobs, limits=limits or Limits(), slice_bytes=200, clock=lambda: NOON
    )  # fmt: skip


def stored(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Message.sha256).order_by(Message.id)))


def hashes(mailbox: FakeMailbox) -> list[str]:
    return [sha256(raw).hexdigest() for _, raw in sorted(mailbox.letters.items())]


def test_every_letter_is_stored_byte_for_byte_and_then_told_of(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 8)})
    assert run(mailbox, row, database, blobs) == Received(stored=7, known=0, told=7)
    assert stored(database) == hashes(mailbox)
    assert [blobs.get(name) for name in stored(database)] == list(mailbox.letters.values())
    assert mailbox.told == list(range(1, 8))


def test_a_second_pass_fetches_nothing_and_tells_nothing(row: MailboxRow, database: Database, blobs: Blobs) -> None:
    mailbox = FakeMailbox({1: letter(1), 5: letter(5)})
    run(mailbox, row, database, blobs)
    mailbox.fetched.clear()
    mailbox.told.clear()
    assert run(mailbox, row, database, blobs) == Received()
    assert (mailbox.fetched, mailbox.told) == ([], [])


def test_what_was_committed_before_the_connection_broke_stays_and_the_rest_comes_next_time(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 8)}, breaks_at={5})
    with pytest.raises(MailboxError) as caught:
        run(mailbox, row, database, blobs)
    assert caught.value.reached
    assert mailbox.told == []
    mailbox.breaks_at = set()
    run(mailbox, row, database, blobs)
    assert sorted(stored(database)) == sorted(hashes(mailbox))  # those that were on their way come last
    assert sorted(mailbox.told) == list(range(1, 8))


class FullDisk(Blobs):
    """A blob store that has room for `room` slices."""

    room = 1

    def put_all(self, contents: Sequence[bytes]) -> list[str]:
        if self.room == 0:
            raise OSError(ENOSPC, "no space left on device")
        self.room -= 1
        return super().put_all(contents)


def test_when_the_disk_fills_up_the_slices_before_stay_and_nothing_is_passed_over(
    row: MailboxRow, database: Database, tmp_path: Path
) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 8)})  # one or two a slice
    disk = FullDisk(tmp_path / "blobs")
    with pytest.raises(OSError, match="no space left"):
        run(mailbox, row, database, disk)
    first = stored(database)
    assert 0 < len(first) < 7
    assert all(disk.has(name) for name in first)
    disk.room = 100
    run(mailbox, row, database, disk)
    assert stored(database) == hashes(mailbox)


def test_a_letter_that_was_committed_but_not_told_of_is_told_of_in_the_next_pass(
    row: MailboxRow, database: Database, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = FakeMailbox({1: letter(1)})

    def broken(_uids: object) -> None:
        raise MailboxError(mailbox="chung", problem="the connection broke")

    with monkeypatch.context() as patched:
        patched.setattr(mailbox, "tell", broken)
        with pytest.raises(MailboxError):
            run(mailbox, row, database, blobs)
    with database.reading() as session:
        assert session.scalars(select(Delivery.told)).all() == [Told.WAITING]
    run(mailbox, row, database, blobs)
    assert mailbox.told == [1]
    assert mailbox.fetched == [1]


def test_the_same_bytes_twice_are_two_deliveries_of_one_message(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({1: letter(1), 2: letter(1)})
    assert run(mailbox, row, database, blobs) == Received(stored=1, known=1, told=2)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Delivery)) == 2
        assert session.scalar(select(func.count()).select_from(Message)) == 1


def test_a_new_uidvalidity_starts_over_and_doubles_nothing(row: MailboxRow, database: Database, blobs: Blobs) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in (10, 11, 12)})
    run(mailbox, row, database, blobs)
    moved = FakeMailbox({1: letter(12), 2: letter(10), 3: letter(13)}, uidvalidity=8)
    assert run(moved, row, database, blobs) == Received(stored=1, known=2, told=3)
    assert len(stored(database)) == 4
    with database.reading() as session:
        (event,) = session.scalars(select(Event).where(Event.decision == "new_epoch"))
        assert event.data == {"why": "uidvalidity", "from": 7, "to": 8}


def test_a_body_that_comes_short_is_fetched_again(row: MailboxRow, database: Database, blobs: Blobs) -> None:
    mailbox = FakeMailbox({1: letter(1)}, cut={1: 1})
    run(mailbox, row, database, blobs)
    assert stored(database) == hashes(mailbox)


def test_a_body_that_never_comes_is_an_error_and_the_cursor_stays(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({1: letter(1), 2: letter(2)}, silent={2: 9})
    with pytest.raises(MailboxError, match="do not come whole") as caught:
        run(mailbox, row, database, blobs)
    assert caught.value.reached
    mailbox.silent = {}
    run(mailbox, row, database, blobs)
    assert stored(database) == hashes(mailbox)


def test_a_letter_that_vanished_meanwhile_is_let_go(row: MailboxRow, database: Database, blobs: Blobs) -> None:
    mailbox = Vanishing({1: letter(1), 2: letter(2)})
    assert run(mailbox, row, database, blobs).stored == 1
    assert stored(database) == hashes(mailbox)


def test_a_server_that_announces_wrong_sizes_is_believed_when_the_bytes_repeat(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({1: letter(1)}, announced={1: 9})
    run(mailbox, row, database, blobs)
    assert stored(database) == hashes(mailbox)


def test_a_letter_above_the_limit_stays_on_the_server_and_a_held_stub_stands_for_it(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({1: letter(1, text="x" * 500), 2: letter(2)})
    run(mailbox, row, database, blobs, Limits(max_raw_bytes=200))
    assert mailbox.fetched == [2]
    with database.reading() as session:
        stub, other = session.scalars(select(Message).order_by(Message.id))
        assert (stub.status, stub.stored, stub.subject) == (MessageStatus.HELD, False, "tin 1")
        assert "Thư quá lớn" in (stub.reason or "")
        assert other.status is MessageStatus.RECEIVED
    run(mailbox, row, database, blobs, Limits(max_raw_bytes=200))
    assert len(stored(database)) == 2


def test_one_letter_that_never_comes_holds_up_nobody_and_is_asked_for_again(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 7)}, silent={3: 99})
    for _ in range(2):
        with pytest.raises(MailboxError, match=r"\[3\]"):
            run(mailbox, row, database, blobs)
        assert len(stored(database)) == 5
    assert sorted(mailbox.told) == [1, 2, 4, 5, 6]
    mailbox.silent = {}
    assert run(mailbox, row, database, blobs) == Received(stored=1, known=0, told=1)
    mailbox.fetched.clear()
    assert run(mailbox, row, database, blobs) == Received()
    assert mailbox.fetched == []


def test_a_letter_that_the_server_lists_and_does_not_describe_is_not_passed_over(
    row: MailboxRow, database: Database, blobs: Blobs
) -> None:
    mailbox = Undescribing({uid: letter(uid) for uid in range(1, 6)})
    with pytest.raises(MailboxError, match=r"\[3\]"):
        run(mailbox, row, database, blobs)
    mailbox.hidden = 0
    run(mailbox, row, database, blobs)
    assert len(stored(database)) == 5


class Undescribing(FakeMailbox):
    """A server that says nothing about one letter."""

    hidden = 3

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        described = dict(super().describe(uids))
        described.pop(self.hidden, None)
        return described
