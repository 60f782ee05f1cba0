"""Logging in and out."""

import re
from urllib.parse import quote, unquote, urlsplit

from fastapi import APIRouter
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review.desk import Desk, DeskDep
from review.language import _
from review.locale import directory as directory_words
from review.locale import people as words
from review.locale import vi
from review.people.by_directory import begin_by_directory
from review.people.coming_in import Begun, answer, begin
from review.posted import FormDep, PostedDep
from review.security import lockout, passwords, sessions
from review.security.address import address_of
from review.security.cross_site import check_origin
from review.security.visitor import VisitorDep, visitor_if_any
from tinbai.errors import DirectoryError
from tinbai.login import LONGEST_NAME
from tinbai.people import User

router = APIRouter()
_NAME = "name"  # a cookie: what was typed as the name before the language was changed
_OWN_PATH = re.compile(r"/(?![/\\])[\x21-\x7e]*")


@router.get("/login")
def log_in_page(request: Request, desk: DeskDep, next: str = "/", done: str = "") -> Response:  # noqa: A002
    """The form; whoever is logged in already goes on."""
    if visitor_if_any(request, desk):
        return RedirectResponse(inside(next), status_code=303)
    response = _form(desk, next=next, done=done, username=unquote(request.cookies.get(_NAME, ""))[:LONGEST_NAME])
    if _NAME in request.cookies:
        response.delete_cookie(_NAME, path="/login", httponly=True, samesite="lax", secure=desk.config.web.https_only)
    return response


@router.post("/login")
def log_in(request: Request, desk: DeskDep, form: FormDep) -> Response:
    """Count the try, verify the password, here or in the directory; then comes the second step, or a new session."""
    check_origin(request, desk.config.web.public_url)
    web = desk.config.web
    username, target = form.line("username").lower(), form.raw("next")
    counted = username[:LONGEST_NAME]  # nobody has a longer one, here or in the directory
    with desk.database.writing() as session:
        free = lockout.take_try(session, counted, address_of(request, web.proxies), at=desk.clock(), rules=web)
        user = session.scalars(select(User).where(User.username == username, User.active)).first()
        user_id, stored = (user.id, user.password_hash) if user else (None, None)
    if not free:
        return _form(
            desk, next=target, username=counted, status=429,
            problem=_(vi.LOGIN_LOCKED).format(minutes=web.lockout_minutes),
        )  # fmt: skip
    password, target = form.raw("password"), inside(target)
    if passwords.is_right(password, stored) and user_id is not None:
        return answer(desk, _begin(request, desk, user_id, password, target), target=target)
    try:
        begun = begin_by_directory(request, desk, name=username, password=password, target=target)
    except DirectoryError:
        problem = _(directory_words.AWAY).format(name=desk.config.ldap.name)
        return _form(desk, next=target, username=counted, status=503, problem=problem)
    if begun is None:
        return _form(desk, next=target, username=counted, status=401, problem=_(vi.LOGIN_WRONG))
    return answer(desk, begun, target=target)


@router.post("/logout")
def log_out(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """End the session here and in the browser."""
    del visitor, posted
    with desk.database.writing() as session:
        sessions.end(session, request.cookies.get(sessions.cookie_name(desk.config.web), ""))
    response = RedirectResponse("/login?done=logout", status_code=303)
    sessions.take_cookie(response, desk.config.web)
    return response


def _begin(request: Request, desk: Desk, user_id: int, password: str, target: str) -> Begun:
    with desk.database.writing() as session:
        user = session.get_one(User, user_id)
        if passwords.is_outdated(user.password_hash):
            user.password_hash = passwords.hashed(password)
        return begin(session, request, desk, user, target=target)


def carry_name(response: Response, name: str, *, secure: bool) -> None:
    """Have the form filled in with a name that was typed before: it stands in no address, and is kept a minute."""
    if name:
        value = quote(name[:LONGEST_NAME])
        response.set_cookie(_NAME, value, max_age=60, path="/login", httponly=True, samesite="lax", secure=secure)


def _form(
    desk: Desk, *, next: str, done: str = "", username: str = "", problem: str = "", status: int = 200  # noqa: A002
) -> Response:  # fmt: skip
    sites = [site.name for site in desk.config.sites]
    values = {
        "next": inside(next), "done": words.DONE.get(done) or vi.DONE.get(done), "username": username,
        "problem": problem, "sites": sites, "provider": desk.config.oidc.name if desk.config.oidc.issuer else "",
        "directory": desk.config.ldap.name if desk.config.ldap.host else "",
    }  # fmt: skip
    return desk.templates.page("login.html", values, status=status)


def inside(target: str) -> str:
    """`target` when it is a path of this site, else the front page: a log-in sends nobody elsewhere."""
    if _OWN_PATH.fullmatch(target) and not urlsplit(target).netloc and not target.startswith("/login"):
        return target
    return "/"
