"""The wizard as an application of its own: while it is served, nothing of the site is, and the other way round.

So its routes are gone for ever once somebody can log in: the site does not know them.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import structlog
from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review.first_run import entrance, steps
from review.first_run.answers import Answers
from review.first_run.door import Door
from review.first_run.guarding import EnterFirstError, guard
from review.first_run.state import FirstRun, state_of
from review.first_run.trials import Trials
from review.language import _
from review.language_choice import LanguageOfBrowser
from review.locale import first_run as words
from review.locale import vi
from review.security.cross_site import CrossSiteError
from review.security.headers import ProtectiveHeaders, protect
from review.security.size import BodyLimit
from review.static_files import PageFiles
from review.templating import Templates
from tinbai.clock import Clock, now
from tinbai.config import Config

_log = structlog.get_logger(__name__)


def create(
    config_path: Path,
    config: Config,
    trials: Trials,
    *,
    tell: Callable[[str], None],
    finished: Callable[[], None],
    receives: bool = True,
    clock: Clock = now,
) -> FastAPI:
    """The wizard. `tell` shows a code to whoever reads the terminal; the rest as in `FirstRun`."""
    app = FastAPI(title="tinbai", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(guard)])
    app.state.first_run = FirstRun(
        config_path=config_path, config=config, clock=clock, templates=Templates(clock),
        door=Door(config.web, tell), answers=Answers(config.root), trials=trials, finished=finished, receives=receives,
    )  # fmt: skip
    app.include_router(entrance.router)
    app.include_router(steps.router)
    app.mount("/static", PageFiles(), name="static")
    handlers: Mapping[type[Exception], Callable[[Request, Exception], Response]] = {
        EnterFirstError: _enter_first, CrossSiteError: _cross_site, HTTPException: _http,
        RequestValidationError: _http, Exception: _unforeseen,
    }  # fmt: skip
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)
    app.add_middleware(BodyLimit)
    app.add_middleware(ProtectiveHeaders, https_only=config.web.https_only)
    app.add_middleware(LanguageOfBrowser, usual=config.web.language)
    return app


def _enter_first(request: Request, error: Exception) -> Response:
    del error
    if request.method == "GET":
        return RedirectResponse("/first-run", status_code=303)
    return _problem(request, 403, _(words.ENTER_FIRST))


def _cross_site(request: Request, error: Exception) -> Response:
    return _problem(request, 403, vi.CROSS_SITE[error.problem] if isinstance(error, CrossSiteError) else "")


def _http(request: Request, error: Exception) -> Response:
    return _problem(request, error.status_code if isinstance(error, HTTPException) else 404)


def _unforeseen(request: Request, error: Exception) -> Response:
    """Answered outside every middleware, so the headers are put in here."""
    _log.error("unforeseen error", path=request.url.path, exc_info=error)
    response = _problem(request, 500)
    protect(MutableHeaders(raw=response.raw_headers), https_only=state_of(request).config.web.https_only)
    return response


def _problem(request: Request, status: int, detail: str = "") -> Response:
    known = status if status in vi.ERROR else 400 if status < 500 else 500
    heading, advice = vi.ERROR[known]
    values = {"status": status, "heading": heading, "detail": detail or advice}
    return state_of(request).templates.page("first_run/problem.html", values, status=status)
