"""What a site may tune of the checks: on or off, how much they weigh, and each rule's own numbers.

The numbers with their bounds, and the sources of rules with the dates from which they hold, are data: `rules.toml`
beside this file, read once. A site writes `[checks.<name>]` in its own data.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from tinbai.finding import Severity

_FILE = Path(__file__).with_name("rules.toml")
_OURS = frozenset({"on", "severity"})


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Strict):
    """Where a rule comes from. In force from `since` until `until`, both inclusive; open when absent."""

    name: str
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class Number(_Strict):
    """A number of a rule, and how far a site may move it."""

    value: int | float
    least: int | float
    most: int | float


class Rules(_Strict):
    """The data of all rules. Every check is named in `checks`, with the numbers that it has."""

    sources: Mapping[str, Source]
    checks: Mapping[str, Mapping[str, Number]]


class Tuning(BaseModel):
    """A site's wish for one check. Numbers are extra keys; `known` has seen that they are the rule's own."""

    model_config = ConfigDict(extra="allow", frozen=True)

    on: bool = True
    severity: Severity | None = None


@cache
def rules() -> Rules:
    """What `rules.toml` says."""
    return Rules.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def known(value: object) -> object:
    """Raises pydantic's ValidationError that names the check or the key that no rule has, or a number out of bounds."""
    if not isinstance(value, Mapping):
        return value
    wrong = [error for name, wish in value.items() for error in _wrong(str(name), wish)]
    if wrong:
        raise ValidationError.from_exception_data("checks", wrong)
    return value


def _wrong(name: str, wish: object) -> list[InitErrorDetails]:
    numbers = rules().checks.get(name)
    if numbers is None:
        return [_error((name,), wish, "unknown key")]
    if not isinstance(wish, Mapping):
        return []
    found = {str(key): value for key, value in wish.items() if key not in _OURS}
    problems = {key: _problem(numbers.get(key), value) for key, value in found.items()}
    return [_error((name, key), found[key], problem) for key, problem in problems.items() if problem]


def _problem(number: Number | None, value: Any) -> str | None:
    if number is None:
        return "unknown key"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "Input should be a valid integer"
    if isinstance(number.value, int) and not isinstance(value, int):
        return "Input should be a valid integer"
    if not value >= number.least:
        return f"Input should be greater than or equal to {number.least}"
    return None if value <= number.most else f"Input should be less than or equal to {number.most}"


def _error(loc: tuple[str, ...], value: object, problem: str) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError("checks", "{problem}", {"problem": problem}), loc=loc, input=value)


Tunings = Annotated[Mapping[str, Tuning], BeforeValidator(known)]


class Tuned(Protocol):
    """A site, as far as its wishes for the checks go."""

    @property
    def checks(self) -> Mapping[str, Tuning]:
        """By the name of the check."""


def tuning(site: Tuned | None, check: str) -> Tuning:
    """A site's wish for `check`; the defaults where it has none."""
    return (site.checks if site else {}).get(check, Tuning())


def number(site: Tuned | None, check: str, name: str) -> int | float:
    """A number of a rule, as the site has it or else as `rules.toml` does."""
    wished = (tuning(site, check).model_extra or {}).get(name)
    return rules().checks[check][name].value if wished is None else wished
