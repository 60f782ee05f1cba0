"""An approved article with two photos and a file, and a reference portal for it to go to."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image
from sqlalchemy import MetaData, UniqueConstraint, create_engine, select
from sqlalchemy.orm import Session

from publish.due import PortalKey
from publish.points import Reached, unheard
from publish.portal import Portal
from publish.portal_database import reading
from publish.portals import open_portal
from publish.portals.reference.portal import ReferencePortal
from publish.portals.reference.schema import PORTAL, create_schema
from publish.run import PublishPass, publish_due
from tests.rows import NOON, a_site, a_user, an_article
from tinbai.approval import approve
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.config import PortalConfig
from tinbai.db import Database
from tinbai.people import RoleName, User
from tinbai.publication import Publication
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto
from tinbai.site import Site

SITE = "an-mau"
BODY = (
    "<p>Dự và khai mạc lớp học có đồng chí Nguyễn Văn Ví Dụ.</p>"
    "<p>Trong số 45 học viên có 30 nữ và 15 nam.</p><p>Lớp học kết thúc vào buổi chiều.</p>"
)
CAPTIONS = (
    "Đồng chí Nguyễn Văn Ví Dụ phát biểu khai mạc lớp tập huấn.",
    "Các hội viên tham quan mô hình trồng nấm rơm.",
)
PDF = b"%PDF-1.7\n" + "Tài liệu kỹ thuật trồng nấm rơm".encode() + b"\n%%EOF\n"


class SetClock:
    """A clock that stands until it is moved."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, by: timedelta) -> None:
        self.moment += by


@dataclass(frozen=True, kw_only=True)
class Office:
    """Our side of a test: database, blobs, clock, and the portals by their keys."""

    database: Database
    blobs: Blobs
    clock: SetClock
    portals: dict[PortalKey, Portal]

    def publish(self, reached: Reached = unheard) -> PublishPass:
        """One pass."""
        return publish_due(self.database, self.portals, self.blobs, clock=self.clock, reached=reached)

    def publication(self, portal: str = "cong") -> Publication:
        """The only publication at a portal, as it stands now."""
        with self.database.reading() as session:
            found = session.scalars(select(Publication).where(Publication.portal == portal)).one()
            assert found.article is not None
            return found

    def article(self) -> Article:
        """The only article, as it stands now, with everything a test asks of it."""
        with self.database.reading() as session:
            found = session.scalars(select(Article)).one()
            assert found.revision is not None
            assert found.revision.photos is not None
            return found

    def change(self, verb: Callable[[Session, Article, User], object]) -> None:
        """Let the head of the board do something to the only article."""
        with self.database.writing() as session:
            verb(session, session.scalars(select(Article)).one(), session.scalars(select(User)).one())


def a_photo(seed: int, size: tuple[int, int] = (320, 214)) -> bytes:
    """A JPEG of its own, as a picture editor leaves it."""
    noise = random.Random(seed)
    small = Image.frombytes("RGB", (8, 6), bytes(noise.randrange(256) for _ in range(8 * 6 * 3)))
    file = BytesIO()
    small.resize(size, Image.Resampling.BICUBIC).save(file, "JPEG", quality=90)
    return file.getvalue()


def a_portal(url: str, folder: Path, key: str = "cong", *, unique_key: bool = True) -> ReferencePortal:
    """A reference portal whose tables are there, with an empty media folder."""
    media = folder / f"media-{key}"
    media.mkdir(exist_ok=True)
    maker = create_engine(url)  # may make what is missing: publishing's own engine never does
    if unique_key:
        create_schema(maker)
    else:
        without_unique_key().create_all(maker)
    maker.dispose()
    config = PortalConfig(
        key=key, url=url, media_path=str(media), address="https://anmau.example/tin/{slug}-{id}.html"
    )  # fmt: skip
    opened = open_portal(config, folder)
    assert isinstance(opened, ReferencePortal)
    return opened


def without_unique_key() -> MetaData:
    """The portal's tables as a careless operator might make them."""
    careless = MetaData()
    for table in PORTAL.sorted_tables:
        table.to_metadata(careless)
    article = careless.tables["portal_article"]
    for constraint in [one for one in article.constraints if isinstance(one, UniqueConstraint)]:
        article.constraints.discard(constraint)
    return careless


def an_office(database: Database, blobs: Blobs, *portals: Portal) -> Office:
    """An office that publishes to `portals`."""
    named = {PortalKey(SITE, portal.key): portal for portal in portals}
    return Office(database=database, blobs=blobs, clock=SetClock(), portals=named)


def approve_an_article(
    office: Office,
    *,
    portals: Sequence[str] = ("cong",),
    publish_at: datetime | None = None,
    body_html: str = BODY,
    photos: Sequence[bytes] | None = None,
) -> int:
    """Write and approve an article with two photos (after the first paragraph and at the end) and a PDF."""
    originals = [a_photo(1), a_photo(2)] if photos is None else photos
    with office.database.writing() as session:
        site = session.scalars(select(Site)).first() or a_site(session, SITE)
        head = session.scalars(select(User)).first() or a_user(session, site, RoleName.HEAD)
        places = [0, 2] * len(originals)
        taken = tuple(
            RevisionPhoto(
                position=number, sha256=office.blobs.put(original), filename=f"{number}.jpg",
                caption=CAPTIONS[(number - 1) % 2], alt=f"Ảnh {number}", place=places[number - 1],
            )
            for number, original in enumerate(originals, start=1)
        )  # fmt: skip
        article = an_article(session, site, ArticleStatus.SUBMITTED, body_html=body_html, photos=taken)
        revision = session.get_one(Revision, article.revision_id)
        revision.attachments = [
            RevisionAttachment(
                position=1, sha256=office.blobs.put(PDF), filename="Tài liệu nấm rơm.pdf", media_type="application/pdf"
            )
        ]
        session.flush()
        approve(session, article, by=head, at=office.clock(), portals=portals, publish_at=publish_at)
        return article.id


def rows_on(portal: ReferencePortal, table: str = "portal_article") -> list[dict]:
    """Every row of one of the portal's tables."""
    with reading(portal.engine, portal.key) as connection:
        query = select(PORTAL.tables[table]).order_by("id")
        return [dict(row) for row in connection.execute(query).mappings()]
