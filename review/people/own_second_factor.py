"""One's own second factor: set up with a QR code that is drawn here, shown until its first code has come back."""

from collections.abc import Sequence

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review import accounts, found
from review.desk import Desk, DeskDep
from review.language import _, kept
from review.locale import people as words
from review.menu import menu
from review.people.oneself import tell
from review.people.reassuring import demand_password, has_password
from review.posted import PostedDep
from review.security import lockout, second_factor, sessions
from review.security.address import address_of
from review.security.rights import Visitor
from review.security.visitor import VisitorDep, demands_second_factor
from tinbai.account import SecondFactor
from tinbai.errors import InputError
from tinbai.people import User

router = APIRouter()


@router.get("/account/second-factor")
def second_factor_page(desk: DeskDep, visitor: VisitorDep, done: str = "") -> Response:
    """Whether there is one, and what can be done. A secret is never shown here."""
    with desk.database.reading() as session:
        return _page(session, desk, visitor, done=words.DONE.get(done, ""))


@router.post("/account/second-factor")
def begin_second_factor(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """A new secret, as a QR code and in letters."""
    demand_password(request, desk, visitor, posted.raw("password"))
    with desk.database.writing() as session:
        if second_factor.is_on(session, visitor.user_id):
            raise InputError(field="second_factor", problem="second_factor_on")
        factor = second_factor.begin(session, session.get_one(User, visitor.user_id), at=desk.clock())
        return _page(session, desk, visitor, factor=factor)


@router.post("/account/second-factor/confirmation")
def confirm_second_factor(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """From the first right code on it counts; the recovery codes are shown this once, and other sessions end."""
    web, at = desk.config.web, desk.clock()
    with desk.database.writing() as session:
        user = session.get_one(User, visitor.user_id)
        factor = second_factor.pending(session, user.id)
        if factor is None:
            raise InputError(field="second_factor", problem="second_factor_over")
        free = lockout.take_try(session, user.username, address_of(request, web.proxies), at=at, rules=web)
        codes = second_factor.confirm(session, user, posted.line("code"), at=at) if free else None
        if codes is None:
            problem = _(words.CODE_WRONG) if free else words.PROBLEM["password_locked"]
            return _page(session, desk, visitor, factor=factor, problem=problem, status=422)
        lockout.forgive(session, user.username)
        sessions.end_of_user(session, user.id, but=visitor.session_id)
        accounts.note(session, user, "second_factor_on", at=at)
        return _page(session, desk, visitor, codes=codes)


@router.post("/account/second-factor/recovery")
def renew_recovery_codes(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Ten new recovery codes; the old ones end."""
    demand_password(request, desk, visitor, posted.raw("password"))
    with desk.database.writing() as session:
        if not second_factor.is_on(session, visitor.user_id):
            raise InputError(field="second_factor", problem="second_factor_over")
        codes = second_factor.new_recovery_codes(session, visitor.user_id)
        accounts.note(session, session.get_one(User, visitor.user_id), "recovery_codes", at=desk.clock())
        return _page(session, desk, visitor, codes=codes)


@router.post("/account/second-factor/removal")
def remove_second_factor(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Do without, unless the site demands it of him."""
    demand_password(request, desk, visitor, posted.raw("password"))
    with desk.database.writing() as session:
        user = session.get_one(User, visitor.user_id)
        if demands_second_factor(session, desk.config, user):
            raise InputError(field="second_factor", problem="second_factor_demanded")
        if second_factor.remove(session, user.id):
            accounts.note(session, user, "second_factor_off", at=desk.clock())
            if user.email:
                tell(session, desk, user, user.email, [kept("Xác thực hai bước đã được tắt.")])
    return RedirectResponse("/account/second-factor?done=second_factor_off", status_code=303)


def _page(
    session: Session, desk: Desk, visitor: Visitor, *, factor: SecondFactor | None = None, codes: Sequence[str] = (),
    problem: str = "", done: str = "", status: int = 200,
) -> Response:  # fmt: skip
    session.flush()
    user, site = session.get_one(User, visitor.user_id), found.site(session, visitor, "")
    address = second_factor.address_of(factor, user.username, site.name) if factor else ""
    values = {
        "menu": menu(session, visitor, site, "account"), "on": second_factor.is_on(session, user.id),
        "demanded": demands_second_factor(session, desk.config, user), "secret": factor.secret if factor else "",
        "picture": second_factor.picture_of(address) if factor else "", "codes": codes, "problem": problem,
        "done": done, "left": second_factor.recovery_codes_left(session, user.id),
        "asks": has_password(session, visitor),
    }  # fmt: skip
    return desk.templates.page("people/second_factor.html", values, visitor=visitor, status=status)
