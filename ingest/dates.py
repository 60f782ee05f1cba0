"""The Date header in all the forms that are met, as an aware time with the offset the letter had."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_tz

from tinbai.text import clean_line, fold

VIETNAM = timezone(timedelta(hours=7))

_COMMENT = re.compile(r"\([^()]*\)")
_OFFSET = re.compile(r"(?:gmt|utc|[\s\d])\s*([+-])(\d{1,2}):?(\d{2})?$")
_ZONES = {"ict": 7, "gmt": 0, "utc": 0, "ut": 0, "z": 0, "se asia standard time": 7, "indochina time": 7}
_TIME = re.compile(r"(\d{1,2})(?:[:h](\d{2}))(?::(\d{2}))?\s*(am|pm|sa|ch)?\b")
_ISO = re.compile(r"^(?:19|20|21)\d{2}-\d{2}-\d{2}[T ]\d")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20|21)\d{2})\b")
_WORDED = re.compile(
    r"\b(\d{1,2})\s*,?\s*(?:thg|thang|th)\.?\s*([a-z]+(?: [a-z]+)?|\d{1,2})\s*,?\s*(?:nam\s*)?((?:19|20|21)\d{2})\b"
)
_MONTHS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ReadDate:
    """A time, and in Vietnamese what had to be assumed about it, or that it could not be read."""

    value: datetime | None
    defect: str | None = None


def parse_date(text: str) -> ReadDate:
    """Read a Date header's text. Without an offset it is taken as Vietnamese time."""
    cleaned = _COMMENT.sub(" ", clean_line(text)[:200]).strip()
    folded = fold(cleaned)
    offset = _offset(folded)
    zone = timezone(offset) if offset is not None else VIETNAM
    for read in (_standard, _iso, _vietnamese):
        value = read(cleaned, folded, zone)
        if value is not None:
            assumed = offset is None and value.tzinfo is VIETNAM
            return ReadDate(value=value, defect="ngày gửi không ghi múi giờ, hiểu là giờ Việt Nam" if assumed else None)
    return ReadDate(value=None, defect="không đọc được ngày gửi")


def _standard(cleaned: str, _folded: str, zone: timezone) -> datetime | None:
    """RFC 5322 and what the standard library forgives."""
    try:
        parsed = parsedate_tz(cleaned)
    except (ValueError, IndexError, TypeError):
        return None
    if parsed is None or not 1970 <= parsed[0] < 2200:
        return None
    if parsed[9] and abs(parsed[9]) < 86_400:  # 0 also stands for an offset that is missing, or not understood
        zone = timezone(timedelta(seconds=parsed[9]))
    try:
        return datetime(*parsed[:5], min(parsed[5], 59), tzinfo=zone)
    except ValueError:
        return None


def _iso(cleaned: str, _folded: str, zone: timezone) -> datetime | None:
    if not _ISO.match(cleaned):
        return None
    try:
        value = datetime.fromisoformat(cleaned)
    except ValueError:
        return None
    return value if value.tzinfo else value.replace(tzinfo=zone)


def _vietnamese(_cleaned: str, folded: str, zone: timezone) -> datetime | None:
    """Day before month, in figures or words: "Thứ Năm, 15 Tháng Mười 2026 14:05", "15/10/2026 14:05"."""
    date = _NUMERIC.search(folded) or _WORDED.search(folded)
    if date is None:
        return None
    month = int(date[2]) if date[2].isdigit() else _MONTHS.get(date[2], 0)
    time = _TIME.search(folded)
    hour, minute, second = (int(time[n] or 0) for n in (1, 2, 3)) if time else (0, 0, 0)
    if time and time[4] in ("pm", "ch") and hour < 12:
        hour += 12
    try:
        return datetime(int(date[3]), month, int(date[1]), hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _offset(folded: str) -> timedelta | None:
    """The offset written at the end ("+0700", "GMT+7", "ICT"), or None when there is none."""
    found = _OFFSET.search(folded)
    if found:
        hours = int(found[2]) if found[3] or len(found[2]) < 3 else int(found[2][:-2])
        offset = timedelta(hours=hours, minutes=int(found[3] or 0))
        return (-offset if found[1] == "-" else offset) if offset < timedelta(hours=24) else None
    for name, hours in _ZONES.items():
        if re.search(rf"(?:^|[\s\d]){name}$", folded):
            return timedelta(hours=hours)
    return None
