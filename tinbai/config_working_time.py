"""When the office works: the section `[working_time]` of the configuration."""

from datetime import date, time
from typing import Annotated

from pydantic import Field, field_validator

from tinbai.config_connection import Section

Hours = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$")]
Weekday = Annotated[int, Field(ge=1, le=7)]


class WorkingTimeConfig(Section):
    """Hours on the clock of Vietnam, weekdays as ISO 8601 numbers them, and what the year's decisions change."""

    hours: Annotated[tuple[Hours, ...], Field(min_length=1)] = ("07:30-11:30", "13:30-17:00")
    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] = (1, 2, 3, 4, 5)
    days_off: tuple[date, ...] = ()
    days_on: tuple[date, ...] = ()

    @field_validator("hours")
    @classmethod
    def _in_order(cls, hours: tuple[str, ...]) -> tuple[str, ...]:
        moments = [moment for span in hours for moment in span.split("-")]
        if moments != sorted(set(moments)):
            raise ValueError("hours: each begins after the one before has ended")
        return hours

    @property
    def spans(self) -> tuple[tuple[time, time], ...]:
        """The hours as times of day."""
        pairs = (span.split("-") for span in self.hours)
        return tuple((time.fromisoformat(start), time.fromisoformat(end)) for start, end in pairs)
