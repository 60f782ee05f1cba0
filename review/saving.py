"""Saving: what an editor changed becomes the article's next revision."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from review.checking import findings_of
from review.draft_form import Draft
from review.gallery import gallery
from tinbai.approval import cancel_due
from tinbai.article import Article
from tinbai.column import Column
from tinbai.errors import InputError
from tinbai.html import top_level
from tinbai.people import Unit, User
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto
from tinbai.workflow import Decision, decide

T = TypeVar("T")
_TEXTS = ("title", "summary", "body_html", "byline", "author", "source")


def save(session: Session, article: Article, draft: Draft, *, by: User, head: bool, at: datetime) -> bool:
    """Write `draft` as the next revision, with the checks run again; False when it changes nothing.

    In the caller's transaction, on an article that is locked and of the version that the editor has seen. Saving
    claims an article that nobody has; what was approved and not yet written goes back to editing and is not
    published; what is live stays live. Whoever edits may ask for the head's opinion; only the head (`head`) takes the
    question back. Raises InputError and ForbiddenMoveError.
    """
    draft = replace(draft, needs_head=draft.needs_head or (article.needs_head and not head))
    column = _column(session, article, draft.column_key)
    unit = _unit(session, article, draft.unit_key)
    names = gallery(session, article)
    if any(photo.sha256 not in names for photo in draft.photos):
        raise InputError(field="photos", problem="photo_unknown")
    photos = _photos(article, draft, names)
    changed = _changes(article, draft, column, photos)
    if article.unit_id != (unit.id if unit else None):
        changed.append("unit")
    if not changed:
        return False
    decide(session, article, Decision.EDIT, by=by, at=at, data={"changed": changed, "revision": _next(article)})
    cancel_due(session, article, by=by, at=at)
    article.column, article.genre, article.needs_head = column, draft.genre, draft.needs_head
    article.unit = unit
    article.publish_at = None  # an hour that was agreed on belonged to the approval
    article.editor_id = article.editor_id or by.id
    article.version += 1
    _add_revision(session, article, draft, photos, by=by, at=at)
    return True


def _column(session: Session, article: Article, key: str) -> Column | None:
    if not key:
        return None
    found = session.scalar(select(Column).where(Column.site_id == article.site_id, Column.key == key))
    if found is None:
        raise InputError(field="column", problem="column_unknown")
    return found


def _unit(session: Session, article: Article, key: str | None) -> Unit | None:
    if key is None:
        return article.unit
    if not key:
        return None
    found = session.scalar(select(Unit).where(Unit.site_id == article.site_id, Unit.key == key))
    if found is None:
        raise InputError(field="unit", problem="unit_unknown")
    return found


def _photos(article: Article, draft: Draft, names: Mapping[str, str]) -> list[RevisionPhoto]:
    last = len(top_level(draft.body_html)) - 1
    now = {photo.sha256: photo for photo in (article.revision.photos if article.revision else ())}
    return [
        RevisionPhoto(
            position=position, sha256=photo.sha256, filename=names[photo.sha256], caption=photo.caption, alt=photo.alt,
            place=None if photo.place is None else max(-1, min(photo.place, last)),
            edit=_kept(photo.edit, now.get(photo.sha256), "edit", otherwise=""),
            cover=_kept(photo.cover, now.get(photo.sha256), "cover", otherwise=False),
        )
        for position, photo in enumerate(draft.photos)
    ]  # fmt: skip


def _kept(given: T | None, now: RevisionPhoto | None, name: str, *, otherwise: T) -> T:
    """What the form said, or what stands where it said nothing."""
    return getattr(now, name, otherwise) if given is None else given


def _changes(article: Article, draft: Draft, column: Column | None, photos: Sequence[RevisionPhoto]) -> list[str]:
    """The names of the fields that differ from what stands."""
    now = article.revision
    changed = [name for name in _TEXTS if now is None or getattr(now, name) != getattr(draft, name)]
    changed = [name.removesuffix("_html") for name in changed]
    if [_photo_key(photo) for photo in (now.photos if now else ())] != [_photo_key(photo) for photo in photos]:
        changed.append("photos")
    if article.column_id != (column.id if column else None):
        changed.append("column")
    if (article.genre or None) != draft.genre:
        changed.append("genre")
    if article.needs_head != draft.needs_head:
        changed.append("needs_head")
    return changed


def _photo_key(photo: RevisionPhoto) -> tuple[object, ...]:
    return photo.sha256, photo.caption, photo.alt, photo.place, photo.edit or "", bool(photo.cover)


def _next(article: Article) -> int:
    return article.revision.number + 1 if article.revision else 1


def _add_revision(
    session: Session, article: Article, draft: Draft, photos: list[RevisionPhoto], *, by: User, at: datetime
) -> None:
    before = article.revision
    revision = Revision(
        article_id=article.id, number=_next(article), made_at=at, made_by_id=by.id,
        message_id=before.message_id if before else None, from_part=before.from_part if before else None,
        encoding=before.encoding if before else "unicode", findings=[],
        origin=(before.origin or before.number) if before else None,
        **{name: getattr(draft, name) for name in _TEXTS},
    )  # fmt: skip
    revision.photos = photos
    revision.attachments = [
        RevisionAttachment(
            position=each.position, sha256=each.sha256, filename=each.filename, media_type=each.media_type
        )
        for each in (before.attachments if before else ())
    ]
    revision.findings = findings_of(session, article, revision)
    session.add(revision)
    session.flush()
    article.revision_id = revision.id
    session.flush()
    session.refresh(article, ["revision"])
