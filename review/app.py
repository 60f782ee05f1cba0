"""The review site: everything is handed in here and put together. Nothing is read from the surroundings."""

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from review.decisions import (
    approval,
    claim,
    letters,
    register,
    rejection,
    republication,
    rereading,
    restoration,
    returning,
    senders,
    submission,
    version,
    withdrawal,
)
from review.desk import Desk
from review.errors import put_handlers
from review.pages import article, choice, contributors, files, history, login, messages, queue, revisions, sender
from review.security.headers import ProtectiveHeaders
from review.security.size import BodyLimit
from review.templating import Templates
from review.thumbnails import Thumbnails, folder_of_copies
from tinbai.blobs import Blobs
from tinbai.clock import Clock, now
from tinbai.config import Config
from tinbai.db import Database

Health = Callable[[], tuple[bool, dict[str, object]]]
Metrics = Callable[[], bytes]

PAGES = (login, queue, messages, article, choice, revisions, history, files, contributors, sender)
DECISIONS = (
    claim, submission, approval, returning, rejection, restoration, withdrawal, republication, rereading, version,
    letters, register, senders,
)  # fmt: skip


def create(
    config: Config,
    database: Database,
    blobs: Blobs,
    *,
    clock: Clock = now,
    health: Health | None = None,
    metrics: Metrics | None = None,
) -> FastAPI:
    """The application. `health` says whether all is well and what is not; `metrics` gives Prometheus' text."""
    app = FastAPI(title="tinbai", docs_url=None, redoc_url=None, openapi_url=None)
    thumbnails = Thumbnails(folder_of_copies(blobs), blobs, database)
    app.state.desk = Desk(
        config=config, database=database, blobs=blobs, clock=clock, templates=Templates(clock), thumbnails=thumbnails
    )
    for part in (*PAGES, *DECISIONS):
        app.include_router(part.router)
    _mount_figures(app, health, metrics)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    put_handlers(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(ProtectiveHeaders, https_only=config.web.https_only)
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
