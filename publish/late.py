"""What should have gone out hours ago is kept back until somebody says that it is still wanted.

This program may have stood still, or a portal may have been away: an invitation to yesterday's meeting is not to appear
because a machine is back. What readers are to see no more is never kept back.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from tinbai.article import Article
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.publication import Publication, PublicationStatus, to_do
from tinbai.site import Site
from tinbai.workflow import Step, advance

AT_ONCE = 200


def patience(config: Config) -> dict[str, timedelta]:
    """By the key of a site, how late its articles may go out unasked; where it says nothing, however late."""
    return {site.key: timedelta(hours=site.late_hours) for site in config.sites if site.late_hours}


def is_too_late(publication: Publication, hours: timedelta | None, at: datetime) -> bool:
    """Whether a publication of a site with this patience is, or is going to be, kept back."""
    late = hours is not None and publication.due_at < at - hours
    return publication.is_kept or (late and publication.status is PublicationStatus.DUE)


def keep_back(database: Database, patience: Mapping[str, timedelta], clock: Clock) -> int:
    """Keep back what is too late, and record it; the number of publications. One that is being written goes on."""
    return sum(_keep_back_at(database, site, hours, clock) for site, hours in patience.items())


def _keep_back_at(database: Database, site: str, hours: timedelta, clock: Clock) -> int:
    kept = 0
    while some := _keep_some_back(database, site, hours, clock):  # all of them, before anything goes out
        kept += some
    return kept


def _keep_some_back(database: Database, site: str, hours: timedelta, clock: Clock) -> int:
    now = clock()
    query = to_do(now, AT_ONCE).join(Article, Article.id == Publication.article_id)
    query = query.join(Site, Site.id == Article.site_id).where(
        Site.key == site, Publication.status == PublicationStatus.DUE, Publication.due_at < now - hours
    )
    with database.writing() as session:
        some = session.scalars(query.with_for_update(of=Publication, skip_locked=True)).all()
        for publication in some:
            publication.kept_at = now
            advance(session, publication, Step.KEEP_BACK, at=now, data={"due_at": publication.due_at.isoformat()})
        return len(some)
