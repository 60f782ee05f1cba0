"""The password that is forgotten or not there yet: a link is asked for, and the password is set with it, once.

Whoever asks hears the same whether there is such an account or not.
"""

from datetime import datetime

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review import accounts
from review.desk import Desk, DeskDep
from review.language import _
from review.locale import people as words
from review.locale import vi
from review.posted import FormDep
from review.security import links, lockout
from review.security.address import address_of
from review.security.cross_site import check_origin
from tinbai.account import LinkPurpose
from tinbai.account_letters import base_address, with_link
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.site import Site

router = APIRouter()
ASKED = "?"  # before the name in the list of tries: asking for a link is no failed log-in of this name


@router.get("/password")
def forgotten_page(desk: DeskDep) -> Response:
    """Where a link is asked for."""
    return desk.templates.page("people/forgotten.html", {"asked": False, "problem": ""})


@router.post("/password")
def ask_for_link(request: Request, desk: DeskDep, form: FormDep) -> Response:
    """Send a link to the address of the account, when there is one. Few times an hour, for a name and an address."""
    web, at = desk.config.web, desk.clock()
    check_origin(request, web.public_url)
    typed = form.line("name").lower()[:63]
    with desk.database.writing() as session:
        free = lockout.take_try(session, ASKED + typed, address_of(request, web.proxies), at=at, rules=web)
        user = accounts.by_name_or_address(session, typed) if free else None
        if user is not None and user.email and user.roles:
            send_link(session, desk, user, LinkPurpose.RESET, by=None, at=at)
    if not free:
        problem = _(words.ASKED_TOO_OFTEN).format(minutes=web.lockout_minutes)
        return desk.templates.page("people/forgotten.html", {"asked": False, "problem": problem}, status=429)
    return desk.templates.page("people/forgotten.html", {"asked": True, "problem": ""})


@router.get("/password/{token}")
def new_password_page(token: str, desk: DeskDep) -> Response:
    """Where the password is set. Opening the page uses nothing up."""
    with desk.database.reading() as session:
        found = links.find(session, token, at=desk.clock())
        name = found[1].username if found else ""
    return _form(desk, name) if found else _over(desk)


@router.post("/password/{token}")
def set_new_password(token: str, request: Request, desk: DeskDep, form: FormDep) -> Response:
    """Set the password; the link and every session of before end. Logging in comes after, with the second factor."""
    check_origin(request, desk.config.web.public_url)
    at = desk.clock()
    with desk.database.reading() as session:
        found = links.find(session, token, at=at)
        name = found[1].username if found else ""
    if found is None:
        return _over(desk)
    if form.raw("password") != form.raw("again"):
        return _form(desk, name, problem=words.PROBLEM["passwords_differ"], status=422)
    try:
        with desk.database.writing() as session:
            link = links.find(session, token, at=at)
            if link is None or not links.use(session, link[0], at=at):
                return _over(desk)
            accounts.set_password(session, link[1], form.raw("password"), at=at)
            lockout.forgive(session, link[1].username)
    except InputError as error:
        return _form(desk, name, problem=vi.PROBLEM.get(error.problem, ""), status=422)
    return RedirectResponse("/login?done=password_set", status_code=303)


def send_link(session: Session, desk: Desk, user: User, purpose: LinkPurpose, *, by: User | None, at: datetime) -> str:
    """Make a link and write the letter with it; returns the link, for whoever has no mail server yet."""
    token = links.make(session, user, purpose, by=by, at=at)
    link = f"{base_address(desk.config.web)}/password/{token}"
    if user.email:
        site = session.get_one(Site, accounts.sites_of(user)[0])
        until = at + links.LIFE[purpose]
        letter = with_link(user, site, purpose, link=link, until=until, sender=desk.config.smtp.sender, at=at)
        session.add(letter)
    return link


def _form(desk: Desk, name: str, *, problem: str = "", status: int = 200) -> Response:
    return desk.templates.page("people/new_password.html", {"username": name, "problem": problem}, status=status)


def _over(desk: Desk) -> Response:
    return desk.templates.page("people/link_over.html", {}, status=404)
