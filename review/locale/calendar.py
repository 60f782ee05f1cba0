"""The words of the publishing calendar."""

from datetime import date

from review.schedule import Span

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
CLASH = {"column": "Trùng giờ, cùng chuyên mục", "minute": "Trùng giờ"}


def weekday(day: date) -> str:
    """The day's name."""
    return WEEKDAYS[day.weekday()]


def day_words(day: date) -> str:
    """The whole day: Thứ Hai, 23/11/2026."""
    return f"{weekday(day)}, {day:%d/%m/%Y}"


def heading(span: Span) -> str:
    """What a page is about."""
    if span.kind == "month":
        return f"Tháng {span.first.month}/{span.first.year}"
    return f"Tuần {span.first:%d/%m} – {span.last:%d/%m/%Y}"
