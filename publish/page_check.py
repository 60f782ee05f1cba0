"""Whether readers get what was published: its page is opened after it went live, and again where something is missing.

The database has been read back by then (`publish/verify.py`); what stands between it and the readers, the portal's own
program, its caches and its web server, is seen here. A page that stays wrong is an alarm (`tinbai/pages_amiss.py`), and
where the configuration says so the article is taken down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from publish.due import PortalKey, by_id
from publish.page import Expected, missing
from publish.page_fetch import MissedError
from tinbai.approval import publications_of, withdraw
from tinbai.article import Article
from tinbai.clock import Clock
from tinbai.config import Config, PortalConfig
from tinbai.db import Database
from tinbai.publication import PAGE_TRIES, Publication, PublicationStatus
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.workflow import Step, advance

BATCH = 20
AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))  # a portal's cache may keep the old page
LATER = timedelta(hours=1)  # while it stays wrong, so that its end is noticed
LONGEST_PROBLEM = 1_000

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Page:
    """One live publication whose page is to be opened."""

    publication_id: int
    approval: int
    expected: Expected


def checked_portals(config: Config) -> dict[PortalKey, PortalConfig]:
    """The portals whose pages are to be opened: those with an address for readers, unless that is switched off."""
    return {
        PortalKey(site.key, portal.key): portal
        for site in config.sites
        for portal in site.portals
        if portal.enabled and portal.page_check != "off" and portal.address.startswith(("http://", "https://"))
    }


def check_pages(
    database: Database,
    portals: Mapping[PortalKey, PortalConfig],
    *,
    clock: Clock,
    stopping: Callable[[], bool] = lambda: False,
) -> None:
    """Open the pages that are due, and write down what is missing. One that does not come ends its portal's turn."""
    for key, portal in portals.items():
        with database.reading() as session:
            pages = [_page(publication, portal) for publication in session.scalars(_due(key, clock))]
        for page in pages:
            if stopping():
                return
            try:
                problem, came = "\n".join(missing(page.expected, seconds=portal.timeout_seconds)), True
            except MissedError as missed:
                problem, came = str(missed), False
            _write(database, page, problem[:LONGEST_PROBLEM], clock, take_down=portal.page_check == "take_down")
            if not came:
                break


def _due(portal: PortalKey, clock: Clock) -> Select[Publication]:
    query = select(Publication).join(Article, Article.id == Publication.article_id)
    return (
        query.join(Site, Site.id == Article.site_id)
        .where(Site.key == portal.site, Publication.portal == portal.portal)
        .where(Publication.status == PublicationStatus.LIVE, Publication.page_due_at <= clock())
        .order_by(Publication.page_due_at, Publication.id)
        .limit(BATCH)
    )


def _page(publication: Publication, portal: PortalConfig) -> Page:
    revision: Revision = publication.revision
    proof = publication.proof or {}
    files = [file["file"] for kind in ("photos", "attachments") for file in proof.get(kind, ())]
    before = portal.media_url.rstrip("/")
    return Page(
        publication_id=publication.id,
        approval=publication.approval,
        expected=Expected(
            address=publication.address or "", title=revision.title, files=[f"{before}/{file}" for file in files]
        ),
    )


def _write(database: Database, page: Page, problem: str, clock: Clock, *, take_down: bool) -> None:
    """Unless it has gone or was approved anew meanwhile: then what was seen says nothing any more."""
    now = clock()
    with database.writing() as session:
        publication = session.scalars(by_id(page.publication_id)).one()
        if publication.status is not PublicationStatus.LIVE or publication.approval != page.approval:
            return
        publication.page_checked_at, publication.page_problem = now, problem or None
        if not problem:
            publication.page_tries, publication.page_due_at = 0, None
            return
        publication.page_tries += 1
        tries = publication.page_tries
        publication.page_due_at = now + (AGAIN[tries - 1] if tries < PAGE_TRIES else LATER)
        log.warning("page_amiss", publication=publication.id, portal=publication.portal, tries=tries)
        if take_down and tries >= PAGE_TRIES:
            _take_down(session, publication, problem, clock)


def _take_down(session: Session, publication: Publication, problem: str, clock: Clock) -> None:
    """From this portal; where it is nowhere else, the article is withdrawn, and people can put it up again."""
    now, note = clock(), f"người đọc không xem được trang: {'; '.join(problem.splitlines())}"
    others = [each for each in publications_of(session, publication.article) if each.id != publication.id]
    if all(each.status is PublicationStatus.WITHDRAWN for each in others):
        withdraw(session, publication.article, by=None, at=now, note=note)
        return
    advance(session, publication, Step.TAKE_DOWN, at=now, note=note)
    publication.due_at, publication.retry_at = now, None
