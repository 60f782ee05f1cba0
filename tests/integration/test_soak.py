"""Letters come in for a long while: memory, descriptors and threads of the program stay as they are.

TINBAI_SOAK_MINUTES=30 TINBAI_SOAK_RATE=60 TINBAI_SOAK_FILE=/tmp/soak.csv make test-hard ARGS=tests/integration/test_soak.py
python -m tests.integration.soaking /tmp/soak.csv docs/pictures/soak.svg
"""  # noqa: E501 - a line to type

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from math import sin
from pathlib import Path

import pytest

from tests.integration.duplicates import named, plain
from tests.integration.soaking import MEGABYTE, Sample, bytes_an_hour, drawn, measured, read, rises, write
from tests.mail.corpus import Photos, letters
from tests.offices import TestOffice, write_config
from tests.servers.dovecot import Dovecot
from tests.servers.program import free_port
from tinbai.config import load
from tinbai.office import migrated_office

pytestmark = [pytest.mark.integration, pytest.mark.timeout(7200)]
MINUTES = float(os.environ.get("TINBAI_SOAK_MINUTES", "30"))
RATE = float(os.environ.get("TINBAI_SOAK_RATE", "60"))  # letters a minute
WARM = int(os.environ.get("TINBAI_SOAK_WARM", "1500"))  # letters that come before: what is kept of letters is full then
TINBAI = [sys.executable, "-c", "from tinbai.cli import main; main()"]
LEAKING = [sys.executable, "-m", "tests.integration.leaking"]
LONG = 5  # minutes; in less, memory says nothing
FLAT = MEGABYTE  # an hour
AFTERWARDS_SECONDS = 60
WARMING_SECONDS = 1_200
STARTING_SECONDS = 30


@pytest.fixture
def soaked(dovecot: Dovecot, tmp_path: Path) -> TestOffice:
    """An office that asks its mailbox every second."""
    account = dovecot.add_user()
    often = "poll_seconds = 1\nread_seconds = 1\nalarm_seconds = 10\n"
    more = f"[web]\nport = {free_port()}\n[timetable]\n{often}"
    config = write_config(tmp_path, dovecot, account, more=more)
    with migrated_office(config):
        return TestOffice(config=config, account=account)


def soak(
    office: TestOffice, dovecot: Dovecot, coming: Iterator[bytes], *, minutes: float, rate: float,
    program: Sequence[str] = TINBAI, warm: int = 0,
) -> list[Sample]:  # fmt: skip
    """Run the program while letters come in; what it used, some hundred times, after `warm` letters were read."""
    command = [*program, "run", "--config", str(office.config)]
    database = load(office.config).path("tinbai.db")
    samples: list[Sample] = []
    words = office.config.with_name("words.log")
    with words.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True) as process:
        try:
            wait_until_it_has_asked(database, process)
            sent = warm_up(office, dovecot, coming, warm, lambda: measured(process.pid, database, 0, warm).settled)
            started, last = time.monotonic(), 0.0
            while (passed := time.monotonic() - started) < minutes * 60:
                assert process.poll() is None, words.read_text(errors="replace")[-2_000:]
                while sent - warm < passed / 60 * rate:
                    dovecot.append(office.account, next(coming))
                    sent += 1
                if passed - last >= max(0.5, minutes * 60 / 400):
                    samples.append(measured(process.pid, database, started, sent))
                    last = passed
                time.sleep(0.1)
            until = time.monotonic() + AFTERWARDS_SECONDS
            while samples[-1].settled < sent and time.monotonic() < until:
                time.sleep(1)
                samples.append(measured(process.pid, database, started, sent))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    return samples


def wait_until_it_has_asked(database: Path, process: subprocess.Popen[bytes]) -> None:
    """It has started, and asked the mailbox for the first time."""
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as connection:
            if connection.execute("SELECT count(*) FROM mailbox WHERE polled_at IS NOT NULL").fetchone() == (1,):
                return
        time.sleep(0.1)


def warm_up(
    office: TestOffice, dovecot: Dovecot, coming: Iterator[bytes], letters: int, settled: Callable[[], int]
) -> int:
    """So many letters at once, all of them read."""
    for _ in range(letters):
        dovecot.append(office.account, next(coming))
    until = time.monotonic() + WARMING_SECONDS
    while settled() < letters:
        assert time.monotonic() < until, f"{settled()} of {letters} letters were read"
        time.sleep(1)
    return letters


def typed() -> Iterator[bytes]:
    return (plain(named(b"<%d@songmau.example>" % number)) for number in range(100_000))


def test_for_a_few_seconds_nothing_grows(soaked: TestOffice, dovecot: Dovecot) -> None:
    for minutes in (0.1, 1):  # on a busy machine the threads of a pool are not all there after the first
        samples = soak(soaked, dovecot, typed(), minutes=minutes, rate=120)
        wrong = rises(samples, most_bytes_an_hour=float("inf"))
        if wrong == [] and samples[-1].settled == samples[-1].sent:
            return
    pytest.fail(f"{samples[-1].settled} of {samples[-1].sent} letters were read; {wrong}")


def test_a_leak_is_found(soaked: TestOffice, dovecot: Dovecot) -> None:
    for minutes in (0.1, 1):  # on a busy machine the mailbox is asked too rarely for the first
        samples = soak(soaked, dovecot, typed(), minutes=minutes, rate=120, program=LEAKING)
        if any(wrong.startswith("descriptors") for wrong in rises(samples, most_bytes_an_hour=float("inf"))):
            return
    pytest.fail("a connection is left open at every poll, and nobody notices")


def test_memory_that_grows_is_found() -> None:
    """Ten kilobytes a letter, at sixty letters a minute."""
    flat = {"sent": 0, "settled": 0, "child_bytes": 0, "descriptors": 9, "threads": 9, "processes": 1}
    grown = [Sample(seconds=second, own_bytes=10**8 + 10_000 * second, **flat) for second in range(1_800)]
    assert rises(grown, most_bytes_an_hour=FLAT) == ["memory: 36.0 ± 0.0 MB an hour"]


def swaying(megabytes_an_hour: float) -> list[Sample]:
    """As an allocator's holdings sway: two megabytes up and down over seven minutes, and a rise beneath."""
    flat = {"sent": 0, "settled": 0, "child_bytes": 0, "descriptors": 9, "threads": 9, "processes": 1}
    return [
        Sample(
            seconds=second,
            own_bytes=int(MEGABYTE * (200 + 2 * sin(second / 67) + megabytes_an_hour * second / 3600)),
            **flat,
        )
        for second in range(1_800)
    ]


def test_swaying_alone_is_no_rise_and_a_rise_is_found_all_the_same() -> None:
    """Fifteen megabytes an hour are four kilobytes a letter, at sixty letters a minute."""
    assert rises(swaying(0), most_bytes_an_hour=FLAT) == []
    assert rises(swaying(15), most_bytes_an_hour=FLAT) != []


def test_what_was_measured_is_kept_and_drawn(tmp_path: Path) -> None:
    sample = {
        "sent": 3,
        "settled": 2,
        "own_bytes": 10**8,
        "child_bytes": 5,
        "descriptors": 9,
        "threads": 9,
        "processes": 1,
    }
    samples = [Sample(seconds=second / 2, **sample) for second in range(9)]
    write(samples, tmp_path / "samples.csv")
    assert read(tmp_path / "samples.csv") == samples
    assert drawn(samples).count("<polyline") == 7


@pytest.mark.hard
def test_for_a_long_while_nothing_grows(soaked: TestOffice, dovecot: Dovecot, tmp_path: Path) -> None:
    coming = letters(WARM + int(MINUTES * RATE) + 100, seed=30, photos=Photos.SMALL)
    samples = soak(soaked, dovecot, coming, minutes=MINUTES, rate=RATE, warm=WARM)
    write(samples, Path(os.environ.get("TINBAI_SOAK_FILE", tmp_path / "soak.csv")))
    slope, doubt = (each / MEGABYTE for each in bytes_an_hour(samples[len(samples) // 4 :]))
    print(f"{samples[-1].settled} of {samples[-1].sent} letters in {MINUTES:g} min")  # noqa: T201 - figures for docs
    print(f"{slope:.1f} ± {doubt:.1f} MB an hour")  # noqa: T201
    print(f"first {samples[len(samples) // 4]}\nlast  {samples[-1]}")  # noqa: T201 - figures for docs
    assert samples[-1].settled == samples[-1].sent
    assert rises(samples, most_bytes_an_hour=FLAT if MINUTES >= LONG else float("inf")) == []
