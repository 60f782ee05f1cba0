"""Rows for tests: a migrated database, and the smallest true site, users and articles in it."""

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.column import Column
from tinbai.db import Database, connect
from tinbai.kind import Kind
from tinbai.migrate import migrate
from tinbai.people import Role, RoleName, Unit, User
from tinbai.revision import Revision, RevisionPhoto
from tinbai.site import Site

NOON = datetime(2026, 10, 15, 5, 0, tzinfo=UTC)  # 12:00 in Việt Nam
_number = itertools.count(1)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with every table and no row, made once by the migrations."""
    path = tmp_path_factory.mktemp("migrated") / "empty.db"
    database = connect(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def first_engine(migrated_file: Path) -> Engine:
    """The one whose dialect and compiled statements later ones take over."""
    database = connect(f"sqlite:///{migrated_file}")
    database.engine.connect().close()  # at its first connection a dialect learns what its database can do
    database.close()
    return database.engine


@pytest.fixture
def database(migrated_file: Path, first_engine: Engine, tmp_path: Path) -> Iterator[Database]:
    """A fresh, migrated SQLite database of the test's own."""
    path = tmp_path / "tinbai.db"
    shutil.copyfile(migrated_file, path)
    engine = connect(f"sqlite:///{path}").engine
    # SQLAlchemy keeps compiled statements by engine and dialect: with new ones, every test would compile its own.
    engine.dialect, engine._compiled_cache = first_engine.dialect, first_engine._compiled_cache
    database = Database(engine)
    yield database
    database.close()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    """An empty blob store."""
    return Blobs(tmp_path / "blobs")


def a_site(session: Session, key: str = "an-mau") -> Site:
    """A site with two columns (keys "kinh-te" and "van-hoa") and one unit ("hnd")."""
    site = Site(key=key, name="Trang thông tin điện tử xã An Mẫu", code="AM")
    session.add(site)
    session.flush()
    session.add_all(
        [
            Column(site_id=site.id, key="kinh-te", name="Kinh tế", position=1),
            Column(site_id=site.id, key="van-hoa", name="Văn hóa – xã hội", position=2, decisions=1),
            Unit(site_id=site.id, key="hnd", name="Hội Nông dân xã An Mẫu"),
        ]
    )
    session.flush()
    return site


def a_user(session: Session, site: Site, *roles: RoleName, name: str = "Phạm Thị Minh Họa") -> User:
    """A user with these roles in the whole site."""
    user = User(username=f"user{next(_number)}", name=name, created_at=NOON)
    user.roles = [Role(site_id=site.id, name=role) for role in roles]
    session.add(user)
    session.flush()
    return user


def an_article(
    session: Session,
    site: Site,
    status: ArticleStatus = ArticleStatus.NEW,
    *,
    column: str | None = "kinh-te",
    title: str = "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân",
    body_html: str = "<p>Dự và khai mạc lớp học có đồng chí Nguyễn Văn Ví Dụ.</p><p>Có 30 nữ và 15 nam.</p>",
    photos: tuple[RevisionPhoto, ...] = (),
) -> Article:
    """An article in `status` with its revision 1. The status is set by hand: no event, no publication."""
    where = session.query(Column).filter_by(site_id=site.id, key=column).one() if column else None
    article = Article(
        site_id=site.id, code=f"{site.code}-2026-{next(_number):04}", kind=Kind.ARTICLE, status=status,
        column_id=where.id if where else None, suggestions=[], fields={}, set_aside=[], created_at=NOON,
        changed_at=NOON,
    )  # fmt: skip
    session.add(article)
    session.flush()
    revision = Revision(
        article_id=article.id, number=1, made_at=NOON, title=title,
        summary="Sáng ngày 15/10/2026, tại Nhà văn hóa thôn.", body_html=body_html,
        byline="Tin, ảnh: Thí Điểm", author="Thí Điểm", findings=[],
    )  # fmt: skip
    revision.photos = list(photos)
    session.add(revision)
    session.flush()
    article.revision_id = revision.id
    session.flush()
    session.refresh(article)
    return article
