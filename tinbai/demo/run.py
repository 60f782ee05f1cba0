"""`tinbai demo`: everything in one process, until somebody stops it."""

import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from rich.console import Console
from sqlalchemy import create_engine, select

from publish.portals.reference.schema import create_schema
from review.accounts import add_user
from tinbai import log
from tinbai.clock import local, now
from tinbai.demo import settings, sink
from tinbai.demo.mailbox import DemoMailbox
from tinbai.demo.outgoing_page import add_outgoing_page
from tinbai.demo.portal_page import create as portal_page
from tinbai.office import Office, migrated_office
from tinbai.people import User
from tinbai.serve import serve
from tinbai.site import Site, SiteCounter

AT_ONCE = 5  # letters that are there when it starts
PAUSE_SECONDS = 8  # between the letters that arrive while one watches

out = Console(highlight=False, soft_wrap=True)


def demo(*, port: int, keep: bool) -> None:
    """Run the demonstration; returns after SIGTERM or Ctrl-C, leaving nothing running.

    It starts from a clean folder each time, unless `keep`.
    """
    try:
        ports = settings.choose_ports(port)
    except OSError:
        out.print(f"Cổng {port} đang được dùng. Hãy chọn cổng khác: make demo PORT={port + 1000}")
        sys.exit(1)
    if not keep:
        shutil.rmtree(settings.FOLDER, ignore_errors=True)
    settings.FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
    config = settings.write_config(ports)
    with ExitStack() as stack:
        office = stack.enter_context(migrated_office(config))
        log.set_up(office.config.log)
        _furnish(office)
        portal = _portal(settings.FOLDER)
        stack.enter_context(_served(portal, ports.portal))
        outgoing = sink.start(settings.FOLDER / "outgoing", ports.smtp)
        stack.callback(outgoing.stop)
        user, password = settings.MAILBOX_USER, settings.PASSWORD
        mailbox = stack.enter_context(DemoMailbox(port=ports.imap, username=user, password=password))
        stack.enter_context(_arriving(mailbox, sorted(settings.LETTERS.glob("*.eml"))))
        _say(ports)
        serve(office, with_timetable=True)
    out.print("Đã dừng.")


def _furnish(office: Office) -> None:
    """The people who log in, and the portal's tables; what is there already stays."""
    with office.database.writing() as session:
        site = session.scalars(select(Site).where(Site.key == settings.SITE)).one()
        if session.scalar(select(User.id)) is not None:
            return
        session.add(SiteCounter(site_id=site.id, year=local(now()).year, last=settings.CODES_BEFORE))
        for person in settings.PEOPLE:
            add_user(
                session, username=person.username, name=person.name, title=person.title, password=settings.PASSWORD,
                site=site, roles=person.roles, at=now(),
            )  # fmt: skip


def _portal(folder: Path) -> FastAPI:
    url = f"sqlite:///{folder / 'portal.db'}"
    media = folder / "media"
    media.mkdir(exist_ok=True)
    engine = create_engine(url)
    create_schema(engine)
    engine.dispose()
    app = portal_page(url, media)
    add_outgoing_page(app, folder / "outgoing")
    return app


@contextmanager
def _served(app: FastAPI, port: int) -> Iterator[None]:
    """Serve a page from a thread while the block runs."""
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=3)
    )
    thread = threading.Thread(target=server.run, name="demo portal", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def _arriving(mailbox: DemoMailbox, letters: Sequence[Path]) -> Iterator[None]:
    """Deliver the first letters now and the others one by one, as long as the block runs."""
    stopping = threading.Event()

    def deliver() -> None:
        for letter in letters[AT_ONCE:]:
            if stopping.wait(PAUSE_SECONDS):
                return
            mailbox.append(letter.read_bytes())

    for letter in letters[:AT_ONCE]:
        mailbox.append(letter.read_bytes())
    thread = threading.Thread(target=deliver, name="demo letters", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join(10)


def _say(ports: settings.Ports) -> None:
    out.print()
    out.print(f"  Trang biên tập    http://127.0.0.1:{ports.review}/")
    out.print(f"  Cổng thông tin    http://127.0.0.1:{ports.portal}/")
    out.print(f"  Thư đã gửi đi     http://127.0.0.1:{ports.portal}/thu-da-gui")
    out.print(f"  Hộp thư (IMAP)    127.0.0.1:{ports.imap}, {settings.MAILBOX_USER}")
    out.print()
    for person in settings.PEOPLE:
        out.print(f"  Đăng nhập: {person.username:10} mật khẩu: {settings.PASSWORD}   ({person.title})")
    out.print()
    out.print("  Thư đang đến dần; nhấn Ctrl-C để dừng.")
    out.print()
    sys.stdout.flush()
