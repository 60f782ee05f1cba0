"""Claims: a publication is ours for the length of a lease.

Two who want the same publication meet in one guarded UPDATE, and one of them gets it. A publisher that died leaves
a lease that ends by itself; whoever comes next does everything again, and the portal is asked before it is written.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from publish.due import by_id
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.errors import StaleError
from tinbai.publication import WORK, Publication, PublicationStatus
from tinbai.workflow import Step, advance

LEASE = timedelta(minutes=10)  # many times what the slowest portal may take before its timeouts end it


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What was claimed, until when. `resumed`: somebody died over it, so it may be on the portal already."""

    publication_id: int
    approval: int
    until: datetime
    down: bool  # to be taken down, not put up
    resumed: bool
    attempts: int


def claim(database: Database, publication_id: int, clock: Clock) -> Claim:
    """Take the publication, or raise StaleError: another has it, or it is no longer due."""
    now = clock()
    until = now + LEASE
    with database.writing() as session:
        free = Publication.lease_until.is_(None) | (Publication.lease_until < now)
        ready = Publication.retry_at.is_(None) | (Publication.retry_at <= now)
        wanted = (Publication.status != PublicationStatus.DUE) | Publication.kept_at.is_(None)
        taken = session.execute(
            update(Publication)
            .where(
                Publication.id == publication_id,
                Publication.status.in_(WORK),
                Publication.due_at <= now,
                free,
                ready,
                wanted,
            )
            .values(lease_until=until, attempts=Publication.attempts + 1)
        )
        if not isinstance(taken, CursorResult) or taken.rowcount != 1:
            raise StaleError(noun="publication", key=publication_id)
        publication = session.scalars(by_id(publication_id)).one()
        before = publication.status
        down = before is PublicationStatus.WITHDRAWING
        if not down:
            advance(session, publication, Step.SEND, at=now)
        return Claim(
            publication_id=publication_id, approval=publication.approval, until=until, down=down,
            resumed=before is not PublicationStatus.DUE, attempts=publication.attempts,
        )  # fmt: skip


def held(session: Session, claimed: Claim) -> Publication:
    """The claimed publication with its row locked, or StaleError when it is no longer ours."""
    publication = session.scalars(by_id(claimed.publication_id)).one()
    expected = PublicationStatus.WITHDRAWING if claimed.down else PublicationStatus.SENDING
    ours = publication.lease_until == claimed.until and publication.approval == claimed.approval
    if not ours or publication.status is not expected:
        raise StaleError(noun="publication", key=claimed.publication_id)
    return publication


def fence(database: Database, claimed: Claim, clock: Clock) -> None:
    """Raise StaleError unless the claim still holds. Asked in the last moment before a portal's commit."""
    if clock() >= claimed.until:
        raise StaleError(noun="publication", key=claimed.publication_id)
    with database.reading() as session:
        held(session, claimed)


def release(database: Database, claimed: Claim) -> None:
    """End the lease, if it is still ours: whoever wants the publication otherwise need not wait for it to end."""
    with database.writing() as session:
        session.execute(
            update(Publication)
            .where(Publication.id == claimed.publication_id, Publication.lease_until == claimed.until)
            .values(lease_until=None)
        )
