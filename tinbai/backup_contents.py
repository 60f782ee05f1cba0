"""What a copy of the database holds, whatever the engine: its revision, its rows, the blobs they refer to."""

from dataclasses import dataclass

# By this name, in whichever table, rows refer to blobs; so a copy of an older or newer database can be read as well.
REFERENCE = "sha256"
# A letter that was too large is a row without a blob; its table says so in this column.
STORED = "stored"


@dataclass(frozen=True, kw_only=True)
class Contents:
    """`rows` counts them by table; `blobs` are the names that rows refer to."""

    revision: str | None
    rows: dict[str, int]
    blobs: frozenset[str]
