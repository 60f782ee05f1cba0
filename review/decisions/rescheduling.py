"""Đổi giờ đăng: what is approved goes out at another hour. From the article's page and from the calendar."""

from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.locale import when
from review.pages.calendar import address_of
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.approval import go_ahead, reschedule
from tinbai.errors import InputError, StaleError
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/schedule")
def move(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Publish at `publish_at`, or `by_minutes` later than now agreed; `was` is the hour that was on the screen."""
    with deciding(desk, visitor, article_id, posted, Decision.RESCHEDULE) as case:
        stands = case.article.publish_at
        if posted.raw("was") and posted.raw("was") != (stands.isoformat() if stands else ""):
            raise StaleError(noun="article", key=article_id)
        publish_at = when.typed(posted.raw("publish_at"), "publish_at")
        if publish_at is None and stands is not None and posted.raw("by_minutes"):
            publish_at = stands + timedelta(minutes=posted.number("by_minutes"))
        if publish_at is None:
            raise InputError(field="publish_at", problem="time_missing")
        reschedule(case.session, case.article, by=case.by, at=case.at, publish_at=publish_at, note=case.note)
        site_id = case.article.site_id
    if posted.raw("calendar"):
        return RedirectResponse(address_of(desk, site_id, posted.raw("calendar"), publish_at), status_code=303)
    return to_article(article_id, "rescheduling")


@router.post("/articles/{article_id}/late")
def still_publish(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """What was kept back as too late goes out now."""
    with deciding(desk, visitor, article_id, posted, Decision.GO_AHEAD) as case:
        go_ahead(case.session, case.article, by=case.by, at=case.at, note=case.note)
    return to_article(article_id, "go_ahead")
