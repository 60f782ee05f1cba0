"""An earlier version of an article becomes its newest one, with all that belonged to that reading of the letter."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from review.checking import findings_of
from review.choices import origin_of
from review.language import kept
from tinbai.approval import cancel_due, on_a_portal
from tinbai.article import Article, ArticleStatus
from tinbai.people import User
from tinbai.rereading import Rereading, put_besides
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto
from tinbai.workflow import Decision, decide

_COPIED = ("message_id", "from_part", "encoding", "title", "summary", "body_html", "byline", "author", "source")


def restore_version(session: Session, article: Article, version: Revision, *, by: User, at: datetime) -> None:
    """Make `version` the newest again, as a version of its own, in the caller's transaction.

    Where another reading of the letter lies between, what it did beside the text is undone: articles it parted off are
    put away and articles it merged come back, as far as nobody has worked on them since and no portal has them.
    """
    number = article.revision.number + 1 if article.revision else 1
    note = kept(f"Lấy lại bản {version.number}.")
    data = {"changed": ["revision"], "revision": number, "restored": version.number}
    left, entered = _reading_of(session, origin_of(article)), _reading_of(session, _origin(article, version))
    first = session.scalars(select(Rereading).where(Rereading.article_id == article.id).order_by(Rereading.id)).all()
    decide(session, article, Decision.EDIT, by=by, at=at, note=note, data=data)
    cancel_due(session, article, by=by, at=at)
    if (left.id if left else None) != (entered.id if entered else None):
        _leave(session, left, by, at)
        _enter(session, entered, by, at)
        besides = _besides(entered, first)
        if besides is not None:
            put_besides(article, besides)
    article.publish_at = None
    article.editor_id = article.editor_id or by.id
    article.version += 1
    _copy(session, article, version, number, by, at)


def _origin(article: Article, version: Revision) -> Revision:
    return next((each for each in article.revisions if each.number == version.origin), version)


def _reading_of(session: Session, origin: Revision | None) -> Rereading | None:
    """The request that a version goes back to; None when it is as the reader made it by itself."""
    return session.scalar(select(Rereading).where(Rereading.revision_id == origin.id)) if origin else None


def _besides(entered: Rereading | None, requests: Iterable[Rereading]) -> Mapping[str, Any] | None:
    if entered is not None:
        return (entered.besides or {}).get("became")
    return next(((each.besides or {}).get("was") for each in requests if each.besides), None)


def _leave(session: Session, request: Rereading | None, by: User, at: datetime) -> None:
    if request is not None:
        _put_away(session, request.made, kept(f"Hoàn tác việc tách bài {request.article.code}."), by, at)
        _bring_back(session, request.merged, kept(f"Hoàn tác việc gộp vào bài {request.article.code}."), by, at)


def _enter(session: Session, request: Rereading | None, by: User, at: datetime) -> None:
    if request is not None:
        _bring_back(session, request.made, kept(f"Lại tách từ bài {request.article.code}."), by, at)
        _put_away(session, request.merged, kept(f"Lại gộp vào bài {request.article.code}."), by, at)


def _put_away(session: Session, which: Iterable[Mapping[str, Any]], note: str, by: User, at: datetime) -> None:
    for article in _in_status(session, which, ArticleStatus.NEW, ~on_a_portal()):
        decide(session, article, Decision.REJECT, by=by, at=at, note=note)
        article.version += 1


def _bring_back(session: Session, which: Iterable[Mapping[str, Any]], note: str, by: User, at: datetime) -> None:
    for article in _in_status(session, which, ArticleStatus.REJECTED):
        decide(session, article, Decision.RESTORE, by=by, at=at, note=note)
        article.version += 1


def _in_status(
    session: Session, which: Iterable[Mapping[str, Any]], status: ArticleStatus, *but: ColumnElement[bool]
) -> list[Article]:
    ids = [each["id"] for each in which]
    return list(session.scalars(select(Article).where(Article.id.in_(ids), Article.status == status, *but)))


def _copy(session: Session, article: Article, version: Revision, number: int, by: User, at: datetime) -> None:
    revision = Revision(
        article_id=article.id, number=number, made_at=at, made_by_id=by.id, findings=[],
        origin=version.origin or version.number, **{name: getattr(version, name) for name in _COPIED},
    )  # fmt: skip
    revision.photos = [
        RevisionPhoto(
            position=each.position, sha256=each.sha256, filename=each.filename, caption=each.caption, alt=each.alt,
            place=each.place, edit=each.edit, cover=each.cover,
        )
        for each in version.photos
    ]  # fmt: skip
    revision.attachments = [
        RevisionAttachment(
            position=each.position, sha256=each.sha256, filename=each.filename, media_type=each.media_type
        )
        for each in version.attachments
    ]
    revision.findings = findings_of(session, article, revision)
    session.add(revision)
    session.flush()
    article.revision_id = revision.id
    session.flush()
    session.refresh(article, ["revision", "revisions"])
