"""One's own account: name, address, letters, password, and the places where one is logged in."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review import accounts, found
from review.desk import Desk, DeskDep
from review.language import LANGUAGES, kept
from review.locale import people as words
from review.menu import menu
from review.people.device import device_words
from review.people.reassuring import demand_password, has_password
from review.posted import PostedDep
from review.security import second_factor, sessions
from review.security.visitor import VisitorDep
from tinbai.account_letters import changed as changed_letter
from tinbai.errors import InputError
from tinbai.people import Notify, User
from tinbai.site import Site

router = APIRouter()


@router.get("/account")
def account_page(desk: DeskDep, visitor: VisitorDep, done: str = "") -> Response:
    """The page."""
    with desk.database.reading() as session:
        user = session.get_one(User, visitor.user_id)
        site = found.site(session, visitor, "")
        columns = found.column_names(session, [role.site_id for role in user.roles])
        values = {
            "menu": menu(session, visitor, site, "account"), "user": user, "done": words.DONE.get(done),
            "roles": [words.role_words(role.name, columns.get(role.column_id)) for role in user.roles],
            "sessions": sessions.of_user(session, user.id, at=desk.clock()), "device": device_words,
            "second_factor": second_factor.is_on(session, user.id), "notify": words.NOTIFY,
            "asks": has_password(session, visitor),
        }  # fmt: skip
        return desk.templates.page("people/account.html", values, visitor=visitor)


@router.post("/account/details")
def change_own_details(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Name, title, and how often letters come; another address only with the password, since links go there."""
    with desk.database.reading() as session:
        before = session.get_one(User, visitor.user_id).email
    if posted.line("email").lower() != (before or "").lower():
        demand_password(request, desk, visitor, posted.raw("password"))
    with desk.database.writing() as session:
        user = session.get_one(User, visitor.user_id)
        user.notify = _notify(posted.raw("notify"))
        user.language = _language(posted.raw("language"))
        changes = accounts.change_details(
            session, user, name=posted.line("name"), title=posted.line("title"), email=posted.line("email"), by=user,
            at=desk.clock(),
        )  # fmt: skip
        if "email" in changes and before:
            tell(session, desk, user, before, [kept("Địa chỉ thư của tài khoản đã đổi sang địa chỉ khác.")])
    return _done("account_saved")


@router.post("/account/password")
def change_own_password(request: Request, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """A new password, with the present one; every other session ends."""
    if posted.raw("new") != posted.raw("again"):
        raise InputError(field="again", problem="passwords_differ")
    demand_password(request, desk, visitor, posted.raw("password"))
    with desk.database.writing() as session:
        user = session.get_one(User, visitor.user_id)
        accounts.set_password(session, user, posted.raw("new"), by=user, at=desk.clock(), but=visitor.session_id)
        if user.email:
            tell(session, desk, user, user.email, [kept("Mật khẩu đã được đổi.")])
    return _done("password_changed")


@router.post("/account/sessions/removal")
def end_other_sessions(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Log out everywhere but here."""
    del posted
    with desk.database.writing() as session:
        sessions.end_of_user(session, visitor.user_id, but=visitor.session_id)
        accounts.note(session, session.get_one(User, visitor.user_id), "sessions_ended", at=desk.clock())
    return _done("sessions_ended")


@router.post("/account/sessions/{session_id}/removal")
def end_session(session_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Log out in one place. Another person's session is not there."""
    del posted
    with desk.database.writing() as session:
        if not 0 < session_id <= found.LARGEST_ID:
            raise HTTPException(404)
        if not sessions.end_of_user(session, visitor.user_id, only=session_id):
            raise HTTPException(404)
        accounts.note(session, session.get_one(User, visitor.user_id), "sessions_ended", at=desk.clock())
    return _done("sessions_ended")


def tell(session: Session, desk: Desk, user: User, to: str, what: list[str]) -> None:
    """Write to the owner of an account that something about it has changed."""
    site = session.get_one(Site, accounts.sites_of(user)[0])
    session.add(changed_letter(user, site, to=to, what=what, sender=desk.config.smtp.sender, at=desk.clock()))


def _notify(value: str) -> Notify:
    try:
        return Notify(value)
    except ValueError as error:
        raise InputError(field="notify", problem="choice_unknown") from error


def _language(value: str) -> str | None:
    if value and value not in LANGUAGES:
        raise InputError(field="language", problem="choice_unknown")
    return value or None


def _done(done: str) -> Response:
    return RedirectResponse(f"/account?done={done}", status_code=303)
