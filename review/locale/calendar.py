"""The words of the publishing calendar."""

from collections.abc import Mapping
from datetime import date

from review.language import Words, _
from review.schedule import Span

WEEKDAYS: Mapping[int, str] = Words(
    {0: "Thứ Hai", 1: "Thứ Ba", 2: "Thứ Tư", 3: "Thứ Năm", 4: "Thứ Sáu", 5: "Thứ Bảy", 6: "Chủ nhật"}
)
CLASH: Mapping[str, str] = Words({"column": "Trùng giờ, cùng chuyên mục", "minute": "Trùng giờ"})


def weekday(day: date) -> str:
    """The day's name."""
    return WEEKDAYS[day.weekday()]


def day_words(day: date) -> str:
    """The whole day: Thứ Hai, 23/11/2026."""
    return _("{weekday}, {day:%d/%m/%Y}").format(weekday=weekday(day), day=day)


def heading(span: Span) -> str:
    """What a page is about."""
    if span.kind == "month":
        return _("Tháng {day.month}/{day.year}").format(day=span.first)
    return _("Tuần {first:%d/%m} – {last:%d/%m/%Y}").format(first=span.first, last=span.last)
