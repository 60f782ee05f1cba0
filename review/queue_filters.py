"""What the queue's address asks for, as values, and back into an address."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from urllib.parse import urlencode

from tinbai.article import ArticleStatus
from tinbai.finding import Severity
from tinbai.kind import Kind

LONGEST = 200  # characters of any one value
ALL = "all"


class Who(StrEnum):
    """Whose an article is."""

    MINE = "mine"
    NOBODY = "nobody"
    SOMEBODY = "somebody"  # anybody, himself included


class Age(StrEnum):
    """How long ago an article came."""

    TODAY = "1d"
    WEEK = "7d"
    MONTH = "30d"
    OLDER = "3d+"  # more than three days
    OLD = "30d+"


class Sort(StrEnum):
    """The order of the list."""

    NEWEST = "newest"
    DEADLINE = "deadline"  # what is due first comes first


OPEN = (ArticleStatus.NEW, ArticleStatus.EDITING, ArticleStatus.SUBMITTED)  # a deadline runs


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What is asked for, each "" when it is not. What nobody could have chosen counts as not asked for."""

    status: str = ArticleStatus.NEW
    column: str = ""  # key; NONE: without one
    unit: str = ""  # key
    sender: str = ""  # part of a contributor's name
    kind: str = ""
    who: str = ""
    age: str = ""
    late: str = ""
    severity: str = ""
    check: str = ""
    words: str = ""
    sort: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the status is asked for."""
        return any(getattr(self, each.name) for each in fields(self) if each.name not in {"status", "sort"})

    @property
    def statuses(self) -> tuple[ArticleStatus, ...]:
        """The statuses that are asked for; none: every one."""
        if self.status != ALL:
            return (ArticleStatus(self.status),)
        return OPEN if self.late or self.sort == Sort.DEADLINE else ()

    @property
    def by_deadline(self) -> bool:
        """Whether the list is in the order of deadlines: only where one runs."""
        return self.sort == Sort.DEADLINE and set(self.statuses) <= set(OPEN)

    def query(self, **changes: str) -> str:
        """The address's query, with `changes` made; the page's site is not part of it."""
        changed = replace(self, **changes)
        return urlencode({each.name: value for each in fields(changed) if (value := getattr(changed, each.name))})


_CHOICES: Mapping[str, type[StrEnum]] = {"kind": Kind, "who": Who, "age": Age, "severity": Severity, "sort": Sort}


def filters_of(asked: Mapping[str, str]) -> Filters:
    """What an address asks for. Raises ValueError for a status that there is not."""
    values = {each.name: asked[each.name].strip()[:LONGEST] for each in fields(Filters) if each.name in asked}
    for name, kind in _CHOICES.items():
        if values.get(name) and values[name] not in list(kind):
            values[name] = ""
    status = values.get("status") or ArticleStatus.NEW
    if status != ALL:
        ArticleStatus(status)
    return Filters(**{**values, "status": status, "late": "1" if values.get("late") else ""})
