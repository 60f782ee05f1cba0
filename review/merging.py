"""Merging two articles: another one's text and photos come into this one. Nothing is lost on the way."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

from sqlalchemy import select
from sqlalchemy.orm import Session

from review.checking import findings_of
from review.finding_moves import moved
from review.gallery import gallery
from review.language import kept
from review.making import add_revision, attachment_like, photo_at
from review.restoring import restore_version
from review.splitting import revision_of
from tinbai.approval import on_a_portal
from tinbai.article import Article, ArticleStatus
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.html import top_level
from tinbai.ignored import carried
from tinbai.people import User
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto
from tinbai.workflow import ARTICLE_MOVES, Decision, decide, record

_BACK = {
    ArticleStatus.NEW: Decision.BACK_TO_NEW,
    ArticleStatus.EDITING: Decision.BACK_TO_EDITING,
    ArticleStatus.SUBMITTED: Decision.BACK_TO_SUBMITTED,
    ArticleStatus.RETURNED: Decision.BACK_TO_RETURNED,
}


def merge(session: Session, article: Article, other: Article, *, by: User, at: datetime) -> None:
    """Append `other` to `article`; `other` is put away and says where it went.

    In the caller's transaction, both rows locked; rights over both are the caller's to check. Raises InputError, and
    ForbiddenMoveError as `decide`.
    """
    if other.id == article.id:
        raise InputError(field="code", problem="same_article")
    if other.site_id != article.site_id or (other.status, Decision.GO_INTO) not in ARTICLE_MOVES:
        raise InputError(field="code", problem="merge_closed")
    if session.scalar(select(Article.id).where(Article.id == other.id, on_a_portal())):
        raise InputError(field="code", problem="merge_published")
    before, added = revision_of(article), revision_of(other)
    data = {
        "other": other.id, "code": other.code, "from": before.number, "version": article.version + 1,
        "was": other.status, "other_version": other.version + 1, "needed_head": article.needs_head,
    }  # fmt: skip
    decide(session, article, Decision.MERGE, by=by, at=at, note=kept(f"Gộp bài {other.code} vào bài này."), data=data)
    note = kept(f"Gộp vào bài {article.code}.")
    decide(session, other, Decision.GO_INTO, by=by, at=at, note=note, data={"into": article.id})
    article.version += 1
    other.version += 1
    article.editor_id = article.editor_id or by.id
    article.set_aside = [*article.set_aside, *other.set_aside]
    article.needs_head = article.needs_head or other.needs_head
    _append(session, article, before, other, added, by=by, at=at)


def merge_that_can_be_undone(session: Session, article: Article) -> Article | None:
    """What was merged in last, as long as nobody has worked on either since."""
    return still_merged(session, article, _last(session, article))


def still_merged(session: Session, article: Article, event: Event | None) -> Article | None:
    """The same, where the last merging is known."""
    data = (event.data or {}) if event is not None else {}
    other = session.get(Article, data["other"]) if data else None
    if other is None or article.version != data["version"]:
        return None
    untouched = other.status is ArticleStatus.REJECTED and other.version == data["other_version"]
    return other if untouched else None


def undo_merge(session: Session, article: Article, *, by: User, at: datetime) -> None:
    """Take the two apart again: each stands as it did. Raises InputError when it is late."""
    other, event = merge_that_can_be_undone(session, article), _last(session, article)
    if other is None or event is None:
        raise InputError(field="undo", problem="undo_changed")
    data = event.data or {}
    version = next(each for each in article.revisions if each.number == data["from"])
    count = len(other.set_aside)
    restore_version(session, article, version, by=by, at=at)
    _say_as_before(session, article, version)
    if not _was_escalated_since(session, article, event):
        article.needs_head = bool(data.get("needed_head", article.needs_head))
    article.set_aside = article.set_aside[: len(article.set_aside) - count] if count else article.set_aside
    back = _BACK[ArticleStatus(data["was"])]
    decide(session, other, back, by=by, at=at, note=kept(f"Hoàn tác việc gộp vào bài {article.code}."))
    other.version += 1
    record(
        session, "article", article.id, article.site_id, "merge_undone", by=by, at=at, note=other.code,
        data={"undone": event.id},
    )  # fmt: skip


def _say_as_before(session: Session, article: Article, version: Revision) -> None:
    """What was said of the other one's text went back with it; what was passed over meanwhile stays so."""
    revision = revision_of(article)
    revision.findings = findings_of(session, article, revision, carried(revision.findings, version.findings))


def _was_escalated_since(session: Session, article: Article, event: Event) -> bool:
    asked = select(Event.id).where(Event.noun == "article", Event.noun_id == article.id, Event.id > event.id)
    return session.scalar(asked.where(Event.decision == Decision.ESCALATE).limit(1)) is not None


def _append(
    session: Session, article: Article, before: Revision, other: Article, added: Revision, *, by: User, at: datetime
) -> None:
    elements = top_level(before.body_html)
    opening = _opening(before, added)
    body = [*elements, *opening, *top_level(added.body_html), *_closing(before, added)]
    offset = len(elements) + len(opening)
    add_revision(
        session, article, like=before, by=by, at=at, title=before.title or added.title, body_html="".join(body),
        author=_both(before.author, added.author, ", "), source=_both(before.source, added.source, "; "),
        photos=_photos(session, before, other, added, offset), attachments=_attachments(before, added),
        further=moved(added.findings, by=offset),
    )  # fmt: skip


def _opening(before: Revision, added: Revision) -> list[str]:
    title = [f"<h2>{escape(added.title, quote=False)}</h2>"] if added.title and before.title else []
    return title + _paragraphs(added.summary)


def _closing(before: Revision, added: Revision) -> list[str]:
    return _paragraphs(added.byline) if added.byline != before.byline else []


def _paragraphs(text: str) -> list[str]:
    return [f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.splitlines() if line.strip()]


def _both(one: str, other: str, between: str) -> str:
    return between.join(dict.fromkeys(each for each in (one, other) if each))


def _photos(session: Session, before: Revision, other: Article, added: Revision, offset: int) -> list[RevisionPhoto]:
    """Those of both, each once; what lay unused with the other one's letter comes into the tray."""
    photos = [photo_at(photo, photo.place) for photo in before.photos]
    for photo in added.photos:
        twin = next((each for each in photos if each.sha256 == photo.sha256), None)
        if twin is None:
            photos.append(photo_at(photo, None if photo.place is None else photo.place + offset))
        else:
            twin.caption, twin.alt = _both(twin.caption, photo.caption, " / "), twin.alt or photo.alt
            twin.place = photo.place + offset if twin.place is None and photo.place is not None else twin.place
    there = {photo.sha256 for photo in photos}
    unused = [(sha256, name) for sha256, name in gallery(session, other).items() if sha256 not in there]
    tray = [RevisionPhoto(sha256=sha256, filename=name, caption="", alt="", place=None) for sha256, name in unused]
    return photos + tray


def _attachments(before: Revision, added: Revision) -> Iterable[RevisionAttachment]:
    there = {file.sha256 for file in before.attachments}
    files: Sequence[RevisionAttachment] = [
        *before.attachments, *(file for file in added.attachments if file.sha256 not in there)
    ]  # fmt: skip
    return map(attachment_like, files)


def _last(session: Session, article: Article) -> Event | None:
    query = select(Event).where(Event.noun == "article", Event.noun_id == article.id, Event.decision == Decision.MERGE)
    return session.scalars(query.order_by(Event.id.desc()).limit(1)).first()
