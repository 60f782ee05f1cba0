"""Who looks like somebody the site knows, and who only happens to be near."""

import pytest

from ingest.look_alikes import look_alikes, one_slip_apart
from tinbai.confusables import skeleton
from tinbai.site_data import ContributorData, SiteData, UnitData

SITE = SiteData(
    name="An Mẫu",
    mailbox_addresses=("bbt.anmau@songmau.example",),
    contributors=(
        ContributorData(name="Đỗ Thị Gương", addresses=("hpn@songmau.example", "guong.do@thu-ca-nhan.example")),
        ContributorData(name="Văn phòng", addresses=("vanphong@anmau.songmau.gov.vn",), aliases=("VP UBND xã",)),
    ),
    units=(UnitData(key="tyt", name="Trạm Y tế xã An Mẫu"),),
)


def grave(address: str, name: str = "") -> list[bool]:
    return [one.grave for one in look_alikes(address, name, SITE)]


@pytest.mark.parametrize(
    "address",
    [
        "hpn@sоngmau.example",  # Cyrillic о
        f"hpn@{'sоngmau.example'.encode('idna').decode()}",  # the same, as DNS has it
        "hpn@s0ngmau.example",
        "hpn@songrnau.example",  # rn for m
        "hpn@sôngmẫu.example",
        "vanphong@anmau.s0ngmau.gov.vn",
        "hpn@songmau.example.la.example",
        "hpn@songmau-example.com",
        "vp@anmau-songmau-gov-vn.com",
    ],
)
def test_a_domain_written_to_deceive_is_grave(address: str) -> None:
    assert True in grave(address)


@pytest.mark.parametrize(
    "address",
    [
        "hpn@songmau.com",
        "vanphong@songmau.vn",
        "hpn@songmua.example",  # swapped
        "hpn@songmauu.example",
        "hpn@sogmau.example",
        "vanphnog@anmau.songmau.gov.vn",
        "guongdo@thu-ca-nhan.example",
        "guong.d0@thu-ca-nhan.example",
        "bbt.anmua@songmau.example",
    ],
)
def test_what_is_one_slip_away_is_told_and_nobody_is_accused(address: str) -> None:
    assert grave(address)
    assert True not in grave(address)


@pytest.mark.parametrize(
    "address",
    ["dan@thu-ca-nhan.example", "ccb@songmau.example", "hoi@dongthu.gov.vn", "x@gmail.com", "hoi@xa.songmau.example",
     "x@mau.example", "", "khong-phai-dia-chi", "a@b", "x@" + "a" * 300, "x@..", "vp@dongthu.songmau.gov.vn"],
)  # fmt: skip
def test_ordinary_strangers_look_like_nobody(address: str) -> None:
    assert grave(address, "Nguyễn Văn Ví Dụ") == []


@pytest.mark.parametrize(
    "name", ["Đỗ Thị Gương", "Do Thi Guong", "Đ/c Đỗ Thị Gương (HPN)", "VP UBND xã", "Trạm Y tế xã An Mẫu"]
)
def test_a_registered_name_on_another_address_is_told(name: str) -> None:
    assert grave("x@gmail.com", name) == [False]


@pytest.mark.parametrize("name", ["Đỗ Thị Guоng", "Dо Thi Guong", "Ⅴăn phòng"])
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
