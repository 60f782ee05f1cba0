"""An office for tests: a review site over a real database, with people in every role and things in every state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from fastapi import FastAPI
from PIL import Image
from starlette.testclient import TestClient

from review.security import sessions
from tests.rows import NOON, a_site, a_user, an_article
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.column import Column
from tinbai.config import Config
from tinbai.db import Database
from tinbai.login import LoginSession
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.people import Contributor, RoleName
from tinbai.site import Site, SiteCounter


class Hands:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def move(self, **step: float) -> None:
        self.now += timedelta(**step)


class Visit:
    """A browser in which somebody is logged in: it sends the session's token with every form."""

    def __init__(self, app: FastAPI, cookie: str, csrf: str) -> None:
        self.client = TestClient(app, cookies={"tinbai": cookie} if cookie else {}, follow_redirects=False)
        self.csrf = csrf

    def get(self, path: str, **options: Any) -> Any:
        return self.client.get(path, **options)

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> Any:
        return self.client.post(path, data={"csrf": self.csrf, **(data or {})}, **options)


@dataclass(frozen=True, kw_only=True)
class Office:
    """Everything a test of a page needs."""

    app: FastAPI
    database: Database
    blobs: Blobs
    clock: Hands
    config: Config

    def enter(self, *roles: RoleName, site_key: str = "an-mau", column: str | None = None) -> Visit:
        """Somebody with these roles, logged in; in one column only when `column` is given."""
        with self.database.writing() as session:
            site = session.query(Site).filter_by(key=site_key).one()
            user = a_user(session, site, *roles)
            if column is not None:
                where = session.query(Column).filter_by(site_id=site.id, key=column).one()
                for role in user.roles:
                    role.column_id = where.id
            token = sessions.start(session, user, at=self.clock(), hours=12)
            csrf = session.query(LoginSession).filter_by(user_id=user.id).one().csrf_token
        return Visit(self.app, token, csrf)

    def stranger(self) -> Visit:
        """Somebody who is not logged in."""
        return Visit(self.app, "", "")

    def article(
        self, status: ArticleStatus = ArticleStatus.NEW, *, change: Callable[[Article], None] | None = None,
        site_key: str = "an-mau", **options: Any,
    ) -> int:  # fmt: skip
        """An article in `status`; returns its id."""
        with self.database.writing() as session:
            site = session.query(Site).filter_by(key=site_key).one()
            article = an_article(session, site, status, **options)
            if change is not None:
                change(article)
            return article.id

    def letter(
        self, status: MessageStatus = MessageStatus.HELD, *, known: bool = True, site_key: str = "an-mau",
        reading: dict[str, Any] | None = None, parts: Sequence[MessagePart] = (), **options: Any,
    ) -> int:  # fmt: skip
        """A letter in `status`; returns its id."""
        with self.database.writing() as session:
            site = session.query(Site).filter_by(key=site_key).one()
            contributor = session.query(Contributor).filter_by(site_id=site.id).first()
            number = session.query(Message).count()
            raw = b"Subject: tin bai\r\n\r\n" + str(number).encode()
            read = {
                "message": {"text": "Kính gửi Ban biên tập", "to": [], "cc": [], "automatic": False},
                "set_aside": [],
            }
            values: dict[str, Any] = {
                "subject": "Tin bài", "from_name": "Hội Nông dân", "from_address": "hnd@songmau.example",
                "message_id": f"<{number}@songmau.example>", "version": "0.1.0",
            } | options  # fmt: skip
            message = Message(
                site_id=site.id, sha256=self.blobs.put(raw), size=len(raw), status=status, received_at=self.clock(),
                contributor_id=contributor.id if known and contributor else None, reading=reading or read, **values,
            )  # fmt: skip
            message.parts = list(parts)
            session.add(message)
            session.flush()
            return message.id

    def read(self, article_id: int) -> Article:
        """The article as it stands, with what tests ask of it loaded."""
        with self.database.reading() as session:
            article = session.get_one(Article, article_id)
            for name in ("revision", "revisions", "column", "editor", "message"):
                getattr(article, name)
            if article.revision is not None:
                _ = article.revision.photos
            session.expunge_all()
            return article


def two_sites(database: Database) -> None:
    """The site "an-mau" with a contributor, and "dong-thu", a stranger to it."""
    with database.writing() as session:
        site = a_site(session)
        session.add(Contributor(site_id=site.id, name="Hội Nông dân xã An Mẫu"))
        other = a_site(session, "dong-thu")
        other.code = "DT"
        for each in (site, other):  # `an_article` counts for itself, from 1
            session.add(SiteCounter(site_id=each.id, year=NOON.year, last=5_000))


def a_picture(colour: str = "navy", size: tuple[int, int] = (900, 600)) -> bytes:
    """A JPEG."""
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG")
    return file.getvalue()
