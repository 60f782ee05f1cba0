"""Serving the review site, alone or beside the timetable, until somebody says stop."""

import signal
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from ingest.key_lookup import KeyLookup
from ingest.previewing import ChildPreviewer
from ingest.sandbox import Reader
from ingest.sheets import ChildSheetReader
from publish.preview import preview
from review.app import create
from review.first_run.app import create as create_first_run
from review.first_run.trials import Trials
from tinbai.article import Article
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, PortalConfig, WebConfig
from tinbai.correction import Correction
from tinbai.health import health, metrics
from tinbai.memory import collect_seldom, hold_little
from tinbai.office import Office
from tinbai.portal_view import PortalView
from tinbai.revision import Revision
from tinbai.timetable import Timetable

_asked_to_stop = threading.Event()


def application(office: Office) -> FastAPI:
    """The review site with what it needs of the rest handed in."""
    return create(
        office.config,
        office.database,
        office.blobs,
        clock=now,
        health=lambda: _answer(office),
        metrics=lambda: metrics(office, clock=now),
        previews=ChildPreviewer(office.config.limits),
        portal_view=portal_view(office.config, office.blobs),
        sheets=ChildSheetReader(office.config.limits),
    )


def portal_view(config: Config, blobs: Blobs) -> PortalView:
    """Publishing's own drawing of an article, with the size of photos that the site's first portal wants."""
    sites = {site.key: site for site in config.sites}

    def draw(
        site_key: str, article: Article, revision: Revision, corrections: Sequence[Correction], at: datetime
    ) -> Callable[[], str]:
        site = sites.get(site_key)
        portals = [portal for portal in site.portals if portal.enabled] if site else []
        return preview(
            article, revision, corrections, site_name=site.name if site else "", at=at,
            longest_side=(portals[0] if portals else PortalConfig(key="none")).longest_photo_side, blobs=blobs,
        )  # fmt: skip

    return draw


def serve_first_run(
    config_path: Path, config: Config, trials: Trials, tell: Callable[[str], None], *, with_timetable: bool
) -> socket.socket | None:
    """Serve the first-run wizard until it is finished, or until SIGTERM or SIGINT.

    Returns the open door of a finished one: who knocks while the site begins waits, and is not turned away. None: it
    was stopped before its end.
    """
    _asked_to_stop.clear()
    _note_signals()
    listening = socket.create_server(
        (config.web.host, config.web.port), family=socket.AF_INET6 if ":" in config.web.host else socket.AF_INET
    )
    finished = threading.Event()

    def finish() -> None:
        finished.set()
        server.should_exit = True

    app = create_first_run(config_path, config, trials, tell=tell, finished=finish, receives=with_timetable)
    server = _Server(_server(app, config.web))
    server.run(sockets=[listening.dup()])
    if finished.is_set() and not _asked_to_stop.is_set():
        return listening
    listening.close()
    return None


def serve(office: Office, *, with_timetable: bool, listening: socket.socket | None = None) -> None:
    """Serve until SIGTERM or SIGINT; then finish what is in hand and return. `listening`: a door open already."""
    if listening is None:
        _asked_to_stop.clear()
    _note_signals()
    hold_little()
    collect_seldom()
    config = _server(application(office), office.config.web)
    keys = KeyLookup(office.config.dns)
    with Reader(limits=office.config.limits, keys_for=keys.for_letter) if with_timetable else nullcontext() as reader:
        timetable = Timetable(office, reader) if reader is not None else None
        if timetable is not None:
            timetable.start()
        try:
            _Server(config).run(sockets=[listening] if listening else None)
        finally:
            if timetable is not None:
                timetable.stop()


class _Server(uvicorn.Server):
    """Ends at once when the signal came before it took the signals itself."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Called with its own handlers in place."""
        await super().startup(sockets)
        if _asked_to_stop.is_set():
            self.should_exit = True


def _server(app: FastAPI, web: WebConfig) -> uvicorn.Config:
    return uvicorn.Config(
        app, host=web.host, port=web.port, log_level="warning", server_header=False,
        proxy_headers=bool(web.proxies), forwarded_allow_ips=list(web.proxies), timeout_graceful_shutdown=10,
    )  # fmt: skip


def _answer(office: Office) -> tuple[bool, dict[str, object]]:
    found = health(office, clock=now)
    return found.well, dict(found.problems)


def _note_signals() -> None:
    """From here on SIGTERM and SIGINT are noted in `_asked_to_stop`, where uvicorn does not take them itself.

    It raises the signal that stopped it once more when it is done; and one may come before it serves.
    """

    def stopping(_number: int, _frame: FrameType | None) -> None:
        _asked_to_stop.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stopping)
        signal.signal(signal.SIGINT, stopping)
