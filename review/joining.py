"""Joining by hand: an article that came with a letter of its own becomes a new version of an earlier one.

The program does so by itself where it is sure (`ingest/joining.py`); this is for what it left apart. It is taken back
by separating the two again (`review/separating.py`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from review.checking import findings_of
from review.choices import chosen_of
from review.language import kept
from review.making import attachment_like, photo_at
from review.splitting import revision_of
from tinbai.approval import cancel_due, on_a_portal
from tinbai.article import Article, ArticleStatus
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.people import User
from tinbai.revision import Revision
from tinbai.workflow import ARTICLE_MOVES, Decision, decide

AS_VERSION = "version"  # of what becomes of the other article: its letter brought a version, and was not merged
MOST_OFFERED = 20
_OPEN = sorted({status for status, decision in ARTICLE_MOVES if decision is Decision.GO_INTO})
_RENEWABLE = sorted({status for status, decision in ARTICLE_MOVES if decision is Decision.RENEW})
_BACK = {
    ArticleStatus.NEW: Decision.BACK_TO_NEW,
    ArticleStatus.EDITING: Decision.BACK_TO_EDITING,
    ArticleStatus.SUBMITTED: Decision.BACK_TO_SUBMITTED,
    ArticleStatus.RETURNED: Decision.BACK_TO_RETURNED,
}


def may_be_version(session: Session, article: Article) -> bool:
    """Whether it came with a letter and can still be put away."""
    if article.message_id is None or article.status not in _OPEN:
        return False
    if article.revision is not None and article.revision.message_id not in (None, article.message_id):
        return False  # it holds another letter's version: parting would give back something else
    return session.scalar(select(Article.id).where(Article.id == article.id, on_a_portal())) is None


def earlier_ones(session: Session, article: Article) -> Sequence[Article]:
    """What it may be a new version of: the sender's and the unit's, the newest first; of nobody known, all of them."""
    query = select(Article).where(Article.site_id == article.site_id, Article.id != article.id)
    query = query.where(Article.status.in_(_RENEWABLE), Article.message_id.is_distinct_from(article.message_id))
    theirs = []
    if article.contributor_id is not None:
        theirs.append(Article.contributor_id == article.contributor_id)
    if article.unit_id is not None:
        theirs.append(Article.unit_id == article.unit_id)
    query = query.where(or_(*theirs)) if theirs else query
    return session.scalars(query.order_by(Article.id.desc()).limit(MOST_OFFERED)).all()


def join(session: Session, article: Article, earlier: Article, *, by: User, at: datetime) -> None:
    """Make `article` the newest version of `earlier`; it is put away and says where it went.

    In the caller's transaction, both rows locked; rights over both are the caller's to check. What is live of `earlier`
    stays live until its new version is approved. Raises InputError.
    """
    if not may_be_version(session, article):
        raise InputError(field="code", problem="no_version")
    if earlier.status not in _RENEWABLE or earlier.message_id == article.message_id:
        raise InputError(field="code", problem="join_closed")
    data = {"message": article.message_id, "other": article.id, "as": AS_VERSION}
    was_approved = earlier.status is ArticleStatus.APPROVED
    note = kept(f"Nhận bài {article.code} làm bản mới.")
    decide(session, earlier, Decision.RENEW, by=by, at=at, note=note, data=data)
    if was_approved or earlier.status is ArticleStatus.EDITING:
        cancel_due(session, earlier, by=by, at=at)
    note = kept(f"Là bản mới của bài {earlier.code}.")
    into = {"into": earlier.id, "as": AS_VERSION, "was": article.status}
    decide(session, article, Decision.GO_INTO, by=by, at=at, note=note, data=into)
    _add_version(session, earlier, article, by=by, at=at)
    earlier.set_aside = [*earlier.set_aside, *article.set_aside]
    earlier.needs_head = earlier.needs_head or article.needs_head
    earlier.publish_at, earlier.arrived_at = None, article.arrived_at
    article.version += 1
    earlier.version += 1


def come_back(session: Session, article: Article, earlier: Article, *, by: User, at: datetime) -> None:
    """The article stands again where it stood before it became a version of `earlier`."""
    went = select(Event).where(Event.noun == "article", Event.noun_id == article.id)
    event = session.scalars(went.where(Event.decision == Decision.GO_INTO).order_by(Event.id.desc()).limit(1)).one()
    back = _BACK[ArticleStatus((event.data or {})["was"])]
    decide(session, article, back, by=by, at=at, note=kept(f"Tách khỏi bài {earlier.code}."))
    article.version += 1


def _add_version(session: Session, earlier: Article, article: Article, *, by: User, at: datetime) -> None:
    """The article's text as the earlier one's next version: the sender's own, unless somebody has worked on it."""
    text = revision_of(article)
    named = ("message_id", "from_part", "encoding", "title", "summary", "body_html", "byline", "author", "source")
    values: dict[str, Any] = {name: getattr(text, name) for name in named}
    revision = Revision(
        article_id=earlier.id, number=revision_of(earlier).number + 1, made_at=at, findings=[],
        made_by_id=None if text.made_by_id is None else by.id, chosen=[dict(each) for each in chosen_of(article)],
        **values,
    )  # fmt: skip
    revision.photos = [photo_at(photo, photo.place) for photo in text.photos]
    revision.attachments = [attachment_like(file) for file in text.attachments]
    for position, photo in enumerate(revision.photos):
        photo.position = position
    for position, file in enumerate(revision.attachments):
        file.position = position
    revision.findings = findings_of(session, earlier, revision, text.findings)
    session.add(revision)
    session.flush()
    earlier.revision_id = revision.id
    session.flush()
    session.refresh(earlier, ["revision", "revisions"])
