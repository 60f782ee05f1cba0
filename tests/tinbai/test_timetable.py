"""The timetable: a hint makes a job run at once, and none is lost while it runs."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from tinbai import timetable
from tinbai.timetable import Entry, Timetable

DAY = timedelta(days=1)
SECONDS = 60


class Job:
    """A job that can be held in its run; it answers that it did something."""

    def __init__(self) -> None:
        self.runs = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.go_on.set()

    def __call__(self) -> bool:
        self.runs.release()
        return self.go_on.wait(SECONDS)

    def has_run(self, seconds: float = SECONDS) -> bool:
        return self.runs.acquire(timeout=seconds)


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    @contextmanager
    def run(*entries: Entry) -> Iterator[Timetable]:
        monkeypatch.setattr(timetable, "entries", lambda *_, **__: entries)
        made = Timetable(SimpleNamespace(mailboxes=lambda: ()), None)  # type: ignore[arg-type]
        made.start()
        yield made
        made.stop()

    return run


def test_a_hint_runs_a_job_long_before_its_time(running: Callable[..., Any]) -> None:
    job = Job()
    with running(Entry(name="poll", every=DAY, job=job, at_once=False)) as table:
        assert not job.has_run(0.3)
        table.run_now("poll")
        assert job.has_run()
        assert not job.has_run(0.3)


def test_a_hint_while_the_job_runs_means_one_run_more(running: Callable[..., Any]) -> None:
    job = Job()
    job.go_on.clear()
    with running(Entry(name="poll", every=DAY, job=job)) as table:
        assert job.has_run()
        for _ in range(3):
            table.run_now("poll")
        job.go_on.set()
        assert job.has_run()
        assert not job.has_run(0.3)


def test_a_job_that_did_something_wakes_the_next(running: Callable[..., Any]) -> None:
    poll, read = Job(), Job()
    entries = (
        Entry(name="poll", every=DAY, job=poll, at_once=False, then="read"),
        Entry(name="read", every=DAY, job=read, at_once=False),
    )
    with running(*entries) as table:
        table.run_now("poll")
        assert read.has_run()


def test_a_job_that_breaks_is_run_again_at_the_next_hint(running: Callable[..., Any]) -> None:
    runs = threading.Semaphore(0)

    def broken() -> None:
        runs.release()
        raise RuntimeError("hỏng")

    with running(Entry(name="poll", every=DAY, job=broken)) as table:
        assert runs.acquire(timeout=SECONDS)
        while table._running:
            pass
        table.run_now("poll")
        assert runs.acquire(timeout=SECONDS)


def test_a_hint_after_the_end_begins_nothing(running: Callable[..., Any]) -> None:
    job = Job()
    with running(Entry(name="poll", every=DAY, job=job, at_once=False)) as table:
        pass
    table.run_now("poll")
    assert not job.has_run(0.3)
