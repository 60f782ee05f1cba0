"""Duyệt đăng, ngay hay hẹn giờ: the decision without which nothing goes public."""

from datetime import datetime

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.locale import when
from review.possible import demand_no_blocking_findings
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.approval import approve
from tinbai.config import Config
from tinbai.errors import InputError
from tinbai.outbox import UNDO_WINDOW
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/approval")
def approve_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Approve the revision that was on the screen, for every portal of the site."""
    publish_at = _in_future(when.typed(posted.raw("publish_at"), "publish_at"), desk.clock())
    with deciding(desk, visitor, article_id, posted, Decision.APPROVE) as case:
        if case.article.revision is None or not case.article.revision.title.strip():
            raise InputError(field="title", problem="title_missing")
        demand_no_blocking_findings(visitor, case.article, case.note)
        portals = portals_of(desk.config, case.session.get_one(Site, case.article.site_id).key)
        approve(
            case.session,
            case.article,
            by=case.by,
            at=case.at,
            portals=portals,
            publish_at=publish_at,
            grace=UNDO_WINDOW,
            note=case.note,
        )
    return to_article(article_id, "approval_later" if publish_at else "approval")


def portals_of(config: Config, site_key: str) -> list[str]:
    """The keys of a site's portals that are switched on."""
    sites = [site for site in config.sites if site.key == site_key]
    return [portal.key for site in sites for portal in site.portals if portal.enabled]


def _in_future(publish_at: datetime | None, now: datetime) -> datetime | None:
    if publish_at is not None and publish_at <= now:
        raise InputError(field="publish_at", problem="time_past")
    return publish_at
