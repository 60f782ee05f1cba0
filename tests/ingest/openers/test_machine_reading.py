"""Pages are shown to Tesseract only where something is on them."""

import pytest

from ingest.openers import machine_reading
from ingest.openers.machine_reading import read_pages
from tinbai.limits import Limits
from tinbai.pictures import GreyPicture

WHITE, BLACK = b"\xff", b"\x00"
SIDE = 40


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pixels of the pages that Tesseract was given."""
    given: list[bytes] = []

    def read(page: GreyPicture, _limits: Limits, _seconds: float) -> str:
        given.append(page.pixels)
        return "chữ"

    monkeypatch.setattr(machine_reading, "_read", read)
    return given


def a_page(pixels: bytes) -> GreyPicture:
    return GreyPicture(width=SIDE, height=len(pixels) // SIDE, pixels=pixels)


def test_a_page_of_one_shade_has_no_text_and_is_not_shown(shown: list[bytes]) -> None:
    pages = [a_page(WHITE * SIDE * SIDE), a_page(BLACK * SIDE * SIDE)]
    assert read_pages(pages, Limits(), seconds=10) == ["", ""]
    assert shown == []


def test_a_page_with_a_single_dot_is_shown_in_its_turn(shown: list[bytes]) -> None:
    dotted = WHITE * (SIDE * SIDE - 1) + BLACK
    assert read_pages([a_page(WHITE * SIDE), a_page(dotted)], Limits(), seconds=10) == ["", "chữ"]
    assert shown == [dotted]


def test_without_time_nothing_is_said_of_a_blank_page(shown: list[bytes]) -> None:
    assert read_pages([a_page(WHITE * SIDE)], Limits(), seconds=0) == []
    assert shown == []
