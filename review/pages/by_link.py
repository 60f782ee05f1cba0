"""The page that a link in a letter opens: the article as it will look, and two answers, confirmed with a PIN.

Opening it changes nothing, however often: mail servers and browsers open links ahead of people. Nobody is logged in
here; what can be done is what this one link is for.
"""

from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from review.by_link import VIA, Opened, is_newer, opened, use_up
from review.decisions.approval import portals_of
from review.decisions.returning import composed
from review.desk import Desk, DeskDep
from review.language import _
from review.locale import by_link as words
from review.portal_look import look_of
from review.possible import demand, demand_no_blocking_findings
from review.posted import FormDep, Posted
from review.security import lockout, pins
from review.security.address import address_of
from review.security.cross_site import check_origin
from review.security.headers import LETTER_POLICY
from tinbai import returning
from tinbai.approval import approve
from tinbai.article import Article
from tinbai.errors import InputError, StaleError
from tinbai.escalating import hash_of
from tinbai.event import Event
from tinbai.outbox import UNDO_WINDOW
from tinbai.people import User
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()
_NO_TRACE = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin"}


@router.get("/approve/{token}")
def link_page(token: str, desk: DeskDep) -> Response:
    """The article and the form; or why the link is good no more."""
    return _page(desk, token)


@router.get("/approve/{token}/page")
def link_frame(token: str, desk: DeskDep) -> Response:
    """The article as it will look, for a sandboxed frame."""
    with desk.database.reading() as session:
        found = opened(session, token, at=desk.clock())
        if found is None or found.closed is not None:
            raise HTTPException(404)
        draw = look_of(desk, session, found.article)
    return HTMLResponse(draw(), headers={"Content-Security-Policy": LETTER_POLICY, **_NO_TRACE})


@router.post("/approve/{token}")
def decide_by_link(token: str, request: Request, desk: DeskDep, form: FormDep) -> Response:
    """Approve or return, after the PIN. The link is used up with it."""
    check_origin(request, desk.config.web.public_url)
    problem, status, user_id = _checked(desk, token, form, address_of(request, desk.config.web.proxies))
    if user_id is None:
        return _page(desk, token, problem=problem, status=status, form=form)
    try:
        done = _decide(desk, token, form)
    except StaleError:
        return _page(desk, token, status=409)
    return _page(desk, token, done=done)


def _checked(desk: Desk, token: str, form: Posted, address: str) -> tuple[str, int, int | None]:
    """The user whose PIN it was; else what is wrong. Tries are counted before anything is compared."""
    at = desk.clock()
    with desk.database.writing() as session:
        free = lockout.take_try(session, f"link:{hash_of(token)[:48]}", address, at=at, rules=desk.config.web)
        found = opened(session, token, at=at)
        if not free:
            return _(words.TOO_MANY), 429, None
        if found is None:
            return _(words.UNKNOWN), 404, None
        if found.closed is not None:
            return "", 410, None
        user_id, stored = found.user.id, pins.take_try(session, found.user.id, at=at)
        has_pin = found.has_pin
    if stored is None:
        return _(words.PIN_LOCKED if has_pin else words.PIN_MISSING), 403, None
    if not pins.is_right(form.line("pin"), stored):
        return _(words.PIN_WRONG), 401, None
    with desk.database.writing() as session:
        pins.forgive(session, user_id)
        lockout.forgive(session, f"link:{hash_of(token)[:48]}")
    if form.raw("choice") not in {"approve", "return"}:
        return _(words.CHOICE_MISSING), 422, None
    if form.raw("choice") == "return" and not form.text("note"):
        return _(words.REASON_MISSING), 422, None
    return "", 200, user_id


def _decide(desk: Desk, token: str, form: Posted) -> str:
    """What was done, in words. Raises StaleError when something has changed since the page was opened."""
    at = desk.clock()
    with desk.database.writing() as session:
        found = opened(session, token, at=at)
        if found is None:
            raise StaleError(noun="link", key="")
        article = session.get_one(Article, found.article.id, with_for_update={"of": Article}, populate_existing=True)
        if found.closed is not None or is_newer(session, found.link, article):  # asked again, now that it is locked
            raise StaleError(noun="link", key=found.link.id)
        if not use_up(session, found.link, at=at):
            raise StaleError(noun="link", key=found.link.id)
        user, note = session.get_one(User, found.user.id), form.text("note")
        if form.raw("choice") == "return":
            _return(desk, session, article, found, user, note)
            return _(words.RETURNED)
        demand(session, found.visitor, Decision.APPROVE, article)
        demand_no_blocking_findings(found.visitor, article, note)
        if article.revision is None or not article.revision.title.strip():
            raise InputError(field="title", problem="title_missing")
        portals = portals_of(desk.config, session.get_one(Site, article.site_id).key)
        approve(session, article, by=user, at=at, portals=portals, grace=UNDO_WINDOW, note=note, via=VIA)
        return _(words.APPROVED)


def _return(desk: Desk, session: Session, article: Article, found: Opened, user: User, note: str) -> None:
    demand(session, found.visitor, Decision.RETURN, article)
    letter = composed(session, article, note)
    sender, at = desk.config.smtp.sender, desk.clock()
    returning.send_back(session, article, reason=note, words=letter, sender=sender, by=user, at=at, via=VIA)


def _page(
    desk: Desk, token: str, *, problem: str = "", status: int = 200, done: str = "", form: Posted | None = None
) -> Response:
    with desk.database.reading() as session:
        found = opened(session, token, at=desk.clock())
        values: dict[str, Any] = {
            "token": token, "found": found, "problem": problem, "done": done, "words": words,
            "note": form.text("note") if form else "", "choice": form.raw("choice") if form else "",
            "question": "", "asked_by": "", "site_name": "", "blocked": False,
        }  # fmt: skip
        if found is None:
            values["problem"], status = problem or _(words.UNKNOWN), status if status >= 400 else 404
        else:
            values |= _about(session, found)
        page = desk.templates.page("by_link.html", values, status=status)
    page.headers.update(_NO_TRACE)
    return page


def _about(session: Session, found: Opened) -> dict[str, Any]:
    event = session.get_one(Event, found.link.event_id)
    findings = found.article.revision.findings if found.article.revision else []
    return {
        "question": event.note, "asked_by": event.actor,
        "site_name": session.get_one(Site, found.article.site_id).name,
        "blocked": any(finding.get("severity") == "block" for finding in findings),
    }  # fmt: skip
