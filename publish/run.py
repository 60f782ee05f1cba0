"""The publisher's pass: everything that is due, one publication at a time on each portal.

Portals do not wait for one another: each has a thread of its own, and one that cannot be reached costs its own
queue one attempt. Any number of publishers may run at once, and any of them may die at any point.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

import structlog

from publish.due import PortalKey, due_at, stranded
from publish.late import keep_back
from publish.one import Outcome, Result, publish_one
from publish.points import Reached, unheard
from publish.portal import Portal
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database

BATCH = 20
MOST_THREADS = 8
MOST_STRANDED = 100

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class PublishPass:
    """What a pass did. `stranded`: publications that are due at a portal which is not in the configuration."""

    outcomes: Sequence[Outcome]
    stranded: Sequence[int] = ()

    def count(self, result: Result) -> int:
        """How many publications came to `result`."""
        return sum(outcome.result is result for outcome in self.outcomes)


def publish_due(
    database: Database,
    portals: Mapping[PortalKey, Portal],
    blobs: Blobs,
    *,
    clock: Clock,
    patience: Mapping[str, timedelta] = MappingProxyType({}),
    reached: Reached = unheard,
    stopping: Callable[[], bool] = lambda: False,
) -> PublishPass:
    """Do everything that is due at `portals` now, and say what came of it. May run twice at once.

    What is later than its site's `patience` is kept back first (`publish.late`). When `stopping()` says so, the
    publication in hand is finished and the rest waits for the next pass.
    """
    keep_back(database, patience, clock)
    with database.reading() as session:
        nowhere = session.scalars(stranded(portals, clock(), MOST_STRANDED)).all()
    if nowhere:
        log.warning("publications_without_portal", publications=list(nowhere))
    with ThreadPoolExecutor(max_workers=max(1, min(len(portals), MOST_THREADS))) as threads:
        queues = [
            threads.submit(list, _until(stopping, _queue(database, name, portal, blobs, clock, reached)))
            for name, portal in portals.items()
        ]
    return PublishPass(outcomes=[outcome for queue in queues for outcome in queue.result()], stranded=nowhere)


def _until(stopping: Callable[[], bool], outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    while not stopping() and (outcome := next(outcomes, None)) is not None:
        yield outcome


def _queue(
    database: Database, name: PortalKey, portal: Portal, blobs: Blobs, clock: Clock, reached: Reached
) -> Iterator[Outcome]:
    """One portal's queue, in small batches, until it is empty or the portal cannot go on."""
    seen: set[int] = set()
    while fresh := [one for one in _batch(database, name, clock) if one not in seen]:
        for publication_id in fresh:
            seen.add(publication_id)
            outcome = publish_one(database, publication_id, portal, blobs, clock, reached)
            yield outcome
            if outcome.result is Result.LATER:  # the rest would meet the same; it is tried in the next pass
                return


def _batch(database: Database, name: PortalKey, clock: Clock) -> Sequence[int]:
    with database.reading() as session:
        return [publication.id for publication in session.scalars(due_at(name, clock(), BATCH))]
