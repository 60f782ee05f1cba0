"""The named points on the way of a publication.

Whoever drives a portal is told when each is reached, and may stop the work there by raising. The publisher uses it
to write nothing after its lease has ended; the tests use it to kill the process at every one of them.
"""

from collections.abc import Callable
from enum import StrEnum


class Point(StrEnum):
    """In the order in which they are reached."""

    CLAIMED = "claimed"  # ours for the length of a lease; committed
    RENDERED = "rendered"
    FILE_HALF_WRITTEN = "file_half_written"  # a photo lies under its temporary name
    FILES_WRITTEN = "files_written"
    ROW_WRITTEN = "row_written"  # the last moment before the portal's commit; from here on the outcome is unknown
    COMMITTED = "committed"  # on the portal
    READ_BACK = "read_back"
    RECORDED = "recorded"  # in our database


Reached = Callable[[Point], None]


def unheard(point: Point) -> None:
    """Nobody wants to know."""
    del point
