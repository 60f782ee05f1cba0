"""The review site: everything is handed in here and put together. Nothing is read from the surroundings."""

from collections.abc import Callable

from fastapi import Depends, FastAPI
from starlette.responses import JSONResponse, Response

from review.compression import PageCompression
from review.decisions import (
    approval,
    claim,
    correction,
    escalation,
    joining,
    letters,
    merging,
    register,
    rejection,
    relating,
    remarks,
    republication,
    rereading,
    rescheduling,
    restoration,
    returning,
    senders,
    splitting,
    submission,
    undoing,
    version,
    withdrawal,
)
from review.desk import Desk
from review.errors import put_handlers
from review.language_choice import LanguageOfBrowser
from review.pages import (
    article,
    bulk,
    by_link,
    calendar,
    choice,
    contributors,
    drafts,
    files,
    findings,
    guide,
    history,
    language,
    login,
    messages,
    pin,
    presence,
    preview,
    queue,
    queue_news,
    reading,
    revisions,
    saved_filters,
    sender,
    slip,
)
from review.pages import (
    portal_view as portal_page,
)
from review.people import (
    audit,
    changing_users,
    checks,
    list_files,
    lists,
    oneself,
    own_second_factor,
    password,
    provider,
    second_step,
    settings,
    users,
)
from review.security.headers import ProtectiveHeaders
from review.security.routes import guard
from review.security.size import BodyLimit
from review.static_files import PageFiles
from review.templating import Templates
from review.thumbnails import Thumbnails, folder_of_copies
from tinbai.blobs import Blobs
from tinbai.clock import Clock, now
from tinbai.config import Config
from tinbai.db import Database
from tinbai.portal_view import PortalView
from tinbai.preview import Previewer
from tinbai.sheet import SheetReader

Health = Callable[[], tuple[bool, dict[str, object]]]
Metrics = Callable[[], bytes]

PAGES = (
    login, language, queue, messages, article, choice, revisions, history, files, contributors, sender, drafts,
    findings,
    presence, preview, reading, queue_news, saved_filters, bulk, calendar, guide,
    by_link, pin, portal_page, slip,
)  # fmt: skip
DECISIONS = (
    claim, submission, approval, returning, rejection, restoration, withdrawal, republication, rereading, version,
    letters, register, senders, undoing, escalation, rescheduling, correction,
    remarks, relating, splitting, merging, joining,
)  # fmt: skip
PEOPLE = (
    second_step, provider, password, oneself, own_second_factor, users, changing_users, audit, settings, lists,
    list_files, checks,
)  # fmt: skip


def create(
    config: Config,
    database: Database,
    blobs: Blobs,
    *,
    clock: Clock = now,
    health: Health | None = None,
    metrics: Metrics | None = None,
    previews: Previewer | None = None,
    portal_view: PortalView | None = None,
    sheets: SheetReader | None = None,
) -> FastAPI:
    """The application. `health` says whether all is well and what is not; `metrics` gives Prometheus' text.

    `previews` opens attached files for a look; `portal_view` draws an article as its portal will show it;
    `sheets` reads uploaded tables.
    """
    app = FastAPI(title="tinbai", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(guard)])
    thumbnails = Thumbnails(folder_of_copies(blobs), blobs, database)
    app.state.desk = Desk(
        config=config,
        database=database,
        blobs=blobs,
        clock=clock,
        templates=Templates(clock),
        thumbnails=thumbnails,
        previews=previews,
        portal_view=portal_view,
        sheets=sheets,
    )
    for part in (*PAGES, *DECISIONS, *PEOPLE):
        app.include_router(part.router)
    _mount_figures(app, health, metrics)
    app.mount("/static", PageFiles(), name="static")
    put_handlers(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(PageCompression)
    app.add_middleware(ProtectiveHeaders, https_only=config.web.https_only)
    app.add_middleware(LanguageOfBrowser, usual=config.web.language)
    return app


def _mount_figures(app: FastAPI, health: Health | None, metrics: Metrics | None) -> None:
    """What monitoring asks for, without a log-in: figures only, no content."""
    if health is not None:

        @app.get("/healthz")
        def healthz() -> Response:
            well, details = health()
            return JSONResponse(details, status_code=200 if well else 503)

    if metrics is not None:

        @app.get("/metrics")
        def figures() -> Response:
            return Response(metrics(), media_type="text/plain; version=0.0.4; charset=utf-8")
