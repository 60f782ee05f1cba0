"""Letters come in on a real server while who receives and reads them is killed again and again: all of them, once."""

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

import pytest

from tests.integration.duplicates import named, plain
from tests.integration.lost_or_doubled import wrong_with
from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice
from tests.servers.dovecot import Dovecot
from tinbai.office import office

pytestmark = [pytest.mark.integration, pytest.mark.timeout(1800)]
MANY = 100  # then a fifth of them are of all kinds, with photos and files


def typed(count: int) -> Iterator[bytes]:
    return (plain(named(b"<%d@songmau.example>" % number)) for number in range(count))


def mixed(count: int) -> Iterator[bytes]:
    simple = typed(count)
    for raw in letters(count // 5, seed=500, photos=Photos.SMALL):
        yield raw
        yield from islice(simple, 4)


def fed_and_killed(an_office: TestOffice, dovecot: Dovecot, kills: int, count: int, variant: str = "none") -> list[str]:
    """Deliver `count` letters while pollers are killed; what the letters' hashes are."""
    coming = mixed(count) if count >= MANY else typed(count)
    hashes: list[str] = []
    command = [
        sys.executable,
        "-m",
        "tests.integration.killed_pollers",
        str(an_office.config),
        str(kills),
        "5",
        variant,
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as pollers:
        assert pollers.stdin is not None
        assert pollers.stdout is not None
        while not (line := pollers.stdout.readline()).startswith("done"):
            assert line, "the pollers broke"
            killed = int(line)
            if killed % 50 == 0:
                print(f"{killed} killed, {len(hashes)} letters", flush=True)  # noqa: T201 - it takes minutes
            due = count * (killed + 1) // kills
            for raw in islice(coming, due - len(hashes)):
                dovecot.append(an_office.account, raw)
                hashes.append(sha256(raw).hexdigest())
            pollers.stdin.write("\n")
            pollers.stdin.flush()
    print(f"{kills} killed of {line.split()[1]} pollers, {len(hashes)} letters")  # noqa: T201 - a figure for docs
    assert len(hashes) == count
    return hashes


@pytest.mark.parametrize(
    ("kills", "count"), [(6, 12), pytest.param(500, 2_000, marks=pytest.mark.hard)], ids=["6", "500"]
)
def test_nothing_is_lost_doubled_or_stuck_however_often_they_are_killed(
    an_office: TestOffice, dovecot: Dovecot, kills: int, count: int
) -> None:
    hashes = fed_and_killed(an_office, dovecot, kills, count)
    with office(an_office.config) as opened:
        assert wrong_with(opened, hashes) == []


@pytest.mark.hard  # test_death_at_every_step.py has this mistake and the others in the normal run
def test_a_cursor_that_moves_first_is_found(an_office: TestOffice, dovecot: Dovecot) -> None:
    hashes = fed_and_killed(an_office, dovecot, 20, 40, "moves the cursor first")
    with office(an_office.config) as opened:
        assert any(wrong.startswith("lost") for wrong in wrong_with(opened, hashes))
