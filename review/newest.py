"""What the newest version of an article brought, when it came from a letter: a corrected one, or another reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from review.difference import FieldChange, changed_fields, shortened
from review.photo_difference import PhotoChange, changed_files, changed_photos
from review.taking import before_newest
from tinbai.article import Article
from tinbai.message import Message
from tinbai.rereading import Rereading, newest_of
from tinbai.revision import Revision


@dataclass(frozen=True, kw_only=True)
class NewestDifference:
    """How the newest version differs from the one before it. `message` brought it; `reread`: it is no new letter."""

    before: Revision
    after: Revision
    fields: Sequence[FieldChange]
    photos: Sequence[PhotoChange]
    files: Sequence[str]
    message: Message | None
    reread: bool


def newest_difference(session: Session, article: Article, requests: Sequence[Rereading]) -> NewestDifference | None:
    """The difference; None when the newest version is the first, or somebody's own work. `requests` are all."""
    after = article.revision
    if after is None or after.number == 1 or after.made_by_id is not None:
        return None
    before, latest = before_newest(article), newest_of(requests, article)
    if before is None:
        return None
    return NewestDifference(
        before=before, after=after, fields=[shortened(each) for each in changed_fields(before, after)],
        photos=changed_photos(before, after), files=changed_files(before, after),
        message=session.get(Message, after.message_id) if after.message_id else None,
        reread=latest is not None and latest.revision_id == after.id,
    )  # fmt: skip


def request_of(article: Article, requests: Sequence[Rereading]) -> Rereading | None:
    """The last request for another reading, as long as it says something about the article as it stands."""
    latest = newest_of(requests, article)
    if latest is None or latest.done_at is None:
        return latest
    if latest.problem is not None:
        return latest if article.revision is None or article.revision.made_at <= latest.done_at else None
    return latest if latest.revision_id == article.revision_id else None
