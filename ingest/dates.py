"""The Date header in all the forms that are met, as an aware time with the offset the letter had.

The time is taken out first, then the zone behind it, then the date from what is left: programs put them in every
order, and in the language of their user.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from ingest.month_names import MONTHS, VIETNAMESE
from ingest.time_zones import take_offset
from tinbai.text import clean_line, fold

VIETNAM = timezone(timedelta(hours=7))

_LONGEST = 200
_COMMENT = re.compile(r"\(([^()]*)\)")
_YEARS = range(1970, 2200)
_NO_ZONE = "ngày gửi không ghi múi giờ, hiểu là giờ Việt Nam"
_NO_TIME = "ngày gửi không ghi giờ"
_UNREAD = "không đọc được ngày gửi"

_COMPACT = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_HALF = r"(?:\s*(a\.?m\b|p\.?m\b|sa\b|ch\b|sang\b|chieu\b|toi\b))?"
_EASTERN_AFTERNOON = ("下午", "午後", fold("오후"))
_EASTERN_HALF = "|".join(("上午", "午前", fold("오전"), *_EASTERN_AFTERNOON))
_TIMES = (
    re.compile(
        rf"(?:({_EASTERN_HALF})\s*)?"
        r"(?<![\d+-])(\d{1,2})\s?(?::|h|gio)\s?(\d{1,2})(?:(?::|\s?phut\s?)(\d{1,2})(?:[.,]\d{1,9})?)?(?!\d)" + _HALF
    ),
    re.compile(r"()(?<![\d.])(\d{1,2})\.(\d{2})\.(\d{2})(?![\d.])" + _HALF),
    re.compile(r"()\b(\d{1,2})\s?(?:h|gio)()()\b" + _HALF),
    re.compile(r"()(?<![\d.:/-])(\d{1,2})()() ?(am|pm)\b"),
)


def _any_of(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_YEAR = r"(?P<year>\d{2,5})(?!\d|:)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th|er|º|ª)?"
_VIETNAMESE_MONTH = rf"(?:thang|thg|th|t)\.?\s*(?P<vietnamese>0?[1-9](?!\d)|1[0-2](?!\d)|(?:{_any_of(VIETNAMESE)})\b)"
_MONTH = rf"(?:(?P<month>{_any_of(MONTHS)})(?!\w)|{_VIETNAMESE_MONTH})"
_GAP = r"[\s.,/-]{0,5}(?:(?:de|nam|of)\b)?[\s.,/-]{0,5}"
_MOON = f"(?:月|{fold('월')})"
_DATES = tuple(
    re.compile(form)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20|21)\d{2})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)",
        rf"(?P<year>\d{{4}})\s?(?:年|{fold('년')})\s?(?P<number>\d{{1,2}})\s?{_MOON}\s?(?P<day>\d{{1,2}})\s?(?:日|{fold('일')})",
        rf"{_DAY}\s?(?P<number>\d{{1,2}})\s?{_MOON}\s?{_YEAR}",
        rf"{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}",
        rf"{_MONTH}[\s.,/-]{{0,5}}{_DAY}[\s.,]{{1,5}}(?:[a-z]{{1,5}}\s+)?(?:nam\s+)?{_YEAR}",
        r"(?<!\d)(?P<day>\d{1,2})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?!\d)",
    )
)


@dataclass(frozen=True, kw_only=True)
class ReadDate:
    """A time, and in Vietnamese what had to be assumed about it, or that it could not be read."""

    value: datetime | None
    defect: str | None = None


def parse_date(text: str) -> ReadDate:
    """Read a Date header's text; never raises. Without an offset it is taken as Vietnamese time."""
    folded = fold(clean_line(text[: 2 * _LONGEST]))[:_LONGEST]
    if _EPOCH.fullmatch(folded):
        return ReadDate(value=datetime.fromtimestamp(int(folded[:10]), UTC))
    comments = " ".join(_COMMENT.findall(folded))
    while _COMMENT.search(folded):
        folded = _COMMENT.sub(" ", folded)
    folded = _COMPACT.sub(r"\1-\2-\3 \4:\5:\6 ", folded).replace(": ", " ")
    time, before, after = _take_time(folded)
    offset, after = take_offset(after)
    if offset is None:
        offset, _ = take_offset(comments)
    value = _date(f"{before} {after}", time, timezone(offset) if offset is not None else VIETNAM)
    if value is None:
        return ReadDate(value=None, defect=_UNREAD)
    if time is None:
        return ReadDate(value=value, defect=_NO_TIME)
    return ReadDate(value=value, defect=_NO_ZONE if offset is None else None)


def _take_time(text: str) -> tuple[timedelta | None, str, str]:
    """The time of day, and what stands before and after it; an impossible one is longer than a day."""
    for form in _TIMES:
        found = form.search(text)
        if found is None:
            continue
        half = (found[5] or "").replace(".", "")
        hour, minute, second = (int(found[n] or 0) for n in (2, 3, 4))
        if hour <= 12 and (half or found[1]):
            afternoon = half in ("pm", "ch", "chieu", "toi") or found[1] in _EASTERN_AFTERNOON
            hour = hour % 12 + 12 * afternoon
        possible = hour < 24 and minute < 60 and second <= 60
        time = timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
        midnight = (hour, minute, second) == (24, 0, 0)  # ISO 8601 lets a day end at 24:00
        return time if possible or midnight else timedelta.max, text[: found.start()], text[found.end() :]
    return None, "", text


def _date(text: str, time: timedelta | None, zone: timezone) -> datetime | None:
    for form in _DATES:
        found = form.search(text)
        if found is None:
            continue
        named = found.groupdict()
        year, month, day = _year(named["year"]), _month(named), int(named["day"])
        if month > 12 >= day and named.get("sign") == "/":
            month, day = day, month  # 10/15/2026
        try:
            return datetime(year, month, day, tzinfo=zone) + (time or timedelta())
        except (ValueError, OverflowError):
            return None
    return None


def _year(digits: str) -> int:
    """RFC 5322 section 4.3 for two and three digits; 0, which is no year, for what is out of range."""
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year < 50 else 1900
    elif len(digits) == 3:
        year += 1900
    return year if year in _YEARS else 0


def _month(named: dict[str, str]) -> int:
    if named.get("month"):
        return MONTHS[named["month"]]
    written = named.get("vietnamese") or named["number"]
    return int(written) if written.isdecimal() else VIETNAMESE[written]
