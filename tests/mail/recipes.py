"""How each piece of material is made: pictures drawn, a paper scanned and signed, a Word 97 file converted."""

from collections.abc import Callable, Mapping
from functools import partial

from tests.mail.cases import case04, case08
from tests.mail.making.heic import heic
from tests.mail.making.photos import jpeg, logo, png, smiley
from tests.mail.making.scan import handwriting, scanned_pdf
from tests.mail.making.scenes import Place, Size, scene
from tests.mail.making.signing import signed
from tests.mail.making.word97 import word97
from tests.mail.material import FOLDER

SMALL, ZALO, MIDDLE, BIG = (800, 533), (1280, 960), (1600, 1067), (4000, 3000)


def _photo(place: Place, seed: int, size: Size, quality: int = 78, camera: str | None = None) -> Callable[[], bytes]:
    return lambda: jpeg(scene(place, seed, size), quality=quality, camera=camera)


def _signed_plan() -> bytes:
    """The signed plan; the certificate of its authority is laid beside it, for whoever wants to trust it."""
    pdf, authority = signed(scanned_pdf(case08.LETTERHEAD, case08.SCANNED_PAGES), signer="Lê Thị Thử")
    (FOLDER / "ke-hoach-45-ca.pem").write_bytes(authority)
    return pdf


RECIPES: Mapping[str, Callable[[], bytes]] = {
    "nam-rom-1.jpg": _photo(Place.HALL, 11, MIDDLE),
    "nam-rom-2.jpg": _photo(Place.FIELD, 12, MIDDLE),
    "lam-duong.jpg": _photo(Place.ROAD, 31, BIG, 60, "NIKON D3200"),
    "nuoc-sach-1.jpg": _photo(Place.HALL, 41, SMALL),
    "nuoc-sach-2.jpg": _photo(Place.FIELD, 42, SMALL),
    **{f"dong-thu-{n}.jpg": _photo(Place.HALL, 50 + n, SMALL, 70) for n in range(1, 5)},
    "ve-sinh.jpg": _photo(Place.ROAD, 56, SMALL, 70),
    "hoi-thi.heic": lambda: heic(scene(Place.TABLE, 61, (1600, 1200))),
    "hoi-thi-zalo-1.jpg": _photo(Place.HALL, 62, ZALO, 76),
    "hoi-thi-zalo-2.jpg": _photo(Place.HALL, 62, ZALO, 44),
    "mat-cuoi.png": lambda: png(smiley()),
    "toan-dan.jpg": _photo(Place.HALL, 71, SMALL),
    "don-viet-tay.jpg": lambda: jpeg(handwriting(101), quality=60),
    "hoi-phu-nu.jpg": _photo(Place.HALL, 121, MIDDLE, 72),
    "bieu-trung.png": lambda: png(logo()),
    "tham-hoi.jpg": _photo(Place.ROAD, 143, SMALL),
    "ke-hoach-45.signed.pdf": _signed_plan,
    "nuoc-sach.doc": partial(lambda make: word97(make()), case04.document_in_vni),
}
