"""Things for the routes to be about, of the site "an-mau": an article, a letter, a sender, in the state wanted."""

import itertools
from typing import Any

from sqlalchemy import delete, update

from tests.review.board_things import board_rows
from tests.review.office import Office, a_picture
from tests.review.route_rows import MEMBER, OPEN, PAGES, SENDER, Row
from tests.rows import a_user
from tinbai.article import Article, ArticleStatus
from tinbai.column import Column
from tinbai.ignored import key_of
from tinbai.message import MessagePart, MessageStatus
from tinbai.people import Contributor, ContributorAddress, Origin, RefusedSender, RoleName, Unit
from tinbai.publication import Publication, PublicationStatus
from tinbai.revision import RevisionPhoto
from tinbai.site import Site
from tinbai.workflow import record


def address(office: Office, path: str, row: Row) -> str:
    """The path, with a thing of the site "an-mau" in it that is in the row's state."""
    if "{" not in path or path in OPEN | PAGES:
        return path
    if path.startswith("/queue/filters"):
        return path.format(filter_id=1)
    picture = office.blobs.put(PICTURE)
    if path.startswith("/settings/checks"):
        return path.format(name="sum_parts") + "?site=an-mau"
    if path.startswith("/settings"):
        with office.database.reading() as session:
            site_id = session.query(Site.id).filter_by(key="an-mau").scalar()
            column_id = session.query(Column.id).filter_by(site_id=site_id).limit(1).scalar()
            unit_id = session.query(Unit.id).filter_by(site_id=site_id).limit(1).scalar()
            return path.format(column_id=column_id, unit_id=unit_id)
    if path.startswith("/users"):
        return path.format(user_id=a_colleague(office))
    if path.startswith(("/contributors", "/refusals")) or "/sender" in path:
        senders = sender_rows(office)
    if path.startswith(("/contributors", "/refusals")):
        return path.format(**senders)
    if "/sender" in path:
        address = f"ccb{next(_number)}@songmau.example"
        return path.format(
            message_id=office.letter(MessageStatus.HELD, known=False, standing="unknown", from_address=address)
        )
    if isinstance(row.status, MessageStatus):
        part = MessagePart(position=0, filename="1.jpg", media_type="image/jpeg", size=1, sha256=picture)
        return path.format(message_id=office.letter(row.status, parts=[part]), position=0, number=1)
    photo = RevisionPhoto(position=0, sha256=picture, filename="1.jpg", place=0)
    letter_id = office.letter(MessageStatus.DRAFTED)
    article_id = office.article(row.status, photos=(photo,), change=lambda article: was_read(article, letter_id))
    if row.status is ArticleStatus.WITHDRAWN:
        put_on_portal(office, article_id, PublicationStatus.WITHDRAWN)
    if row.status is ArticleStatus.APPROVED:
        put_on_portal(office, article_id, PublicationStatus.DUE)
    board = board_rows(office, article_id)
    return path.format(article_id=article_id, number=1, sha256=picture, key=key_of(FINDING), **board)


def a_colleague(office: Office, *roles: RoleName, site_key: str = "an-mau", **options: Any) -> int:
    """Somebody of the site with a password and an address, an editor when nothing is said; returns his id."""
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key=site_key).one()
        user = a_user(session, site, *(roles or (RoleName.EDITOR,)), name="Đỗ Thị Gương")
        user.email, user.password_hash = f"{user.username}@songmau.example", "x"
        for name, value in options.items():
            setattr(user, name, value)
        return user.id


def was_read(article: Article, letter_id: int) -> None:
    """The article came of a letter, and there is something else to choose."""
    assert article.revision is not None
    article.message_id = article.revision.message_id = letter_id
    article.revision.findings = [FINDING]
    article.revision.chosen = [
        {
            "field": name, "value": "x", "confidence": 0.9, "reason": "dòng đầu", "about": None,
            "others": [{"value": "raw", "label": "chép nguyên"}],
        }
        for name in ("title", "source")
    ]  # fmt: skip


def sender_rows(office: Office) -> dict[str, int]:
    """A contributor with an address that people added, and somebody who was refused."""
    number = next(_number)
    with office.database.writing() as session:
        session.execute(delete(ContributorAddress).where(ContributorAddress.address.in_(_TAKEN)))
        taken = Contributor.name.in_((MEMBER["name"], SENDER["name"]))
        session.execute(update(Contributor).where(taken).values(name=Contributor.name + f" {number}"))
        site_id = session.query(Site.id).filter_by(key="an-mau").scalar()
        made = Contributor(site_id=site_id, name=f"Cộng tác viên {number}", origin=Origin.PAGE)
        address = f"ctv{number}@songmau.example"
        made.addresses = [ContributorAddress(site_id=site_id, address=address, origin=Origin.PAGE)]
        refused = RefusedSender(site_id=site_id, address=f"la{number}@la.example", actor="x", at=office.clock())
        session.add_all([made, refused])
        session.flush()
        return {"contributor_id": made.id, "address_id": made.addresses[0].id, "refusal_id": refused.id}


FINDING = {"check": "x", "severity": "warn", "where": {"field": "body"}, "message": "Xem lại.", "repairs": []}
PICTURE = a_picture(size=(300, 200))
_TAKEN = (MEMBER["address"], "ccb@songmau.example")
_number = itertools.count(1)


def put_on_portal(office: Office, article_id: int, status: PublicationStatus = PublicationStatus.LIVE) -> None:
    """The article is, or once was, on the portal."""
    article = office.read(article_id)
    assert article.revision_id
    with office.database.writing() as session:
        event = record(session, "article", article_id, article.site_id, "approve", by=None, at=office.clock())
        session.flush()
        session.add(
            Publication(
                article_id=article_id, portal="cong-xa", key=f"k{article_id}", approval=event.id, status=status,
                revision_id=article.revision_id, live_revision_id=article.revision_id, due_at=office.clock(),
                address="https://cong.example/1", live_at=office.clock(),
            )
        )  # fmt: skip
