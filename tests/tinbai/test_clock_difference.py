"""Our clock against that of the mail server, as the letters tell it."""

from datetime import timedelta

import pytest

from tests.tinbai.test_alarming import MORNING, at, names, receive
from tests.tinbai.test_alarming import office as office  # noqa: PLC0414 - the fixture
from tinbai import clock_difference
from tinbai.office import Office
from tinbai.troubles import troubles

MINUTE = timedelta(minutes=1)


def asked_every(office: Office, minutes: float) -> Office:
    """The same office with so many minutes from pass to pass."""
    often = office.config.timetable.model_copy(update={"poll_seconds": int(minutes * 60)})
    config = office.config.model_copy(update={"timetable": often})
    return Office(config=config, database=office.database, blobs=office.blobs)


def come(office: Office, delays: list[float], *, every: float = 20) -> None:
    """Letters received here one after another, the last just now, each so many minutes after the server got it."""
    for number, delay in enumerate(delays):
        moment = MORNING - (len(delays) - 1 - number) * every * MINUTE
        receive(office, [moment], ahead=-delay * MINUTE)


def the_clock(office: Office) -> str:
    """What is said of it."""
    return "".join(one.words for one in troubles(office, clock=at(MORNING)) if one.name.startswith("clock "))


def test_a_clock_that_is_ahead_is_seen_in_the_same_delay_of_many_passes(office: Office) -> None:
    come(office, [10.2, 11, 10.9, 10.4, 10.1, 10.6])
    assert names(office, MORNING) == {"clock an-mau/chung"}
    assert "nhanh hơn máy chủ thư (hộp thư an-mau/chung) khoảng 9 phút" in the_clock(office)  # at least


@pytest.mark.parametrize(
    ("delays", "every"),
    [
        ([0.2, 1, 0.9, 0.4, 0.1, 0.6], 20),  # our clock is right
        ([10.2, 11, 10.9, 10.4], 20),  # too few passes
        ([10.2, 11, 10.9, 0.4, 10.1, 10.6], 20),  # one letter came at once: the others were late by themselves
        ([600, 500, 1_400, 90, 2_000, 300], 20),  # somebody moves old letters into the folder
        ([60, 60.2, 60.4, 60.6, 60.8, 61], 0.2),  # old letters fetched at once
        ([300, 280, 260, 240, 220, 200], 20),  # old letters fetched slowly
    ],
    ids=["right", "few passes", "one at once", "moved by hand", "old ones", "old ones slowly"],
)
def test_letters_that_lay_there_for_a_while_say_nothing(office: Office, delays: list[float], every: float) -> None:
    come(office, delays, every=every)
    assert the_clock(office) == ""


@pytest.mark.parametrize(
    ("delays", "every"),
    [
        ([6, 14, 9, 12, 7, 11], 20),  # each waited for the next pass
        ([25, 48, 40, 29, 55, 33], 20),  # somebody sorts the letters of the last hour into the folder
        ([300, 280, 260, 240, 220, 200], 20),  # the first connection to a long mailbox
    ],
    ids=["honest", "sorted by hand", "first connection"],
)
def test_letters_of_a_mailbox_that_is_asked_seldom_say_nothing(
    office: Office, delays: list[float], every: float
) -> None:
    seldom = asked_every(office, 15)
    come(seldom, delays, every=every)
    assert the_clock(seldom) == ""


def test_a_clock_far_ahead_is_seen_though_the_mailbox_is_asked_seldom(office: Office) -> None:
    seldom = asked_every(office, 15)
    come(seldom, [36, 44, 39, 42, 37, 41])
    assert "nhanh hơn máy chủ thư (hộp thư an-mau/chung) khoảng 21 phút" in the_clock(seldom)


def test_half_of_the_delays_alike_would_call_a_right_clock_wrong(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_difference, "_SHARE", 1 / 2)
    seldom = asked_every(office, 15)
    come(seldom, [25, 48, 40, 29, 55, 33])
    assert "nhanh hơn" in the_clock(seldom)


def test_the_newest_letter_says_that_ours_is_behind(office: Office) -> None:
    come(office, [0.1, 0.1, -7])
    assert "chậm hơn máy chủ thư (hộp thư an-mau/chung) khoảng 7 phút" in the_clock(office)
    come(office, [-7, 0.1])  # it was put right meanwhile
    assert the_clock(office) == ""


@pytest.mark.parametrize("guard", ["LEAST_PASSES", "_LEAST_TIME", "_ALIKE"])
def test_without_a_guard_a_right_clock_would_be_called_wrong(
    office: Office, monkeypatch: pytest.MonkeyPatch, guard: str
) -> None:
    delays, every, loose = {
        "LEAST_PASSES": ([10.2, 11.0, 10.9, 10.4], 20.0, 1),
        "_LEAST_TIME": ([60.0, 60.2, 60.4, 60.6, 60.8, 61.0], 0.2, timedelta()),
        "_ALIKE": ([600.0, 500.0, 1_400.0, 90.0, 2_000.0, 300.0], 20.0, timedelta(days=9)),
    }[guard]
    come(office, delays, every=every)
    assert the_clock(office) == ""
    monkeypatch.setattr(clock_difference, guard, loose)
    assert "nhanh hơn" in the_clock(office)
