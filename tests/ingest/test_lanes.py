"""A letter that takes long holds up nobody: it is read once more in a lane of its own."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from ingest import lanes as lanes_file
from ingest.lanes import Lanes
from ingest.sandbox import Reader
from tests.ingest.letters_here import raw_letter
from tests.ingest.slow_work import asleep, at_once, patient
from tinbai.limits import Limits
from tinbai.sandbox import BrokenTaskError, Sandbox

LIMITS = Limits(wall_seconds=20)
MODULES = ["tests.ingest.slow_work"]


@pytest.fixture
def lanes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lanes]:
    monkeypatch.setattr(lanes_file, "HURRY_SECONDS", 1)
    monkeypatch.setattr(lanes_file, "_SECOND_LANE_AFTER", 0.5)
    made = Lanes(LIMITS, modules=MODULES)
    yield made
    made.end()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as made:
        yield made


def seconds_until_answer(called: Lanes | Sandbox) -> float:
    began = time.monotonic()
    called.call(at_once, limits=LIMITS)
    return time.monotonic() - began


def test_what_is_quick_stays_in_the_quick_lane_and_what_needs_patience_gets_it_elsewhere(lanes: Lanes) -> None:
    quick = lanes.call(at_once, limits=LIMITS)
    assert lanes.call(at_once, limits=LIMITS) == quick
    assert lanes.call(patient, limits=LIMITS) not in {quick, None}
    assert lanes.call(at_once, limits=LIMITS) == quick


def test_one_that_takes_long_holds_up_the_next_one_for_a_moment_only(lanes: Lanes, threads: ThreadPoolExecutor) -> None:
    lanes.call(at_once, limits=LIMITS)
    slow = threads.submit(lanes.call, asleep, 9, limits=LIMITS)
    time.sleep(0.2)
    assert seconds_until_answer(lanes) < 7
    assert seconds_until_answer(lanes) < 3
    assert not slow.done()
    assert slow.result() > 0


def test_one_sandbox_alone_would_make_the_next_one_wait(threads: ThreadPoolExecutor) -> None:
    with Sandbox(LIMITS, modules=MODULES) as sandbox:
        sandbox.call(at_once, limits=LIMITS)
        threads.submit(sandbox.call, asleep, 3, limits=LIMITS)
        time.sleep(0.2)
        assert seconds_until_answer(sandbox) > 2


def test_two_that_need_patience_at_once_do_not_wait_for_each_other(lanes: Lanes, threads: ThreadPoolExecutor) -> None:
    lanes.call(patient, limits=LIMITS)
    hanging = threads.submit(lanes.call, patient, 9, limits=LIMITS)
    time.sleep(0.2)
    began = time.monotonic()
    assert lanes.call(patient, limits=LIMITS)
    assert time.monotonic() - began < 7
    assert not hanging.done()


def test_the_first_patient_lane_is_used_again_as_long_as_it_is_free(lanes: Lanes) -> None:
    assert lanes.call(patient, limits=LIMITS) == lanes.call(patient, limits=LIMITS)


def test_a_letter_with_a_word_97_file_is_read_whole(threads: ThreadPoolExecutor) -> None:
    with Reader() as reader:
        slow = threads.submit(reader.read, raw_letter("04"), site=None)
        assert reader.read(raw_letter("02"), site=None).articles
        (article, *_) = slow.result().articles
    assert article.title == "Nước sạch về với người dân ấp Hòa Bình"
    assert article.from_part.endswith(".doc")


def test_in_the_patient_lane_too_there_is_an_end(lanes: Lanes) -> None:
    with pytest.raises(BrokenTaskError, match="quá 2 giây"):
        lanes.call(asleep, 30, limits=Limits(wall_seconds=2))


def test_when_the_lanes_end_so_does_whoever_waits_for_an_answer(lanes: Lanes, threads: ThreadPoolExecutor) -> None:
    reading = threads.submit(lanes.call, patient, 15, limits=LIMITS)
    while lanes._patient[0]._pool is None:
        time.sleep(0.05)
    time.sleep(1)
    waiting = [threads.submit(lanes.call, patient, 15, limits=LIMITS) for _ in range(2)]
    time.sleep(0.2)
    lanes.end()
    assert all(one.exception(60) is not None for one in (reading, *waiting))


def test_after_the_end_no_child_is_begun(lanes: Lanes) -> None:
    """Nobody would end it: what comes too late is refused, in the quick lane and by a lane that was got just before."""
    assert lanes.call(at_once, limits=LIMITS)
    with lanes._lane() as lane:
        lanes.end()
        for called in (lanes, lane):
            with pytest.raises(BrokenTaskError):
                called.call(at_once, limits=LIMITS)
    assert [sandbox._pool for sandbox in (lanes._quick, *lanes._patient)] == [None] * 3
