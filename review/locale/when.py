"""Times and sizes as an office reads them: "15/10/2026 14:05", "5 phút trước", "1,4 MB"."""

from datetime import datetime, timedelta

from review.language import SOURCE, _, counted, language
from tinbai.clock import VIETNAM, local
from tinbai.errors import InputError


def moment(value: datetime) -> str:
    """Date and time in Việt Nam."""
    return _("{at:%d/%m/%Y %H:%M}").format(at=local(value))


def ago(value: datetime, now: datetime) -> str:
    """How long ago, roughly; a date after two weeks."""
    passed = now - value
    if passed < timedelta(minutes=1):
        return _("vừa xong") if passed > timedelta(minutes=-1) else moment(value)
    if passed < timedelta(hours=1):
        number = passed // timedelta(minutes=1)
        return counted("{number} phút trước", number).format(number=number)
    if passed < timedelta(days=1):
        number = passed // timedelta(hours=1)
        return counted("{number} giờ trước", number).format(number=number)
    if passed < timedelta(days=14):
        number = passed.days
        return counted("{number} ngày trước", number).format(number=number)
    return _("{at:%d/%m/%Y}").format(at=local(value))


def machine(value: datetime) -> str:
    """For the `datetime` attribute of <time>."""
    return local(value).isoformat(timespec="seconds")


def for_field(value: datetime) -> str:
    """For a `datetime-local` field, which knows no zone: Việt Nam's time."""
    return local(value).strftime("%Y-%m-%dT%H:%M")


def size(count: int) -> str:
    """Bytes."""
    if count < 1_000:
        return counted("{number} byte", count).format(number=count)
    if count < 1_000_000:
        return f"{count / 1_000:.0f} KB"
    return f"{decimal(f'{count / 1_000_000:.1f}')} MB"


def decimal(number: str) -> str:
    """A number as Python writes it, with the language's own decimal sign."""
    return number.replace(".", ",") if language() == SOURCE else number


def typed(value: str, field: str) -> datetime | None:
    """The moment a `datetime-local` field holds, in Việt Nam's time; None when it is empty. Raises InputError."""
    if not value.strip():
        return None
    try:
        given = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise InputError(field=field, problem="time_wrong") from error
    return given.replace(tzinfo=VIETNAM) if given.tzinfo is None else given
