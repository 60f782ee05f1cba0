"""Whether readers get what was published: its page is opened after it went live, and again where something is missing.

The database has been read back by then (`publish/verify.py`); what stands between it and the readers, the portal's own
program, its caches and its web server, is seen here. A page that stays wrong is an alarm (`tinbai/pages_amiss.py`), and
where the configuration says so the article is taken down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from publish.due import PortalKey, by_id
from publish.page import Expected, missing
from publish.page_fetch import MissedError
from tinbai.approval import publications_of, withdraw
from tinbai.article import Article, ArticleStatus
from tinbai.clock import Clock
from tinbai.config import Config, PortalConfig
from tinbai.db import Database
from tinbai.errors import TinbaiError
from tinbai.publication import PAGE_TRIES, PAGE_WATCHED, Publication, PublicationStatus
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.workflow import Step, advance

BATCH = 20
SECONDS_A_PORTAL = 60  # of one pass: the others' pages are due too
AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))  # a portal's cache may keep the old page
LATER = timedelta(hours=1)  # while it stays wrong, so that its end is noticed
LONGEST_PROBLEM = 1_000
_GONE = {PublicationStatus.WITHDRAWING, PublicationStatus.WITHDRAWN}

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Page:
    """One live publication whose page is to be opened."""

    publication_id: int
    approval: int
    expected: Expected


def checked_portals(config: Config) -> dict[PortalKey, PortalConfig]:
    """The portals whose pages are to be opened."""
    return {
        PortalKey(site.key, portal.key): portal
        for site in config.sites
        for portal in site.portals
        if portal.pages_are_opened
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
        until = monotonic() + SECONDS_A_PORTAL
        with database.reading() as session:
            pages = [_page(session, publication, portal) for publication in session.scalars(_due(key, clock))]
        for page in pages:
            if stopping() or monotonic() > until:
                break
            try:
                came = _check(database, page, portal, clock)
            except TinbaiError as error:  # one that cannot be taken down must not stop the pages behind it
                log.warning("page_check_failed", publication=page.publication_id, error=str(error))
                continue
            if not came:
                break


def _check(database: Database, page: Page, portal: PortalConfig, clock: Clock) -> bool:
    """Open one page, and do what is to be done; whether it came."""
    try:
        problem, came = "\n".join(missing(page.expected, seconds=portal.timeout_seconds)), True
    except MissedError as missed:
        problem, came = str(missed), False
    stays_wrong = _write(database, page, problem[:LONGEST_PROBLEM], clock)
    # What never came says nothing of the readers: perhaps only this machine cannot reach the portal.
    if stays_wrong and came and portal.page_check == "take_down":
        _take_down(database, page, problem, clock)
    return came


def _due(portal: PortalKey, clock: Clock) -> Select[Publication]:
    """New ones first. What went live long ago was seen by people, whoever switches the check on today."""
    query = select(Publication).join(Article, Article.id == Publication.article_id)
    return (
        query.join(Site, Site.id == Article.site_id)
        .where(Site.key == portal.site, Publication.portal == portal.portal)
        .where(Publication.status == PublicationStatus.LIVE, Publication.page_due_at <= clock())
        .where(Publication.live_at > clock() - PAGE_WATCHED)
        .order_by(Publication.page_tries, Publication.page_due_at, Publication.id)
        .limit(BATCH)
    )


def _page(session: Session, publication: Publication, portal: PortalConfig) -> Page:
    """What readers should see: what is live, which is not always what was approved last."""
    revision = session.get_one(Revision, publication.live_revision_id)
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


def _write(database: Database, page: Page, problem: str, clock: Clock) -> bool:
    """Write down what was seen; whether it has stayed wrong.

    Not where it has gone or was approved anew meanwhile: then what was seen says nothing any more.
    """
    now = clock()
    with database.writing() as session:
        publication = session.scalars(by_id(page.publication_id)).one()
        if not _still(publication, page):
            return False
        publication.page_checked_at, publication.page_problem = now, problem or None
        publication.page_tries = publication.page_tries + 1 if problem else 0
        tries = publication.page_tries
        wait = AGAIN[tries - 1] if 0 < tries < PAGE_TRIES else LATER
        publication.page_due_at = now + wait if problem else None
        if problem:
            log.warning("page_amiss", publication=publication.id, portal=publication.portal, tries=tries)
        return tries >= PAGE_TRIES


def _still(publication: Publication, page: Page) -> bool:
    return publication.status is PublicationStatus.LIVE and publication.approval == page.approval


def _take_down(database: Database, page: Page, problem: str, clock: Clock) -> None:
    """From this portal; where it is nowhere else, the article is withdrawn, and people can put it up again.

    One that is being edited stays with its editor.
    """
    now, note = clock(), f"người đọc không xem được trang: {'; '.join(problem.splitlines())}"
    with database.writing() as session:
        publication = session.scalars(by_id(page.publication_id)).one()
        if not _still(publication, page):
            return
        article = publication.article
        others = [each for each in publications_of(session, article) if each.id != publication.id]
        if article.status is ArticleStatus.PUBLISHED and all(each.status in _GONE for each in others):
            withdraw(session, article, by=None, at=now, note=note)
            return
        advance(session, publication, Step.TAKE_DOWN, at=now, note=note)
        publication.due_at, publication.retry_at = now, None
