"""Who looks like somebody the site knows, and who only happens to be near."""

import pytest

from ingest.look_alikes import look_alikes, one_slip_apart
from tests.ingest.alike_senders import DECEIVING, NAMES, NAMES_IN_OTHER_LETTERS, SITE, SLIPS, STRANGERS
from tinbai.confusables import skeleton
from tinbai.site_data import ContributorData


def grave(address: str, name: str = "") -> list[bool]:
    return [one.grave for one in look_alikes(address, name, SITE)]


@pytest.mark.parametrize("address", DECEIVING)
def test_a_domain_written_to_deceive_is_grave(address: str) -> None:
    assert True in grave(address)


@pytest.mark.parametrize("address", SLIPS)
def test_what_is_one_slip_away_is_told_and_nobody_is_accused(address: str) -> None:
    assert grave(address)
    assert True not in grave(address)


@pytest.mark.parametrize("address", STRANGERS)
def test_ordinary_strangers_look_like_nobody(address: str) -> None:
    assert grave(address, "Nguyễn Văn Ví Dụ") == []


@pytest.mark.parametrize("name", NAMES)
def test_a_registered_name_on_another_address_is_told(name: str) -> None:
    assert grave("x@gmail.com", name) == [False]


@pytest.mark.parametrize("name", NAMES_IN_OTHER_LETTERS)
def test_a_registered_name_in_other_letters_is_grave_or_told(name: str) -> None:
    assert grave("x@gmail.com", name)


def test_so_many_are_told_and_no_more() -> None:
    many = SITE.model_copy(
        update={"contributors": tuple(
            ContributorData(name=f"Người {number}", addresses=(f"hoi{number}@songmau.example",)) for number in range(50)
        )}
    )  # fmt: skip
    assert len(look_alikes("hoi@songmau.example", "", many)) <= 5


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [("abc", "abc", False), ("abc", "acb", True), ("abc", "abcd", True), ("abc", "bc", True), ("abc", "axc", True),
     ("abc", "cba", False), ("abc", "abcde", False), ("abcd", "badc", False), ("", "a", True), ("", "", False)],
)  # fmt: skip
def test_one_slip_is_a_letter_more_less_other_or_two_swapped(first: str, second: str, apart: bool) -> None:
    assert one_slip_apart(first, second) is apart
    assert one_slip_apart(second, first) is apart


@pytest.mark.parametrize(
    ("first", "second"),
    [("Phạm", "Рham"), ("pham", "PHẠM"), ("０ng", "Ong"), ("ｈpn", "hpn"), ("bill", "bi11"), ("modern", "rnodem")],
)
def test_what_looks_the_same_has_one_skeleton(first: str, second: str) -> None:
    assert skeleton(first) == skeleton(second)


def test_vietnamese_letters_are_no_disguise() -> None:
    assert skeleton("Đặng Thị Hường") == skeleton("Dang Thi Huong")
    assert skeleton("Hoa") != skeleton("Hòa Bình")
