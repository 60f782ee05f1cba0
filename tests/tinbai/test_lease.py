"""Leases: one holder at a time, and a dead one's lease ends by itself."""

import subprocess
import sys
from datetime import timedelta

from sqlalchemy import select

from tests.rows import NOON
from tinbai.db import Database
from tinbai.lease import Lease, leased, take

MINUTE = timedelta(minutes=1)


def test_while_one_holds_it_another_gets_nothing(database: Database) -> None:
    with leased(database, "mailbox:1", MINUTE, lambda: NOON) as first:
        assert first is not None
        with leased(database, "mailbox:1", MINUTE, lambda: NOON) as second:
            assert second is None
        with leased(database, "mailbox:2", MINUTE, lambda: NOON) as other:
            assert other is not None


def test_afterwards_it_is_free(database: Database) -> None:
    for _ in range(2):
        with leased(database, "mailbox:1", MINUTE, lambda: NOON) as holder:
            assert holder is not None
    with database.reading() as session:
        assert session.scalars(select(Lease)).all() == []


def test_a_dead_holders_lease_ends(database: Database) -> None:
    assert take(database, "mailbox:1", "dead", MINUTE, lambda: NOON)
    assert not take(database, "mailbox:1", "next", MINUTE, lambda: NOON + MINUTE)
    assert take(database, "mailbox:1", "next", MINUTE, lambda: NOON + 2 * MINUTE)


def test_the_holder_can_prolong_it(database: Database) -> None:
    assert take(database, "mailbox:1", "me", MINUTE, lambda: NOON)
    assert take(database, "mailbox:1", "me", 5 * MINUTE, lambda: NOON)
    assert not take(database, "mailbox:1", "next", MINUTE, lambda: NOON + 2 * MINUTE)


def test_the_lease_of_a_killed_process_is_free_at_once(database: Database) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", "from tinbai.lease import mark; print(mark(), flush=True); input()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with child:
        assert child.stdout is not None
        holder = child.stdout.readline().strip()
        assert take(database, "mailbox:1", holder, MINUTE, lambda: NOON)
        assert not take(database, "mailbox:1", "next", MINUTE, lambda: NOON)
        child.kill()
    assert take(database, "mailbox:1", "next", MINUTE, lambda: NOON)
