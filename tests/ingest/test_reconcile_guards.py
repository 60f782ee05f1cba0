"""What the tests of the daily comparison are worth: a healing that skips, doubles or hides letters is found."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from ingest import receive, reconcile
from ingest.epoch import Epoch
from ingest.mailbox import Mailbox, ServerLetter
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import Place, hashes, letter
from tests.ingest.test_reconcile import lose
from tests.rows import NOON
from tinbai.delivery import Delivery, Told

LETTERS = 6
LOST = (2, 3, 6)  # the last one is where the cursor stands
AGAIN = 4  # lost as well; its bytes came with another UID before


def box() -> FakeMailbox:
    """Six letters; two of them are the same, sent twice."""
    letters = {uid: letter(uid) for uid in range(1, LETTERS + 1)}
    return FakeMailbox(letters | {AGAIN: letter(1)})


def wrong_after(at_a_place: Place) -> list[str]:
    """Lose rows, compare twice, and ask once more; what is wrong then."""
    mailbox = box()
    at_a_place.receive(mailbox)
    lose(at_a_place, *LOST, AGAIN)
    mailbox.silent = {2: 99}  # for the first time it does not come
    wrong: list[str] = []
    try:
        first = at_a_place.reconcile(mailbox)
        wrong += ["what did not come is not shown"] if at_a_place.now().missing != 1 else []
        wrong += [f"of {first.absent} absent"] if first.absent != len(LOST) + 1 else []
        mailbox.silent = {}
        at_a_place.reconcile(mailbox)
        at_a_place.reconcile(mailbox)
        at_a_place.receive(mailbox)
    except IntegrityError:
        return ["the keys had to stop it"]
    uids = [uid for _, uid in at_a_place.delivered()]
    wrong += ["skipped"] if set(uids) != set(mailbox.letters) else []
    wrong += ["doubled"] if len(uids) != len(set(uids)) else []
    wrong += ["epochs"] if {epoch for epoch, _ in at_a_place.delivered()} != {at_a_place.now().epoch} else []
    wrong += ["not the letters"] if at_a_place.stored() != hashes(mailbox) else []
    wrong += ["still said to be missing"] if at_a_place.now().missing else []
    wrong += [f"{len(at_a_place.alerts())} events"] if len(at_a_place.alerts()) != 2 else []
    return wrong + (["not told of"] if not _all_told(at_a_place) else [])


def _all_told(at_a_place: Place) -> bool:
    with at_a_place.database.reading() as session:
        return {one.told for one in session.query(Delivery)} == {Told.DONE}


Variant = Callable[..., Any]
real_store, real_commit = receive.store, receive._commit


def below_the_cursor_only(there: Sequence[int], rows: Collection[int], epoch: Epoch) -> list[int]:
    """Skips the letter at which the cursor stands."""
    return [uid for uid in there if uid < epoch.cursor and uid not in rows]


def counting(there: Sequence[int], rows: Collection[int], epoch: Epoch) -> list[int]:
    """Takes as many as are fewer, from the end: the wrong ones."""
    return list(there)[len(rows) :]


def everything(there: Sequence[int], _rows: Collection[int], _epoch: Epoch) -> list[int]:
    """Fetches what is here as well."""
    return list(there)


def in_a_new_epoch(mailbox: Mailbox, epoch: Epoch, *given: Any, **options: Any) -> Iterator[int]:
    """Heals under a number under which nobody looks for it: it is absent again tomorrow, and healed again."""
    return real_store(mailbox, replace(epoch, number=epoch.number + 1), *given, **options)


def blind_commit(database: Any, epoch: Epoch, arrivals: Sequence[Any], clock: Any) -> int:
    """Writes a message and a delivery for each letter, without looking whether its bytes are here."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(receive, "_known", lambda *_: {})
        return real_commit(database, epoch, arrivals, clock)


def until_one_does_not_come(
    mailbox: FakeMailbox, epoch: Epoch, uids: Sequence[int], *given: Any, **options: Any
) -> Iterator[int]:
    """Gives up at the first letter that does not come, and counts the others as healed."""
    come = [uid for uid in uids if not mailbox.silent.get(uid)]
    return real_store(mailbox, epoch, come[: uids.index(come[0])], *given, **options)


def says_nothing(*_: Any, **__: Any) -> None:
    """Heals, and writes nothing down."""


VARIANTS: Mapping[str, tuple[Any, str, Variant]] = {
    "skips the cursor's own letter": (reconcile, "_absent", below_the_cursor_only),
    "counts instead of comparing": (reconcile, "_absent", counting),
    "fetches what is here": (reconcile, "_absent", everything),
    "heals in another epoch": (reconcile, "store", in_a_new_epoch),
    "does not look at the bytes": (receive, "_commit", blind_commit),
    "gives up at the first": (reconcile, "store", until_one_does_not_come),
    "says nothing": (reconcile, "_note", says_nothing),
}


def test_with_every_guard_nothing_is_wrong(at_a_place: Place) -> None:
    assert wrong_after(at_a_place) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_a_healing_that_skips_doubles_or_hides_is_found(
    at_a_place: Place, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(*VARIANTS[name])
    assert wrong_after(at_a_place) != []


class Renumbered(FakeMailbox):
    """Its UIDs are as before, and stand for other letters."""

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        return {uid: replace(one, internal_date=NOON.replace(day=20)) for uid, one in super().describe(uids).items()}


SAME_LENGTHS = ((FakeMailbox, 10), (Renumbered, 50))


def skips_after_other_letters(at_a_place: Place) -> bool:
    """As many letters as before, each as long as the one whose UID it has."""
    before, other = (kind({uid: letter(start + uid) for uid in range(1, 7)}) for kind, start in SAME_LENGTHS)
    at_a_place.receive(before)
    at_a_place.receive(other)
    at_a_place.reconcile(other)
    at_a_place.receive(other)
    return at_a_place.stored() != hashes(before, other)


def test_uids_that_stand_for_other_letters_are_all_fetched(at_a_place: Place) -> None:
    assert not skips_after_other_letters(at_a_place)


@pytest.mark.parametrize(
    ("name", "variant"),
    [("_changed", lambda *_: []), ("_differs", lambda one, size, _: one.size != size), ("renew", lambda *_: None)],
    ids=["does not look", "by size alone", "goes on in the old epoch"],
)
def test_a_comparison_that_takes_them_for_the_same_is_found(
    at_a_place: Place, monkeypatch: pytest.MonkeyPatch, name: str, variant: Variant
) -> None:
    monkeypatch.setattr(reconcile, name, variant)
    assert skips_after_other_letters(at_a_place)
