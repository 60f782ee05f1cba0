"""The daily comparison of server and rows: what is missing is fetched, what differs is said."""

from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import HERE, Place, hashes, letter
from tinbai.delivery import Delivery, MailboxRow


def lose(at_a_place: Place, *uids: int) -> None:
    """Forget that these letters were delivered, as a bug or a restored database would."""
    with at_a_place.database.writing() as session:
        session.query(Delivery).filter(Delivery.uid.in_(uids)).delete()


def test_where_nothing_differs_nothing_is_fetched_or_said(at_a_place: Place) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 6)})
    at_a_place.receive(mailbox)
    mailbox.fetched.clear()
    found = at_a_place.reconcile(mailbox)
    assert (found.absent, found.healed, found.changed, found.gone) == (0, 0, 0, 0)
    assert (mailbox.fetched, at_a_place.alerts()) == ([], [])
    assert at_a_place.now().reconciled_at is not None


def test_letters_below_the_cursor_without_a_row_are_fetched_and_said_once(at_a_place: Place) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 6)})
    del mailbox.letters[2]  # not listed at the time
    at_a_place.receive(mailbox)
    mailbox.letters[2] = letter(2)
    assert at_a_place.receive(mailbox).stored == 0  # the cursor is past it
    found = at_a_place.reconcile(mailbox)
    assert (found.absent, found.healed) == (1, 1)
    assert at_a_place.stored() == hashes(mailbox)
    assert at_a_place.alerts() == [("reconcile", None)]
    at_a_place.reconcile(mailbox)
    assert at_a_place.alerts() == [("reconcile", None)]
    assert at_a_place.receive(mailbox).told == 1


def test_what_cannot_be_fetched_stays_visible_until_it_can(at_a_place: Place) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 6)})
    at_a_place.receive(mailbox)
    lose(at_a_place, 2, 3)
    mailbox.silent = {2: 99}
    found = at_a_place.reconcile(mailbox)
    assert (found.absent, found.healed) == (2, 1)
    assert at_a_place.now().missing == 1
    mailbox.silent = {}
    assert at_a_place.reconcile(mailbox).healed == 1
    assert at_a_place.now().missing == 0


def test_letters_that_somebody_deleted_on_the_server_are_no_difference(at_a_place: Place) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 6)})
    at_a_place.receive(mailbox)
    del mailbox.letters[1]
    assert at_a_place.reconcile(mailbox).gone == 1
    assert at_a_place.alerts() == []


def test_what_is_above_the_cursor_is_left_to_the_next_pass(at_a_place: Place) -> None:
    mailbox = FakeMailbox({1: letter(1)})
    at_a_place.receive(mailbox)
    mailbox.letters[2] = letter(2)
    assert at_a_place.reconcile(mailbox).absent == 0
    assert at_a_place.receive(mailbox).stored == 1


def test_a_server_that_announces_wrong_sizes_does_not_seem_changed(at_a_place: Place) -> None:
    mailbox = FakeMailbox({1: letter(1)}, announced={1: 9})
    at_a_place.receive(mailbox)
    assert at_a_place.reconcile(mailbox).changed == 0


def test_a_mailbox_that_has_moved_is_no_heap_of_missing_letters(at_a_place: Place) -> None:
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 6)})
    at_a_place.receive(mailbox)
    assert at_a_place.reconcile(mailbox, place=HERE + "/other").absent == 0
    assert at_a_place.alerts() == [("new_epoch", "place")]
    with at_a_place.database.reading() as session:
        assert session.get_one(MailboxRow, at_a_place.row.id).last_uid == 0
