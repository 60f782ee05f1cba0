"""What fails is tried again less and less often, and at once when somebody says that it is back."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.tinbai.test_timetable import SECONDS
from tests.tinbai.test_timetable import running as running  # noqa: PLC0414 - the fixture
from tinbai.backing_off import LONGEST_SECONDS, Failures, wait_after
from tinbai.errors import DroppedError, MailboxError
from tinbai.timetable import Entry

OFTEN = timedelta(seconds=0.1)
MINUTE = timedelta(minutes=1)
AWAY = MailboxError(mailbox="chung", problem="connection refused")
REFUSED = MailboxError(mailbox="chung", problem="log in: no", retryable=False, refused=True)
MISSING = MailboxError(mailbox="chung", problem="open folder Tin: no", retryable=False)
PARTLY = MailboxError(mailbox="chung", problem="letters that do not come whole: [3]", reached=True)
DROPPED = DroppedError(mailbox="chung", problem="the connection broke", uids=[3])


class Failing:
    """A job that fails as long as it has an error."""

    def __init__(self, error: MailboxError | None) -> None:
        self.error, self.runs = error, threading.Semaphore(0)

    def __call__(self) -> None:
        self.runs.release()
        if self.error is not None:
            raise self.error

    def has_run(self, seconds: float = SECONDS) -> bool:
        return self.runs.acquire(timeout=seconds)

    def times(self, seconds: float) -> int:
        """How often it runs in so many seconds."""
        threading.Event().wait(seconds)
        count = 0
        while self.runs.acquire(blocking=False):
            count += 1
        return count


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def entry(job: Failing, *, backs_off: bool = True) -> Entry:
    return Entry(name="poll", every=OFTEN, job=job, backs_off=backs_off)


def test_the_waits_double_and_differ_and_end_at_a_quarter_of_an_hour() -> None:
    assert [wait_after(failures, 1.0) for failures in range(5)] == [1, 2, 4, 8, 16]
    assert wait_after(3, 0.0) == 4
    assert wait_after(500, 1.0) == LONGEST_SECONDS == 900
    assert wait_after(500, 1.0, first=3_600) == 3_600


def test_after_the_first_failure_it_is_tried_when_it_would_be_anyway() -> None:
    failures = Failures()
    waits = [failures.wait("poll", MINUTE, AWAY) for _ in range(9)]
    for number, wait in enumerate(waits):
        longest = min(timedelta(seconds=900), MINUTE * 2**number)
        assert longest / 2 <= wait <= longest
    failures.over("poll")
    assert failures.wait("poll", MINUTE, AWAY) <= MINUTE


def test_no_two_wait_alike() -> None:
    assert len({Failures().wait("poll", MINUTE, AWAY) for _ in range(20)}) == 20


def test_a_refused_password_is_not_tried_every_minute() -> None:
    assert Failures().wait("poll", MINUTE, REFUSED) == timedelta(minutes=15)
    assert Failures().wait("poll", timedelta(hours=1), REFUSED) == timedelta(hours=1)


def test_a_folder_that_is_missing_for_a_moment_is_looked_for_when_it_would_be_anyway() -> None:
    assert Failures().wait("poll", MINUTE, MISSING) <= MINUTE


def test_a_job_that_fails_is_run_less_and_less_often(running: Callable[..., Any]) -> None:
    job = Failing(AWAY)
    with running(entry(job)):
        assert all(job.has_run() for _ in range(2))
        assert job.times(3) <= 6  # after 0.2 s, 0.4 s, 0.8 s …


@pytest.mark.parametrize("error", [PARTLY, DROPPED], ids=["not whole", "dropped"])
def test_a_server_that_answers_is_asked_as_ever_whatever_a_letter_does(
    running: Callable[..., Any], error: MailboxError
) -> None:
    job = Failing(error)
    with running(entry(job)):
        assert all(job.has_run() for _ in range(12))  # with doubled waits, minutes


def test_a_job_that_does_not_back_off_would_ask_for_ever(running: Callable[..., Any]) -> None:
    job = Failing(AWAY)
    with running(entry(job, backs_off=False)):
        assert all(job.has_run() for _ in range(12))  # with doubled waits, minutes


def test_a_hint_runs_it_at_once_and_when_it_works_again_it_runs_as_ever(running: Callable[..., Any]) -> None:
    job = Failing(REFUSED)
    with running(entry(job)) as table:
        assert job.has_run()
        assert job.times(1) == 0
        job.error = None
        wait_until(lambda: not table._running)
        table.run_now("poll")
        assert all(job.has_run() for _ in range(5))
