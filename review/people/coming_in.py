"""What every way of logging in ends with: the second step where there is one, and then a new session."""

from dataclasses import dataclass

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review import accounts
from review.desk import Desk
from review.security import lockout, second_factor, sessions, steps
from review.security.address import address_of
from tinbai.account import StepKind
from tinbai.people import User


@dataclass(frozen=True, kw_only=True)
class Begun:
    """A log-in whose first step went well: the cookie's token, and whether a second step follows."""

    token: str
    second: bool


def begin(
    session: Session, request: Request, desk: Desk, user: User, *, target: str, directory_name: str | None = None
) -> Begun:
    """After the password, or the provider's word: the second step, or the session at once.

    In the caller's transaction. Failed tries are forgiven with the session, never before: a right password does not
    buy more tries at the code. `directory_name`: what he typed, when it was the directory that knew the password.
    """
    if second_factor.is_on(session, user.id):
        data = {"next": target, "directory_name": directory_name}
        token = steps.start(session, StepKind.SECOND_FACTOR, user_id=user.id, data=data, at=desk.clock())
        return Begun(token=token, second=True)
    return Begun(token=finish(session, request, desk, user, directory_name=directory_name), second=False)


def finish(session: Session, request: Request, desk: Desk, user: User, *, directory_name: str | None) -> str:
    """A new session, never the one that the browser brought along; returns its token."""
    web, at = desk.config.web, desk.clock()
    lockout.forgive(session, user.username)
    sessions.end(session, request.cookies.get(sessions.cookie_name(web), ""))
    accounts.note(session, user, "log_in", at=at)
    return sessions.start(
        session, user, at=at, hours=web.session_hours, device=request.headers.get("user-agent", ""),
        address=address_of(request, web.proxies), directory_name=directory_name,
    )  # fmt: skip


def answer(desk: Desk, begun: Begun, *, target: str) -> Response:
    """Where to go from the first step, with the cookie."""
    web = desk.config.web
    if begun.second:
        response: Response = RedirectResponse("/login/code", status_code=303)
        steps.give_cookie(response, begun.token, web)
        return response
    response = RedirectResponse(target, status_code=303)
    sessions.give_cookie(response, begun.token, web)
    steps.take_cookie(response, web)
    return response
