"""The page of the checks: how often each spoke, was followed and was passed over; switched and weighed by the board."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.check_figures import check_rows, months_until
from review.desk import DeskDep
from review.locale import lists as words
from review.menu import menu
from review.posted import PostedDep
from review.security.rights import Right
from review.security.visitor import VisitorDep
from tinbai.checks import CHECKS
from tinbai.clock import local
from tinbai.errors import InputError
from tinbai.finding import Severity
from tinbai.people import User
from tinbai.site_lists import save_wish

router = APIRouter()
_NAMES = frozenset(each.name for each in CHECKS)


@router.get("/settings/checks")
def checks_page(desk: DeskDep, visitor: VisitorDep, site: str = "", month: str = "", done: str = "") -> Response:
    """Every check with its figures of one month."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, site)
        months = months_until(local(desk.clock()).date())
        if month and month not in months:
            raise HTTPException(404)
        rows = check_rows(session, here, [month or months[0]])
        values = {
            "menu": menu(session, visitor, here, "checks"), "rows": rows, "months": months,
            "month": month or months[0], "done": words.DONE.get(done),
        }  # fmt: skip
        return desk.templates.page("people/checks.html", values, visitor=visitor)


@router.get("/settings/checks/{name}")
def check_page(name: str, desk: DeskDep, visitor: VisitorDep, site: str = "", done: str = "") -> Response:
    """One check over a year, with the form that sets it."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, site)
        rows = check_rows(session, here, months_until(local(desk.clock()).date()))
        row = next((each for each in rows if each.key == name), None)
        if row is None:
            raise HTTPException(404)
        values = {
            "menu": menu(session, visitor, here, "checks"), "row": row, "severities": list(Severity),
            "done": words.DONE.get(done),
        }  # fmt: skip
        return desk.templates.page("people/check.html", values, visitor=visitor)


@router.post("/settings/checks/{name}")
def set_check(name: str, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Switch it, weigh it; a field left at its first choice leaves that to the file or the program."""
    on, severity = posted.line("on"), posted.line("severity")
    if on not in ("", "0", "1") or severity not in ("", *Severity):
        raise InputError(field="severity", problem="choice_unknown")
    with desk.database.writing() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        if name not in _NAMES:
            raise HTTPException(404)
        by = session.get_one(User, visitor.user_id)
        save_wish(
            session, here, name, on=bool(int(on)) if on else None, severity=Severity(severity) if severity else None,
            by=by, at=desk.clock(),
        )  # fmt: skip
        return RedirectResponse(f"/settings/checks/{name}?site={here.key}&done=check_saved", status_code=303)
