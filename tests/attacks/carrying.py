"""Attacks carried the whole way: a mailbox, the reader, drafts, what an editor sends, the portal."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import FastAPI
from sqlalchemy import create_engine, select

from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from publish.due import PortalKey
from publish.one import Result
from publish.portals import open_portal
from publish.portals.reference.schema import create_schema, portal_article
from publish.run import publish_due
from review.security import sessions
from tests.attacks.letters import REGISTERED, STRANGER, Load
from tests.review.office import Visit
from tests.rows import a_user
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.approval import approve
from tinbai.article import Article
from tinbai.clock import now
from tinbai.login import LoginSession
from tinbai.message import Message, MessageStatus
from tinbai.office import Office
from tinbai.people import RoleName, User
from tinbai.revision import Revision, RevisionPhoto
from tinbai.site import Site
from tinbai.workflow import Decision, Fate, decide, settle


@dataclass(frozen=True, kw_only=True)
class Insider:
    """An editor who is also the head of the board, logged in."""

    user_id: int
    token: str
    csrf: str


def insider(office: Office) -> Insider:
    """Somebody who may do everything."""
    with office.database.writing() as session:
        site = session.scalars(select(Site)).one()
        user = a_user(session, site, RoleName.EDITOR, RoleName.HEAD)
        token = sessions.start(session, user, at=now(), hours=12)
        csrf = session.scalars(select(LoginSession.csrf_token).where(LoginSession.user_id == user.id)).one()
        return Insider(user_id=user.id, token=token, csrf=csrf)


def deliver(office: Office, dovecot: Dovecot, account: MailAccount, carried: Sequence[Load]) -> None:
    """The letters on the mail server, fetched and read in the child process.

    All are held, for they bring files that act; the contributors' are let through and drafted, two strangers' stay.
    """
    for load in carried:
        dovecot.append(account, load.raw())
    for load in carried[:2]:
        dovecot.append(account, load.raw(sender=STRANGER))
    (site,) = office.config.sites
    poll(office.config, site, site.mailboxes[0], office.database, office.blobs, clock=now)
    with Reader(limits=office.config.limits) as reader:
        read_waiting(office.config, office.database, office.blobs, reader, clock=now)
        _let_through(office)
        read_waiting(office.config, office.database, office.blobs, reader, clock=now)
    with office.database.reading() as session:
        statuses = [message.status for message in session.scalars(select(Message))]
    assert statuses.count(MessageStatus.HELD) == len(carried[:2]), statuses
    assert statuses.count(MessageStatus.DRAFTED) == len(carried)


def _let_through(office: Office) -> None:
    with office.database.writing() as session:
        for message in session.scalars(select(Message).where(Message.from_address == REGISTERED)):
            assert message.status is MessageStatus.HELD, message.reason
            settle(session, message, Fate.REPROCESS, by=None, at=now(), reason="Đã xem.")
            message.released, message.attempts = True, 0


def articles(office: Office) -> tuple[list[int], list[int]]:
    """The first article of every letter, in the order of the letters, and all the others."""
    with office.database.reading() as session:
        rows = session.execute(select(Article.id, Article.ordinal).order_by(Article.message_id, Article.ordinal))
        numbers = list(rows)
    return [key for key, ordinal in numbers if ordinal == 0], [key for key, ordinal in numbers if ordinal]


def edit(app: FastAPI, office: Office, article_id: int, load: Load, by: Insider) -> None:
    """Revision 2: what a hostile form sends. Revision 3: what only somebody at the database could have put there."""
    visit = Visit(app, by.token, by.csrf)
    with office.database.reading() as session:
        article = session.get_one(Article, article_id)
        pictures = [part.sha256 for part in article.message.parts if part.filename.endswith(".jpg")]  # type: ignore[union-attr]
        version = article.version
    count = len(pictures)
    answer = visit.post(
        f"/articles/{article_id}/revisions",
        {
            "seen": str(version), "title": load.line[:290], "summary": load.line, "body_html": load.body,
            "byline": load.line[:250], "author": load.line[-250:], "source": load.line[:250], "genre": load.line[:64],
            "column": "kinh-te", "photo_sha256": pictures, "photo_caption": [load.line] * count,
            "photo_alt": [load.line] * count, "photo_place": ["0"] * count,
            "photo_order": [str(number) for number in range(count)],
        },
    )  # fmt: skip
    assert answer.headers["location"].endswith("done=saved"), answer.text
    with office.database.writing() as session:
        _put_past_the_guards(session.get_one(Article, article_id), load)


def _put_past_the_guards(article: Article, load: Load) -> None:
    former = article.revision
    assert former is not None
    texts = {name: getattr(former, name) for name in ("summary", "byline", "author", "source")}
    body = load.body.replace("LEAK", "")  # some words of it are drawn from what is stored, as text
    revision = Revision(
        number=former.number + 1, made_at=now(), title=f"{load.number} {load.line}"[:300], body_html=body,
        findings=[_finding(load)], **texts,
    )  # fmt: skip
    revision.photos = [
        RevisionPhoto(
            position=photo.position, sha256=photo.sha256, filename=photo.filename, caption=photo.caption,
            alt=photo.alt, place=photo.place,
        )
        for photo in former.photos
    ]  # fmt: skip
    article.revisions.append(revision)
    article.revision = revision


def _finding(load: Load) -> dict[str, object]:
    return {
        "check": "x", "severity": "warn", "where": {"field": "title"}, "message": load.line, "repairs": [load.line],
    }  # fmt: skip


def reopen(office: Office, numbers: Sequence[int], by: Insider) -> None:
    """Published articles edited again: they can be returned, while what is live stays live."""
    with office.database.writing() as session:
        user = session.get_one(User, by.user_id)
        for article_id in numbers:
            decide(session, session.get_one(Article, article_id), Decision.EDIT, by=user, at=now())


def publish(office: Office, numbers: Sequence[int], by: Insider) -> list[str]:
    """Approve and publish the articles; the paths of their pages at the portal."""
    with office.database.writing() as session:
        user = session.get_one(User, by.user_id)
        for article_id in numbers:
            article = session.get_one(Article, article_id)
            decide(session, article, Decision.SUBMIT, by=user, at=now())
            approve(session, article, by=user, at=now(), portals=["cong"], note=article.revision.title)  # type: ignore[union-attr]
    (site,) = office.config.sites
    root = office.config.root
    (root / "media").mkdir(exist_ok=True)
    engine = create_engine(f"sqlite:///{root}/portal.db")
    create_schema(engine)
    portals = {PortalKey(site.key, "cong"): open_portal(site.portals[0], root)}
    done = publish_due(office.database, portals, office.blobs, clock=now)
    assert [each for each in done.outcomes if each.result is not Result.LIVE] == []
    with engine.connect() as connection:
        rows = connection.execute(select(portal_article.c.slug, portal_article.c.id)).all()
    engine.dispose()
    assert len(rows) == len(numbers)
    return [f"tin/{slug}-{number}" for slug, number in rows]
