"""How far our clock and that of a mail server are apart, as the letters tell: no protocol of theirs says the time.

A letter that is here before the server got it shows that our clock is behind. That ours is ahead looks like letters
which lay there for a while; but then each of many passes finds the same delay, and whoever moves old letters into the
folder makes each another one.
"""

import math
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.delivery import Delivery

LEAST_PASSES = 5  # that found something, before anything is said of our clock being ahead
_LATELY = timedelta(days=1)
_LEAST_TIME = timedelta(hours=1)  # from the first of them to the last: old letters fetched at once are delayed alike
_ALIKE = timedelta(minutes=2)
_SHARE = 3 / 4  # of the passes; half of them are alike by chance when `between` is long and somebody sorts by hand
_MOST_LETTERS = 2_000


def clock_difference(session: Session, mailbox_id: int, at: datetime, *, between: timedelta) -> timedelta:
    """Positive when the mail server is ahead of us, negative when we are; zero when nothing says so.

    Looks at the letters of the last day. `between` is how long it is from one pass to the next.
    """
    ours = (Delivery.mailbox_id == mailbox_id, Delivery.received_at > at - _LATELY, Delivery.internal_date.is_not(None))
    query = select(Delivery.received_at, Delivery.internal_date).where(*ours).order_by(Delivery.id.desc())
    delays: dict[datetime, timedelta] = {}  # the shortest of each pass, the newest pass first
    for received, sent in session.execute(query.limit(_MOST_LETTERS)):
        delay = received - (sent or received)
        if not delays and delay < timedelta():
            return -delay
        delays[received] = min(delay, delays.get(received, delay))
    return -max(timedelta(), _common(delays, _ALIKE + between) - between)  # an honest letter waits for the next pass


def _common(delays: Mapping[datetime, timedelta], alike: timedelta) -> timedelta:
    """The least delay, when three of four passes share it; zero when they do not, or are too few or too close."""
    if len(delays) < LEAST_PASSES or max(delays) - min(delays) < _LEAST_TIME:
        return timedelta()
    shortest, *others = sorted(delays.values())
    most = others[math.ceil(len(delays) * _SHARE) - 2]
    return max(shortest, timedelta()) if most - shortest <= alike else timedelta()
