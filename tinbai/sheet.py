"""A table that somebody uploads: rows of texts. Who reads it is handed to the pages from outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

MOST_ROWS = 2_000
LARGEST_FILE = 2_000_000  # bytes


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The rows that have any text, as their writer saw them; `told` is what to know of them, `problem` why none."""

    rows: Sequence[Sequence[str]] = ()
    told: Sequence[str] = ()
    problem: str = ""


class SheetReader(Protocol):
    """Reads an .xlsx or .csv file, where it can do no harm."""

    def rows(self, content: bytes, filename: str) -> Sheet:
        """Its first table. Raises nothing."""
        ...
