"""Dates and times in a spreadsheet: numbers of days, shown by a format."""

from collections.abc import Sequence
from datetime import datetime, timedelta

_BEFORE_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_BEFORE_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_NO_SUCH_DAY = 60  # 29 February 1900, which Excel counts although it never was
_LAST_DAY = 2_958_466  # 31/12/9999
_OUT_OF_RANGE = "######"  # as a spreadsheet shows it
_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")
_SHORT_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

Pieces = Sequence[tuple[str, str]]  # kind ("moment", "elapsed", "text", "number") and text


def as_moment(value: float, *, since_1904: bool) -> datetime | None:
    """The moment that a number of days means; None outside of the calendar of spreadsheets."""
    if not 0 <= value < _LAST_DAY:
        return None
    days = value if since_1904 or value >= _NO_SUCH_DAY else value + 1
    moment = (_BEFORE_1904 if since_1904 else _BEFORE_1900) + timedelta(days=days)
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def shown_moment(pieces: Pieces, moment: datetime | None, days: float, *, english: bool) -> str:
    """A moment by the pieces of a format. "m" is a month, and minutes beside hours or seconds."""
    if moment is None:
        return _OUT_OF_RANGE
    letters = [text for kind, text in pieces if kind in ("moment", "elapsed")]
    half_days = any(text in ("am/pm", "a/p") for text in letters)
    shown, at = "", -1
    for kind, text in pieces:
        if kind not in ("moment", "elapsed"):
            shown += text
            continue
        at += 1
        minutes = text[0] == "m" and _is_minute(letters, at)
        if kind == "elapsed":
            shown += _elapsed(text, days)
        elif minutes:
            shown += f"{moment.minute:0{min(len(text), 2)}}"
        else:
            shown += _figure(text, moment, half_days=half_days, english=english)
    return shown.strip()


def _is_minute(letters: Sequence[str], at: int) -> bool:
    before = letters[at - 1][0] if at else ""
    after = letters[at + 1][0] if at + 1 < len(letters) else ""
    return len(letters[at]) <= 2 and (before == "h" or after == "s")


def _elapsed(text: str, days: float) -> str:
    units = {"h": 24, "m": 24 * 60, "s": 24 * 3600}[text[0]]
    return f"{int(days * units + 1e-6):0{min(len(text), 9)}}"


def _figure(text: str, moment: datetime, *, half_days: bool, english: bool) -> str:
    wide = min(len(text), 2)
    match text[0]:
        case "y":
            return f"{moment.year:04}" if len(text) > 2 else f"{moment.year % 100:02}"
        case "m":
            return _month(text, moment.month, english=english)
        case "d":
            return _day(text, moment, english=english)
        case "h":
            hour = (moment.hour % 12 or 12) if half_days else moment.hour
            return f"{hour:0{wide}}"
        case "s":
            return f"{moment.second:0{wide}}"
        case _:
            morning = moment.hour < 12
            return ("AM" if morning else "PM") if english else ("SA" if morning else "CH")


def _month(text: str, month: int, *, english: bool) -> str:
    if len(text) <= 2:
        return f"{month:0{len(text)}}"
    if english:
        return _ENGLISH_MONTHS[month - 1][: 3 if len(text) == 3 else None]
    return f"thg {month}" if len(text) == 3 else f"tháng {month}"


def _day(text: str, moment: datetime, *, english: bool) -> str:
    if len(text) <= 2:
        return f"{moment.day:0{len(text)}}"
    if english:
        return _ENGLISH_DAYS[moment.weekday()][: 3 if len(text) == 3 else None]
    return (_SHORT_DAYS if len(text) == 3 else _DAYS)[moment.weekday()]
