"""The newest events of an article that its page asks about, in one statement."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, func, select
from sqlalchemy.orm import Session

from tinbai.event import Event
from tinbai.workflow import Decision


@dataclass(frozen=True, kw_only=True)
class LastMoves:
    """The newest change of status, the newest splitting and the newest merging, each None where there was none."""

    move: Event | None
    split: Event | None
    merge: Event | None


def last_moves(session: Session, article_id: int) -> LastMoves:
    """Those of an article."""
    events = session.scalars(_query(), {"article": article_id}).all()
    by_decision = {event.decision: event for event in events}
    return LastMoves(
        move=next((event for event in reversed(events) if event.before is not None), None),
        split=by_decision.get(Decision.SPLIT), merge=by_decision.get(Decision.MERGE),
    )  # fmt: skip


@cache
def _query() -> Select[Event]:
    """Put together once: three statements in one take long to write."""
    those = (
        _newest(Event.before.is_not(None)), _newest(Event.decision == Decision.SPLIT),
        _newest(Event.decision == Decision.MERGE),
    )  # fmt: skip
    return select(Event).where(Event.id.in_(those)).order_by(Event.id)


def _newest(which: ColumnElement[bool]) -> ScalarSelect[int]:
    own = (Event.noun == "article", Event.noun_id == bindparam("article"))
    return select(func.max(Event.id)).where(*own, which).scalar_subquery()
