"""Time zones as Date headers write them: offsets, the obsolete names, and those that programs add."""

import re
from datetime import timedelta

_FURTHEST = timedelta(hours=14)  # Kiribati; what lies beyond is no time zone

# Offset in minutes. RFC 5322 section 4.3 names the American ones; single letters are said to be unknown there, and
# so is whatever stands for two zones in two countries.
_NAMES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "art": -180,
    "west": 60, "cet": 60, "met": 60, "mez": 60, "bst": 60, "cest": 120, "mest": 120, "mesz": 120,
    "eet": 120, "sast": 120, "eest": 180, "msk": 180, "trt": 180,
    "ict": 420, "wib": 420, "indochina time": 420, "se asia standard time": 420, "gio dong duong": 420,
    "gio viet nam": 420, "asia/ho_chi_minh": 420, "asia/saigon": 420, "asia/bangkok": 420, "asia/jakarta": 420,
    "sgt": 480, "hkt": 480, "awst": 480, "pht": 480, "myt": 480, "china standard time": 480, "jst": 540, "kst": 540,
    "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
_NAMED = re.compile(rf"(?<![\w+/])({'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})(?![\w/])")
_SIGNED = re.compile(
    r"(?:(?<![\w])(?:gmt|utc|ut|z)\s?)?(?<![\d.+-])([+-])(?:(\d{1,2}):(\d{2})|\s?(\d{2})(\d{2})|(\d)(\d{2})|(\d{1,2}))"
    r"(?::?\d{2})?(?![\d/.:]|-\d)"
)
_UNSIGNED = re.compile(r"^\s*(0\d)([0-5]\d)(?!\d)")


def take_offset(text: str) -> tuple[timedelta | None, str]:
    """The offset from UTC in what follows a time (folded), and the rest of it; None when there is none, or no such."""
    signed = _SIGNED.search(text)
    if signed:
        hours = int(next(signed[n] for n in (2, 4, 6, 8) if signed[n]))
        minutes = int(next((signed[n] for n in (3, 5, 7) if signed[n]), 0))
        offset = timedelta(hours=hours, minutes=minutes)
        rest = text[: signed.start()] + " " + text[signed.end() :]
        if minutes > 59 or offset > _FURTHEST:
            return None, rest
        return (-offset if signed[1] == "-" else offset), rest
    if bare := _UNSIGNED.match(text):
        return timedelta(hours=int(bare[1]), minutes=int(bare[2])), text[bare.end() :]
    if named := _NAMED.search(text):
        return timedelta(minutes=_NAMES[named[1]]), text[: named.start()] + " " + text[named.end() :]
    return None, text
