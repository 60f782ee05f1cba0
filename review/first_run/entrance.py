"""Where the code is entered; and where the site begins."""

import asyncio

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review.first_run.answers import Step
from review.first_run.door import COOKIE
from review.first_run.guarding import session_of
from review.first_run.state import FirstRun, StateDep
from review.language import LANGUAGES, _
from review.language_choice import remember
from review.locale import first_run as words
from review.posted import FormDep

router = APIRouter()
CHANGING_SECONDS = 0.3  # longer than this server goes on taking connections once it is told to stop


@router.get("/")
def front_page() -> Response:
    """Whoever comes to the site comes to the wizard."""
    return RedirectResponse("/first-run", status_code=303)


@router.get("/first-run")
def entrance(request: Request, state: StateDep) -> Response:
    """The form for the code; who gave it already goes on where he left."""
    if session_of(request) is not None:
        return RedirectResponse(f"/first-run/{first_open(state)}", status_code=303)
    return _form(state)


@router.post("/first-run/code")
def enter(request: Request, state: StateDep, form: FormDep) -> Response:
    """Compare the code; a right one begins a session in this browser."""
    web = state.config.web
    entered = state.door.enter(form.line("code")[:40], at=state.clock())
    if entered is None:
        return _form(state, _(words.CODE_WRONG), status=401)
    response = RedirectResponse(f"/first-run/{first_open(state)}", status_code=303)
    response.set_cookie(
        COOKIE, entered[0], max_age=web.session_hours * 3600, path="/", httponly=True, samesite="strict",
        secure=by_https(request),
    )  # fmt: skip
    return response


@router.post("/first-run/language")
def choose_language(request: Request, form: FormDep) -> Response:
    """Keep the choice in this browser, before the code was given; later each step's form takes it (`steps.take`)."""
    chosen = form.raw("language")
    response = RedirectResponse("/first-run", status_code=303)
    if chosen in LANGUAGES:
        remember(response, chosen, secure=by_https(request))
    return response


@router.get("/login")
async def log_in_soon(state: StateDep) -> Response:
    """The site's own log-in, for who is faster than the change: he comes again, and then the site answers."""
    if not state.over:
        return RedirectResponse("/first-run", status_code=303)
    await asyncio.sleep(CHANGING_SECONDS)
    return RedirectResponse("/login", status_code=303, headers={"Connection": "close"})


def by_https(request: Request) -> bool:
    """The wizard may be reached through a tunnel before its certificate is there, whatever is configured."""
    return request.url.scheme == "https"


def first_open(state: FirstRun) -> Step:
    """The first step that nothing was said about yet."""
    return next((step for step in Step if not state.answers.of(step)), Step.ADMINISTRATOR)


def _form(state: FirstRun, problem: str = "", status: int = 200) -> Response:
    values = {"problem": problem, "begun": state.answers.begun}
    return state.templates.page("first_run/code.html", values, status=status)
