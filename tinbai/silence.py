"""How long a mailbox is silent, and what is usual for it. Pure, apart from the rows it looks at.

Silence is counted in working time: no letter on a Sunday is no trouble. What is usual is learnt from the last weeks: a
mailbox is suspiciously silent when it has been so for half as long again as ever in that time, and for half a day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import Select, select

from tinbai.delivery import Delivery
from tinbai.working_time import WorkingTime

LOOKED_BACK = timedelta(weeks=8)
LEAST_LETTERS = 20  # with fewer, nothing is usual yet
LEAST_SILENCE = timedelta(hours=4)
MOST_LETTERS = 2_000  # a mailbox with more in eight weeks is not silent for long without anybody seeing it
_MORE_THAN_EVER = 1.5


def arrivals(mailbox_id: int, now: datetime) -> Select[datetime]:
    """When the newest letters of a mailbox were received here, newest first."""
    lately = (Delivery.mailbox_id == mailbox_id, Delivery.received_at > now - LOOKED_BACK)
    return select(Delivery.received_at).where(*lately).order_by(Delivery.received_at.desc()).limit(MOST_LETTERS)


def longest_usual(received: Sequence[datetime], working: WorkingTime) -> timedelta | None:
    """The silence from which on something may be wrong, as working time; None while too few letters have come.

    `received` are moments of arrival in order of time.
    """
    if len(received) < LEAST_LETTERS:
        return None
    longest = max(working.between(earlier, later) for earlier, later in pairwise(received))
    return max(LEAST_SILENCE, _MORE_THAN_EVER * longest)


def too_silent(
    received: Sequence[datetime], now: datetime, working: WorkingTime, *, fixed: timedelta | None
) -> timedelta | None:
    """How long nothing has come, as working time, when that is too long; else None.

    `fixed` takes the place of what is usual. Out of working hours silence does not grow.
    """
    if not received:
        return None
    longest = fixed or longest_usual(received, working)
    silent = working.between(received[-1], now)
    return silent if longest is not None and silent > longest else None
