"""Taking a decision back (hoàn tác): within seconds, by whoever decided, while nothing of it has left the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tinbai.approval import cancel_due, publications_of
from tinbai.approval_link import ApprovalLink
from tinbai.article import Article, ArticleStatus
from tinbai.correction import Correction
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.outbox import UNDO_WINDOW, call_back
from tinbai.people import User
from tinbai.publication import PublicationStatus
from tinbai.workflow import ARTICLE_MOVES, Decision, decide

ACCEPTED = timedelta(seconds=60)  # a click needs time to arrive, and a page without scripts tells no seconds

_BACK: Mapping[str, Decision] = {
    ArticleStatus.NEW: Decision.BACK_TO_NEW,
    ArticleStatus.EDITING: Decision.BACK_TO_EDITING,
    ArticleStatus.SUBMITTED: Decision.BACK_TO_SUBMITTED,
    ArticleStatus.RETURNED: Decision.BACK_TO_RETURNED,
    ArticleStatus.PUBLISHED: Decision.BACK_TO_PUBLISHED,
}
TAKEN_BACK = frozenset(
    {Decision.SUBMIT, Decision.ESCALATE, Decision.APPROVE, Decision.RETURN, Decision.REJECT, Decision.CORRECT}
)


@dataclass(frozen=True, kw_only=True)
class Undo:
    """A decision that can be taken back. The page offers it until `until`; a letter it sends waits so long."""

    event_id: int
    decision: Decision
    until: datetime


def undo_of(newest: Event | None, article: Article, user_id: int) -> Undo | None:
    """What the page offers: `newest` is the article's newest move, if it is this user's and can be taken back."""
    event = _if_undoable(newest, article)
    if event is None or event.user_id != user_id:
        return None
    return Undo(event_id=event.id, decision=Decision(event.decision), until=event.at + UNDO_WINDOW)


def take_back(session: Session, article: Article, *, by: User, at: datetime) -> Event:
    """Undo the newest decision about `article`, with all that followed from it, in the caller's transaction.

    Raises InputError when it is not this user's, too long ago, or when its letter or its text has begun to leave.
    """
    event = _if_undoable(_newest_move(session, article), article)
    if event is None or event.user_id != by.id:
        raise InputError(field="undo", problem="nothing_to_undo")
    if at - event.at > ACCEPTED:
        raise InputError(field="undo", problem="undo_late")
    if not call_back(session, event.id):
        raise InputError(field="undo", problem="undo_letter_left")
    back = decide(session, article, _BACK[event.before or ""], by=by, at=at, data={"undone": event.id})
    _undo_rest(session, article, event, by=by, at=at)
    return back


def _newest_move(session: Session, article: Article) -> Event | None:
    query = select(Event).where(Event.noun == "article", Event.noun_id == article.id, Event.before.is_not(None))
    return session.scalars(query.order_by(Event.id.desc()).limit(1)).first()


def _if_undoable(event: Event | None, article: Article) -> Event | None:
    """The newest move of the article, if it is one that can be taken back from where the article stands."""
    if event is None or event.decision not in TAKEN_BACK or event.after != article.status:
        return None
    back = _BACK.get(event.before or "")
    return event if back is not None and (article.status, back) in ARTICLE_MOVES else None


def _undo_rest(session: Session, article: Article, event: Event, *, by: User, at: datetime) -> None:
    before = event.data or {}
    match event.decision:
        case Decision.APPROVE:
            if any(each.status is not PublicationStatus.DUE for each in publications_of(session, article)):
                raise InputError(field="undo", problem="undo_published")
            cancel_due(session, article, by=by, at=at)
            article.publish_at = None
        case Decision.ESCALATE:
            article.needs_head = bool(before.get("needed_head"))
            unused = update(ApprovalLink).where(ApprovalLink.event_id == event.id, ApprovalLink.used_at.is_(None))
            session.execute(unused.values(used_at=at))
        case Decision.CORRECT:
            session.execute(update(Correction).where(Correction.event_id == event.id).values(dropped_at=at))
            article.version += 1  # as `correct` did: what goes out is another text again
