"""The queue: the articles of a site as filters ask for them, with a reading pane beside the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter
from markupsafe import Markup
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from review import found
from review.columns_and_units import columns_and_units
from review.deadline import Deadlines, deadlines_of
from review.desk import Desk, DeskDep
from review.language import _
from review.locale import queue as words
from review.locale import vi
from review.menu import menu
from review.pages.reading import reading_pane
from review.posted import whole_number
from review.queue import CAP, NONE, Answer, Question, ask, count, counts, question
from review.queue_filters import ALL, Filters, filters_of
from review.queue_rows import rows_of
from review.security.rights import Right, Visitor, may_in
from review.security.visitor import VisitorDep
from tinbai.article import ArticleStatus
from tinbai.errors import InputError
from tinbai.saved_filter import SavedFilter, filters_for
from tinbai.site import Site

router = APIRouter()
SAVED_CAP = 100  # a saved filter's count is shown up to "99+"


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One status, or all of them."""

    key: str
    name: str
    count: int | str


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A saved filter with its count. `owner` is whose it is, of one that the board sees; "" of one's own."""

    id: int
    name: str
    query: str
    count: str
    shared: bool
    owner: str
    removable: bool


@router.get("/")
def queue_page(request: Request, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The queue. Everything that is asked for stands in the address, so that it can be kept and sent."""
    asked = request.query_params
    with desk.database.reading() as session:
        here = found.site(session, visitor, asked.get("site", ""))
        filters = filters_in(dict(asked))
        question, deadlines = asked_in(desk, session, visitor, here, filters)
        before = asked.get("before", "")
        answer = _answer(session, question, before)
        values = {
            "menu": menu(session, visitor, here, "queue"), "filters": filters, "tabs": _tabs(session, here.id),
            "rows": rows_of(session, answer.articles, deadlines, words=filters.words), "next": answer.next,
            "before": before, "saved": _saved(desk, session, visitor, here), "words": words,
            "pane": _pane(desk, session, visitor, asked.get("open", "")),
            "can_decide": may_in(visitor, Right.EDIT, here.id), "can_approve": may_in(visitor, Right.APPROVE, here.id),
            "has_deadline": deadlines.late_before is not None,
            **_choices(session, here.id), "statuses": ArticleStatus, "none": NONE,
        }  # fmt: skip
        return desk.templates.page("queue.html", values, visitor=visitor)


def filters_in(asked: dict[str, str]) -> Filters:
    """What an address asks for. Raises 404."""
    try:
        return filters_of(asked)
    except ValueError as error:
        raise HTTPException(404) from error


def asked_in(
    desk: Desk, session: Session, visitor: Visitor, site: Site, filters: Filters
) -> tuple[Question, Deadlines]:
    """The question that `filters` are in a site, now, and the site's deadlines."""
    deadlines = deadlines_of(desk.config, site.key, desk.clock())
    asked = question(
        session, visitor, site.id, filters, now=deadlines.now, late_before=deadlines.late_before
    )  # fmt: skip
    return asked, deadlines


def _answer(session: Session, asked: Question, before: str) -> Answer:
    try:
        return ask(session, asked, before)
    except ValueError as error:
        raise HTTPException(404) from error


def _tabs(session: Session, site_id: int) -> Sequence[Tab]:
    """Each status with its count, up to a cap: nothing is counted to the end."""
    numbers = counts(session, site_id)
    total = min(CAP, sum(numbers.values()))
    tabs = [
        Tab(key=status, name=name, count=words.capped(numbers.get(status, 0), CAP))
        for status, name in vi.ARTICLE_STATUS.items()
    ]
    return [*tabs, Tab(key=ALL, name=_("Tất cả"), count=words.capped(total, CAP))]


def _saved(desk: Desk, session: Session, visitor: Visitor, site: Site) -> Sequence[Saved]:
    shown = []
    for each in session.scalars(filters_for(visitor.user_id, site.id)):
        asked, _ = asked_in(desk, session, visitor, site, filters_of(dict(parse_qsl(each.query))))
        number = words.capped(count(session, asked, SAVED_CAP), SAVED_CAP)
        owner = "" if each.user_id == visitor.user_id else each.user.name
        shown.append(
            Saved(
                id=each.id, name=each.name, query=each.query, count=number, shared=each.shared, owner=owner,
                removable=may_remove(visitor, each),
            )
        )  # fmt: skip
    return shown


def may_remove(visitor: Visitor, kept: SavedFilter) -> bool:
    """A saved filter: one's own, and for the head of the board also what the board sees."""
    return kept.user_id == visitor.user_id or (kept.shared and visitor.is_head(kept.site_id))


def _choices(session: Session, site_id: int) -> dict[str, Any]:
    there = columns_and_units(session, site_id)
    return {"columns": there.columns, "units": there.units}


def _pane(desk: Desk, session: Session, visitor: Visitor, key: str) -> Markup | None:
    """The article that is open beside the list."""
    if not key:
        return None
    try:
        article = found.article(session, visitor, whole_number(key, "open"))
    except InputError as error:
        raise HTTPException(404) from error
    return reading_pane(desk, session, visitor, article)
