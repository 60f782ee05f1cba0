"""The publishing calendar: a month or a week, with what goes out and what went out."""

from datetime import date, datetime
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import Desk, DeskDep
from review.locale import calendar as words
from review.menu import menu
from review.schedule import days_of, span_named, span_of
from review.security.visitor import VisitorDep
from tinbai.clock import local
from tinbai.site import Site
from tinbai.working_time import WorkingTime

router = APIRouter()


@router.get("/calendar")
def calendar_page(desk: DeskDep, visitor: VisitorDep, site: str = "", span: str = "", moved: str = "") -> Response:
    """The month or week called `span`; this month when nothing is asked for."""
    now = desk.clock()
    shown = span_named(span) if span else span_of("month", local(now).date())
    if shown is None or not 1 < shown.first.year < 9998:
        raise HTTPException(404)
    with desk.database.reading() as session:
        own = found.site(session, visitor, site)
        working = WorkingTime(desk.config.working_time)
        values = {
            "menu": menu(session, visitor, own, "calendar"), "span": shown, "words": words,
            "days": days_of(session, visitor, own.id, shown, now=now, working=working),
            "before": shown.moved(-1), "after": shown.moved(1), "moved": bool(moved),
            "month": span_of("month", shown.first), "week": span_of("week", _week_day(shown.first, shown.last, now)),
            "earliest": local(now).strftime("%Y-%m-%dT%H:%M"), "local": local,
        }  # fmt: skip
        return desk.templates.page("calendar.html", values, visitor=visitor)


def address_of(desk: Desk, site_id: int, span: str, publish_at: datetime) -> str:
    """The calendar's page where something moved to `publish_at` is seen: the one it came from, if it is there."""
    shown, day = span_named(span), local(publish_at).date()
    if shown is None or not shown.begins <= day <= shown.ends:
        shown = span_of(shown.kind if shown else "month", day)
    with desk.database.reading() as session:
        key = session.get_one(Site, site_id).key
    return f"/calendar?{urlencode({'site': key, 'span': shown.key, 'moved': '1'})}"


def _week_day(first: date, last: date, now: datetime) -> date:
    today = local(now).date()
    return today if first <= today <= last else first
