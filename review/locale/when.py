"""Times and sizes as an office reads them: "15/10/2026 14:05", "5 phút trước", "1,4 MB"."""

from datetime import datetime, timedelta

from tinbai.clock import VIETNAM, local
from tinbai.errors import InputError


def moment(value: datetime) -> str:
    """Date and time in Việt Nam."""
    return local(value).strftime("%d/%m/%Y %H:%M")


def ago(value: datetime, now: datetime) -> str:
    """How long ago, roughly; a date after two weeks."""
    passed = now - value
    if passed < timedelta(minutes=1):
        return "vừa xong" if passed > timedelta(minutes=-1) else moment(value)
    if passed < timedelta(hours=1):
        return f"{passed // timedelta(minutes=1)} phút trước"
    if passed < timedelta(days=1):
        return f"{passed // timedelta(hours=1)} giờ trước"
    if passed < timedelta(days=14):
        return f"{passed.days} ngày trước"
    return local(value).strftime("%d/%m/%Y")


def machine(value: datetime) -> str:
    """For the `datetime` attribute of <time>."""
    return local(value).isoformat(timespec="seconds")


def for_field(value: datetime) -> str:
    """For a `datetime-local` field, which knows no zone: Việt Nam's time."""
    return local(value).strftime("%Y-%m-%dT%H:%M")


def size(count: int) -> str:
    """Bytes, with a decimal comma."""
    if count < 1_000:
        return f"{count} byte"
    if count < 1_000_000:
        return f"{count / 1_000:.0f} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def typed(value: str, field: str) -> datetime | None:
    """The moment a `datetime-local` field holds, in Việt Nam's time; None when it is empty. Raises InputError."""
    if not value.strip():
        return None
    try:
        given = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise InputError(field=field, problem="time_wrong") from error
    return given.replace(tzinfo=VIETNAM) if given.tzinfo is None else given
