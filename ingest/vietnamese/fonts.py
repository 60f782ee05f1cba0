"""What the name of a font says about the codes written in it."""

import re

from tinbai.vietnamese.encoding import Encoding

_SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")  # PDF writes "ABCDEF+.VnTime" for a font embedded in part
_TCVN3 = re.compile(r"^(\.vn|vn(time|arial))", re.IGNORECASE)
_OTHERS = (
    (Encoding.VNI, re.compile(r"^vni[-_ ]", re.IGNORECASE)),
    (Encoding.VPS, re.compile(r"^vps[-_ ]", re.IGNORECASE)),
    (Encoding.VISCII, re.compile(r"^vi[-_ ]|viscii|hoang ?yen", re.IGNORECASE)),  # "VI Times", "VI Arial Hoang Yen"
)


def encoding_of(font: str | None) -> Encoding | None:
    """The legacy encoding that `font` draws, or None: an ordinary font, or none known."""
    name = _plain_name(font)
    if _TCVN3.match(name):
        return Encoding.TCVN3
    return next((encoding for encoding, names in _OTHERS if names.search(name)), None)


def draws_capitals(font: str | None) -> bool:
    """Whether `font` draws the small letters of TCVN3 as capitals (`.VnTimeH`)."""
    name = _plain_name(font)
    return bool(_TCVN3.match(name)) and name.endswith("H")


def _plain_name(font: str | None) -> str:
    return _SUBSET_TAG.sub("", (font or "").strip().strip("'\""))
