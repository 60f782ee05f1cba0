"""Senders who look like somebody the site knows, and strangers who do not."""

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

DECEIVING = [
    "hpn@sоngmau.example",  # Cyrillic о
    f"hpn@{'sоngmau.example'.encode('idna').decode()}",  # the same, as DNS has it
    "hpn@s0ngmau.example",
    "hpn@songrnau.example",  # rn for m
    "hpn@sôngmẫu.example",
    "vanphong@anmau.s0ngmau.gov.vn",
    "hpn@songmau.example.la.example",
    "hpn@songmau-example.com",
    "vp@anmau-songmau-gov-vn.com",
]
SLIPS = [
    "hpn@songmau.com",
    "vanphong@songmau.vn",
    "hpn@songmua.example",  # swapped
    "hpn@songmauu.example",
    "hpn@sogmau.example",
    "vanphnog@anmau.songmau.gov.vn",
    "guongdo@thu-ca-nhan.example",
    "guong.d0@thu-ca-nhan.example",
    "bbt.anmua@songmau.example",
]
STRANGERS = [
    "dan@thu-ca-nhan.example", "ccb@songmau.example", "hoi@dongthu.gov.vn", "x@gmail.com", "hoi@xa.songmau.example",
    "x@mau.example", "", "khong-phai-dia-chi", "a@b", "x@" + "a" * 300, "x@..", "vp@dongthu.songmau.gov.vn",
]  # fmt: skip
NAMES = ["Đỗ Thị Gương", "Do Thi Guong", "Đ/c Đỗ Thị Gương (HPN)", "VP UBND xã", "Trạm Y tế xã An Mẫu"]
NAMES_IN_OTHER_LETTERS = ["Đỗ Thị Guоng", "Dо Thi Guong", "Ⅴăn phòng"]
