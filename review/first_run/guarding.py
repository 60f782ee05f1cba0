"""Who gets through: every route wants the session that the code began, but the few that are named here.

It runs before every handler; and a form's token is asked here, so that no handler can forget it.
"""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from review.first_run.door import COOKIE, WizardSession
from review.first_run.state import state_of
from review.posted import read_form
from review.security.cross_site import FIELD, check_origin, check_token
from tinbai.errors import TinbaiError

AFTERWARDS = "GET /login"
OPEN = frozenset({"GET /", "GET /first-run", "POST /first-run/code", "POST /first-run/language", AFTERWARDS})


class EnterFirstError(TinbaiError):
    """The code was not given in this browser, or its session has ended."""


async def guard(request: Request) -> None:
    """Let through who has the session. Raises HTTPException, EnterFirstError or CrossSiteError."""
    state = state_of(request)
    route = f"{request.method} {request.scope['route'].path}"
    if state.over and route != AFTERWARDS:
        raise HTTPException(404)
    if request.method == "POST":
        check_origin(request, state.config.web.public_url)
    if route in OPEN:
        return
    session = session_of(request)
    if session is None:
        raise EnterFirstError
    request.state.session = session
    if request.method == "POST":
        form = await read_form(request)
        check_token(form.raw(FIELD), session.csrf_token)


def session_of(request: Request) -> WizardSession | None:
    """The session of this browser, if it has one."""
    state = state_of(request)
    return state.door.session(request.cookies.get(COOKIE, ""), at=state.clock())
