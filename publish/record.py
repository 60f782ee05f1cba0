"""What came of a publication, written down: its move, its proof or its error, in one transaction of our database."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from publish.claim import Claim, held
from publish.page_fetch import opens
from publish.portal import Placed
from tinbai.approval import publications_of
from tinbai.article import Article, ArticleStatus
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.publication import REACHED, Publication, PublicationStatus
from tinbai.workflow import Decision, Step, advance, decide, record

FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(minutes=15)
_DONE = {PublicationStatus.LIVE, PublicationStatus.WITHDRAWING, PublicationStatus.WITHDRAWN}


@dataclass(frozen=True, kw_only=True)
class Failure:
    """Why it did not work. `written`: where it stands on the portal all the same; `unknown`: it may stand there."""

    problem: str
    written: Placed | None = None
    unknown: bool = False


def live(database: Database, claimed: Claim, placed: Placed, proof: dict[str, Any], clock: Clock) -> None:
    """The publication is on the portal and proven; its article is published once all its publications are.

    Raises StaleError when it is no longer ours: it was taken down, or a later approval has taken over.
    """
    now = clock()
    with database.writing() as session:
        publication = held(session, claimed)
        _place(publication, placed)
        publication.live_at, publication.proof = now, proof
        _settled(publication)
        publication.page_due_at, publication.page_checked_at = (now if opens(placed.address) else None), None
        publication.page_problem, publication.page_tries = None, 0
        data = {"portal": publication.portal, "portal_id": placed.portal_id, "revision": publication.revision_id}
        advance(session, publication, Step.PROVE, at=now, data=data)
        _publish_article(session, publication.article_id, now)


def down(database: Database, claimed: Claim, proof: dict[str, Any], clock: Clock) -> None:
    """The publication is gone from the portal, and that is proven. Raises StaleError as `live`."""
    now = clock()
    with database.writing() as session:
        publication = held(session, claimed)
        publication.live_revision_id, publication.proof = None, proof
        _settled(publication)
        advance(session, publication, Step.CONFIRM_DOWN, at=now, data={"portal": publication.portal})


def later(database: Database, claimed: Claim, failure: Failure, clock: Clock) -> None:
    """Try again after a while: 30 seconds, doubled each time, 15 minutes at most.

    Where the portal may have it already, the publication stays `sending` until its lease ends: nobody may call it
    back as if it had never been there.
    """
    now = clock()
    with database.writing() as session:
        publication = held(session, claimed)
        again = now + delay(claimed.attempts)
        publication.error = failure.problem
        if failure.unknown:
            publication.lease_until = again
            record(
                session, "publication", publication.id, publication.article.site_id, Step.RETRY, by=None, at=now,
                note=failure.problem, before=publication.status, after=publication.status,
            )  # fmt: skip
            return
        publication.retry_at, publication.lease_until = again, None
        advance(session, publication, Step.RETRY, at=now, note=failure.problem)


def refused(database: Database, claimed: Claim, failure: Failure, clock: Clock) -> None:
    """The portal will never take it as it is: a person must look. What readers see of it all the same is kept."""
    now = clock()
    with database.writing() as session:
        publication = held(session, claimed)
        _settled(publication)
        publication.error = failure.problem
        if failure.written is not None:
            _place(publication, failure.written)
        if failure.written is not None or failure.unknown:
            publication.proof = {**(publication.proof or {}), REACHED: publication.approval}
        advance(session, publication, Step.REFUSE, at=now, note=failure.problem)


def delay(attempts: int) -> timedelta:
    """How long to wait after the given number of attempts, from 1."""
    doublings = min(attempts - 1, 10)  # more would overflow, and the longest delay is reached long before
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


def _place(publication: Publication, placed: Placed) -> None:
    publication.portal_id, publication.address = placed.portal_id, placed.address
    publication.live_revision_id = publication.revision_id


def _settled(publication: Publication) -> None:
    publication.lease_until, publication.retry_at, publication.error = None, None, None


def _publish_article(session: Session, article_id: int, now: datetime) -> None:
    """Two portals may finish at once: the article's row is locked, so that the second sees the first."""
    session.flush()
    article = session.scalars(select(Article).where(Article.id == article_id).with_for_update(of=Article)).one()
    session.expire_all()
    publications = publications_of(session, article)
    waiting = [one for one in publications if one.status not in _DONE]
    if article.status is ArticleStatus.APPROVED and not waiting:
        decide(session, article, Decision.PUBLISH, by=None, at=now)
