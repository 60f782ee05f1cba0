"""Mã PIN: for deciding by a link in a letter. Whoever is logged in sets his own, with his password."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.locale import vi
from review.menu import menu
from review.people.reassuring import demand_password, has_password
from review.posted import PostedDep
from review.security import pins
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.approval_link import Pin
from tinbai.errors import InputError
from tinbai.people import User

router = APIRouter()
_STATUS = {"password_locked": 429, "password_wrong": 401, "directory_away": 503}


@router.get("/pin")
def pin_page(desk: DeskDep, visitor: VisitorDep, done: str = "") -> Response:
    """The form."""
    return _page(desk, visitor, done=vi.DONE.get(done, ""))


@router.post("/pin")
def set_own_pin(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Set it. The password is asked for again: an unattended screen is not enough."""
    try:
        demand_password(request, desk, visitor, posted.raw("password"))
        if posted.line("pin") != posted.line("again"):
            raise InputError(field="again", problem="pin_differs")
        with desk.database.writing() as session:
            pins.set_pin(session, session.get_one(User, visitor.user_id), posted.line("pin"), at=desk.clock())
    except InputError as error:
        return _page(desk, visitor, problem=vi.PROBLEM[error.problem], status=_STATUS.get(error.problem, 422))
    return RedirectResponse("/pin?done=pin_set", status_code=303)


def _page(desk: Desk, visitor: Visitor, *, problem: str = "", done: str = "", status: int = 200) -> Response:
    with desk.database.reading() as session:
        site = found.site(session, visitor, "")
        row = session.get(Pin, visitor.user_id)
        values = {
            "menu": menu(session, visitor, site, "pin"), "problem": problem, "done": done,
            "set_at": row.set_at if row else None, "ask_password": has_password(session, visitor),
        }  # fmt: skip
        return desk.templates.page("pin.html", values, visitor=visitor, status=status)
