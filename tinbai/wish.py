"""A wish: how an editor wants a letter to be read for one of its articles. A value; the request is `rereading.py`."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Items(StrEnum):
    """How many articles a text is to be."""

    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How a letter is to be read for one of its articles. None leaves the choice to the reader.

    `ordinal` tells which of the articles that the plain reading gives. `source` is "body", the SHA-256 of a part, or
    the name of a scan, which has no text of its own and is then read by machine.
    `encoding` is that in which the Vietnamese was stored ("unicode": as it came). `raw`: nothing is taken apart.
    `part`, beside `items` "several", is the only one of the items that is meant, counted from 0: an article that an
    earlier reading parted off.
    """

    ordinal: int = 0
    source: str | None = None
    encoding: str | None = None
    kind: str | None = None
    items: str | None = None
    raw: bool = False
    part: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For the database."""
        return asdict(self)
