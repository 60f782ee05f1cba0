"""Who is told when something is wrong: the section `[alarms]` of the configuration."""

from typing import Annotated

from pydantic import Field, field_validator

from tinbai.config_connection import Section

Share = Annotated[int, Field(ge=1, le=100)]


class AlarmsConfig(Section):
    """The administrator's addresses, and when trouble is worth a letter."""

    to: tuple[str, ...] = ()
    patience_minutes: Annotated[int, Field(ge=0)] = 30
    silence: bool = True
    silence_hours: Annotated[int, Field(ge=0)] = 0  # 0: by what was usual in the last weeks
    certificate_days: Annotated[int, Field(ge=0)] = 14
    quota_percent: Share = 90
    clock_minutes: Annotated[int, Field(ge=1)] = 5

    @field_validator("to")
    @classmethod
    def _are_addresses(cls, to: tuple[str, ...]) -> tuple[str, ...]:
        for address in to:
            name, _, domain = address.partition("@")
            if not name or not domain or "@" in domain or any(sign.isspace() for sign in address):
                raise ValueError(f"to: {address!r} is no address")
        return to
