"""What an approval, a withdrawal and a second thought do to an article's publications."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.people import User
from tinbai.publication import Publication, PublicationStatus
from tinbai.workflow import PUBLICATION_MOVES, Decision, Step, advance, decide


def approve(
    session: Session,
    article: Article,
    *,
    by: User,
    at: datetime,
    portals: Sequence[str],
    publish_at: datetime | None = None,
    grace: timedelta = timedelta(),
    note: str = "",
    via: str | None = None,
) -> Event:
    """Approve the newest revision and order its publication on every portal in `portals`, now or at `publish_at`.

    What goes out now is due after `grace`: so long it can be taken back. `via` says by which way the approval came,
    if not from the page. One transaction, the caller's. Raises InputError when the article has no column or there is
    no portal, ForbiddenMoveError and StaleError as `decide`. Rights are the caller's to check.
    """
    if article.column_id is None:
        raise InputError(field="column", problem="column_missing")
    if not portals:
        raise InputError(field="portals", problem="portal_missing")
    data = _what(article, publish_at) | ({"via": via} if via else {})
    event = decide(session, article, Decision.APPROVE, by=by, at=at, note=note, data=data)
    _order(session, article, event, portals, publish_at or at + grace, at=at, by=by)
    article.publish_at = publish_at
    return event


def reschedule(
    session: Session, article: Article, *, by: User, at: datetime, publish_at: datetime, note: str = ""
) -> Event:
    """Publish an approved article at another hour. Raises InputError when it has begun to go out, or the hour is past.

    The text that was approved stays approved: who may say when need not say it once more.
    """
    if publish_at <= at:
        raise InputError(field="publish_at", problem="time_past")
    publications = publications_of(session, article)
    publications = [each for each in publications if each.is_kept] or publications
    if not publications or not all(each.is_untouched for each in publications):
        raise InputError(field="publish_at", problem="already_started")
    was = article.publish_at.isoformat() if article.publish_at else None
    data = {"publish_at": publish_at.isoformat(), "was": was}
    event = decide(session, article, Decision.RESCHEDULE, by=by, at=at, note=note, data=data)
    for publication in publications:
        advance(session, publication, Step.ORDER, by=by, at=at)
        publication.due_at, publication.retry_at, publication.kept_at = publish_at, None, None
    article.publish_at = publish_at
    return event


def go_ahead(session: Session, article: Article, *, by: User, at: datetime, note: str = "") -> Event:
    """What was kept back as too late still goes out, at once. Raises InputError when nothing of it is kept back."""
    kept = [each for each in publications_of(session, article) if each.is_kept]
    if not kept:
        raise InputError(field="publish_at", problem="already_started")
    data = {"publish_at": at.isoformat(), "was": min(each.due_at for each in kept).isoformat()}
    event = decide(session, article, Decision.GO_AHEAD, by=by, at=at, note=note, data=data)
    for publication in kept:
        advance(session, publication, Step.ORDER, by=by, at=at)
        publication.due_at, publication.retry_at, publication.kept_at = at, None, None
    return event


def withdraw(session: Session, article: Article, *, by: User | None, at: datetime, note: str) -> Event:
    """Take the article down from every portal, or never put it up. The reason is required: it stands in the history."""
    if not note.strip():
        raise InputError(field="note", problem="reason_missing")
    event = decide(session, article, Decision.WITHDRAW, by=by, at=at, note=note)
    for publication in publications_of(session, article):
        if publication.status is PublicationStatus.DUE and publication.live_revision_id is None:
            advance(session, publication, Step.CANCEL, by=by, at=at, note=note)
        elif (publication.status, Step.TAKE_DOWN) in PUBLICATION_MOVES:
            advance(session, publication, Step.TAKE_DOWN, by=by, at=at, note=note)
            publication.due_at, publication.retry_at = at, None
    article.publish_at = None  # an hour that was agreed on belonged to the approval
    return event


def republish(session: Session, article: Article, *, by: User, at: datetime, note: str = "") -> Event:
    """Put a withdrawn article up again where it was. Raises InputError when it never was anywhere."""
    portals = [publication.portal for publication in publications_of(session, article)]
    if not portals:
        raise InputError(field="portals", problem="portal_missing")
    event = decide(session, article, Decision.REPUBLISH, by=by, at=at, note=note, data=_what(article, None))
    _order(session, article, event, portals, at, at=at, by=by)
    return event


def cancel_due(session: Session, article: Article, *, by: User | None, at: datetime) -> None:
    """The article is being edited again: what has not been written yet is not written; what is live stays live."""
    for publication in publications_of(session, article):
        if publication.status is PublicationStatus.DUE and publication.live_revision_id is None:
            advance(session, publication, Step.CANCEL, by=by, at=at)
        elif publication.status is PublicationStatus.DUE:
            advance(session, publication, Step.KEEP, by=by, at=at)


def publications_of(session: Session, article: Article) -> Sequence[Publication]:
    """The article's publications, one a portal."""
    query = select(Publication).where(Publication.article_id == article.id).order_by(Publication.id)
    return session.scalars(query).all()


def on_a_portal() -> ColumnElement[bool]:
    """Whether some portal shows an article, or may yet: it cannot be put away without being taken down."""
    there = select(Publication.id).where(Publication.article_id == Article.id)
    return there.where(Publication.status != PublicationStatus.WITHDRAWN).exists()


def _order(
    session: Session,
    article: Article,
    event: Event,
    portals: Sequence[str],
    due_at: datetime,
    *,
    at: datetime,
    by: User,
) -> None:
    known = {publication.portal: publication for publication in publications_of(session, article)}
    for portal in portals:
        publication = known.get(portal)
        if publication is None:
            session.add(_new(article, portal, event, due_at))
            continue
        advance(session, publication, Step.ORDER, by=by, at=at)
        publication.approval, publication.revision_id = event.id, _revision_id(article)
        publication.due_at, publication.retry_at, publication.attempts, publication.error = due_at, None, 0, None
        publication.kept_at = None
    session.flush()


def _new(article: Article, portal: str, event: Event, due_at: datetime) -> Publication:
    return Publication(
        article_id=article.id, portal=portal, key=str(uuid4()), approval=event.id, status=PublicationStatus.DUE,
        revision_id=_revision_id(article), due_at=due_at,
    )  # fmt: skip


def _what(article: Article, publish_at: datetime | None) -> dict[str, str | int | None]:
    return {"revision": _revision_id(article), "publish_at": publish_at.isoformat() if publish_at else None}


def _revision_id(article: Article) -> int:
    if article.revision_id is None:
        raise InputError(field="body", problem="text_missing")
    return article.revision_id
