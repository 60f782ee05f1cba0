"""A review site that runs, with two people of its board, for the browser tests of the board's work."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page

from review.app import create
from review.security import passwords, pins, sessions
from tests.e2e.looking import look
from tests.review.office import a_picture
from tests.rows import a_site, a_user, an_article
from tests.servers.browser import NewContext
from tests.servers.program import free_port
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, PortalConfig, SiteConfig, SmtpConfig, WebConfig
from tinbai.db import Database
from tinbai.message import Message, MessageStatus
from tinbai.people import Contributor, RoleName
from tinbai.revision import RevisionPhoto
from tinbai.serve import portal_view
from tinbai.site import Site, SiteCounter

BODY = (
    "<p>Dự và khai mạc lớp học có đồng chí Nguyễn Văn Ví Dụ.</p><p>Có 30 nữ và 15 nam.</p>"
    "<p>Hội thi nấu ăn</p><p>Chiều cùng ngày, hội thi nấu ăn diễn ra tại nhà văn hóa thôn Mẫu Một.</p>"
)
PIN = "274916"


@dataclass(frozen=True, kw_only=True)
class BoardOffice:
    """The site's address and its stores."""

    address: str
    database: Database
    blobs: Blobs
    site_id: int

    def user(self, name: str, *roles: RoleName, email: str | None = None) -> dict[str, str]:
        """The cookie of somebody who has just logged in."""
        with self.database.writing() as session:
            user = a_user(session, session.get_one(Site, self.site_id), *roles, name=name)
            user.email, user.password_hash = email, passwords.hashed("mat-khau-thu-2026")
            pins.set_pin(session, user, PIN, at=now())
            token = sessions.start(session, user, at=now(), hours=1)
        return {"name": "tinbai", "value": token, "url": self.address}

    def article(self, status: ArticleStatus = ArticleStatus.NEW, **options: str) -> int:
        """An article that a contributor sent, with two photos."""
        with self.database.writing() as session:
            site = session.get_one(Site, self.site_id)
            number = session.query(Message).count()
            raw = b"Subject: tin\r\n\r\n" + str(number).encode()
            letter = Message(
                site_id=site.id, sha256=self.blobs.put(raw), size=len(raw), status=MessageStatus.DRAFTED,
                received_at=now(), contributor_id=session.query(Contributor.id).scalar(), subject="Tin bài",
                from_name="Hội Nông dân", from_address="hnd@songmau.example", message_id=f"<{number}@songmau.example>",
                reading={"message": {"text": "Kính gửi", "to": [], "cc": [], "automatic": False}, "set_aside": []},
            )  # fmt: skip
            session.add(letter)
            session.flush()
            photos = tuple(
                RevisionPhoto(
                    position=place, sha256=self.blobs.put(a_picture(colour)), filename=f"{colour}.jpg",
                    caption=f"Ảnh {place + 1}: quang cảnh lớp học", alt="Lớp học", place=place * 2,
                )
                for place, colour in enumerate(("teal", "olive"))
            )  # fmt: skip
            article = an_article(session, site, status, photos=photos, body_html=BODY, **options)
            article.message_id = letter.id
            return article.id

    def read(self, article_id: int) -> Article:
        """The article as it stands."""
        with self.database.reading() as session:
            article = session.get_one(Article, article_id)
            session.expunge_all()
            return article


@pytest.fixture
def board(database: Database, blobs: Blobs, tmp_path: Path) -> Iterator[BoardOffice]:
    """The site, running."""
    with database.writing() as session:
        site_id = a_site(session).id
        session.add(Contributor(site_id=site_id, name="Hội Nông dân xã An Mẫu"))
        session.add(SiteCounter(site_id=site_id, year=now().year, last=5_000))  # `an_article` counts from 1
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    site = SiteConfig(key="an-mau", name="Trang xã An Mẫu", code="AM", portals=(PortalConfig(key="cong-xa"),))
    config = Config(
        root=tmp_path, sites=(site,), web=WebConfig(public_url=address), smtp=SmtpConfig(sender="bbt@songmau.example")
    )
    app = create(config, database, blobs, portal_view=portal_view(config, blobs))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield BoardOffice(address=address, database=database, blobs=blobs, site_id=site_id)
    server.should_exit = True
    thread.join()


class Member:
    """Somebody of the board in a browser of his own; looks at every page as on a desk and as on a telephone."""

    def __init__(
        self, board: BoardOffice, new_context: NewContext, axe: Path, cookie: dict[str, str] | None, **options: object
    ) -> None:
        context = new_context(**options)
        if cookie is not None:
            context.add_cookies([cookie])  # type: ignore[list-item]
        self.page: Page = context.new_page()
        self.board, self._axe = board, axe.read_text(encoding="utf-8")
        self.errors: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.board.address}{path}")

    def look(self, name: str, *, within: str = "html") -> None:
        """No accessibility violation `within`, nothing wider than the screen, no console error; a picture of each."""
        look(self.page, self._axe, name, within=within)
        assert self.errors == [], name


def next_monday() -> date:
    """The Monday of next week, or of the one after when that is tomorrow."""
    soon = now().date() + timedelta(days=2)
    return soon + timedelta(days=7 - soon.weekday())
