"""A review site that runs, for browser tests at one article; and people who look at every page carefully."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, Page

from ingest.previewing import ChildPreviewer
from review.app import create
from review.security import sessions
from tests.e2e.looking import look
from tests.review.office import a_picture
from tests.rows import NOON, a_site, a_user, an_article
from tests.servers.browser import NewContext
from tests.servers.program import free_port
from tinbai.article import Article
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, SiteConfig
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.people import RoleName
from tinbai.revision import RevisionPhoto
from tinbai.site import Site

BODY = "<p>Đoạn một về lớp tập huấn.</p><p>Đoạn hai có 30 nữ và 15 nam.</p><p>Đoạn ba kết thúc.</p>"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The site, and the stores behind it."""

    address: str
    database: Database
    blobs: Blobs
    site_id: int

    def article(self, body_html: str = BODY, *, photos: int = 0, tray: int = 0, findings: object = ()) -> int:
        """An article of a letter with so many photos in the text, and so many more in the tray; its id."""
        colours = ("navy", "olive", "maroon", "teal", "purple")
        names = [self.blobs.put(a_picture(colour)) for colour in colours[: photos + tray]]
        with self.database.writing() as session:
            site = session.get_one(Site, self.site_id)
            raw = b"Subject: bai\r\n\r\n" + os.urandom(8)
            message = Message(
                site_id=site.id, sha256=self.blobs.put(raw), size=len(raw), status=MessageStatus.DRAFTED,
                received_at=NOON, subject="Tin bài", from_name="Hội Nông dân", from_address="hnd@songmau.example",
                message_id=f"<{raw.hex()[-8:]}@songmau.example>",
                reading={"message": {"text": "Gửi Ban biên tập.", "to": [], "cc": []}, "set_aside": []},
            )  # fmt: skip
            message.parts = [
                MessagePart(position=number, filename=f"{number + 1}.jpg", media_type="image/jpeg", size=1, sha256=name)
                for number, name in enumerate(names)
            ]
            session.add(message)
            session.flush()
            placed = tuple(
                RevisionPhoto(position=number, sha256=name, filename=f"{number + 1}.jpg", place=number)
                for number, name in enumerate(names[:photos])
            )
            article = an_article(session, site, body_html=body_html, photos=placed)
            assert article.revision is not None
            article.message_id = article.revision.message_id = message.id
            article.revision.findings = list(findings)  # type: ignore[call-overload]
            return article.id

    def read(self, article_id: int) -> Article:
        """The article as it stands."""
        with self.database.reading() as session:
            article = session.get_one(Article, article_id)
            assert article.revision is not None
            _ = article.revision.photos, article.revisions
            return article

    def cookie(self, name: str, role: RoleName) -> dict[str, str]:
        with self.database.writing() as session:
            user = a_user(session, session.get_one(Site, self.site_id), role, name=name)
            token = sessions.start(session, user, at=now(), hours=1)
        return {"name": "tinbai", "value": token, "url": self.address}


class Person:
    """Somebody at the site with a browser of his own."""

    def __init__(
        self, desk: Desk, new_context: NewContext, axe: Path, name: str = "Bà Lan",
        role: RoleName = RoleName.EDITOR, **options: object,
    ) -> None:  # fmt: skip
        self.desk, self._axe = desk, axe.read_text(encoding="utf-8")
        self.context: BrowserContext = new_context(**options)
        self.context.add_cookies([desk.cookie(name, role)])  # type: ignore[list-item]
        self.page = self.new_page()
        self.errors: list[str] = []

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        return page

    def open(self, article_id: int, page: Page | None = None) -> Page:
        """The article's page, with the editor there."""
        page = page or self.page
        page.goto(f"{self.desk.address}/articles/{article_id}")
        return page

    def to_the_text(self, page: Page | None = None) -> None:
        """The editor is loaded when somebody comes to the text."""
        page = page or self.page
        page.mouse.move(5, 5)
        page.locator("[data-editor]").scroll_into_view_if_needed()
        page.locator(".ProseMirror").wait_for()

    def look(self, name: str) -> None:
        """On a desk and on a telephone, light and dark: nothing that hinders anybody, nothing wider than the screen."""
        look(self.page, self._axe, name, schemes=("light", "dark"))


@pytest.fixture
def desk(database: Database, blobs: Blobs, tmp_path: Path) -> Iterator[Desk]:
    """The site, running until the test is over."""
    with database.writing() as session:
        site_id = a_site(session).id
    config = Config(root=tmp_path, sites=(SiteConfig(key="an-mau", name="Trang xã An Mẫu", code="AM"),))
    port = free_port()
    app = create(config, database, blobs, previews=ChildPreviewer(Limits()))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield Desk(address=f"http://127.0.0.1:{port}", database=database, blobs=blobs, site_id=site_id)
    server.should_exit = True
    thread.join()
