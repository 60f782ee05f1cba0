"""Presence: who looks at an article, who writes in it, and since when. One writes; another may take over, on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from review.language import kept
from review.locale.at_article import clock_time
from tinbai.article import Article
from tinbai.at_article import TAKE_OVER, EditingLock, Presence
from tinbai.people import User
from tinbai.workflow import record

STAYS = timedelta(seconds=150)  # a page in the background may say nothing for over a minute
LINGERS = timedelta(seconds=20)  # of a page that closed: it may be coming again, after a reload
SAID_ENOUGH = timedelta(seconds=10)


@dataclass(frozen=True, kw_only=True)
class Other:
    """Somebody else who has the article open, or the visitor himself on another page."""

    name: str
    since: datetime
    self: bool


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What a page says of who is there. `holder` writes; None when nobody else does."""

    others: Sequence[Other]
    holder: EditingLock | None
    newer: bool  # somebody has saved since the page was opened
    mine: bool  # the visitor holds the article


def come(session: Session, article_id: int, page: str, user_id: int, *, at: datetime) -> None:
    """A page says that it is open, in the caller's transaction."""
    here = session.scalar(select(Presence).where(Presence.article_id == article_id, Presence.page == page))
    if here is None:
        session.execute(delete(Presence).where(Presence.seen_at < at - STAYS))
        session.add(Presence(article_id=article_id, page=page, user_id=user_id, since=at, seen_at=at))
    elif here.user_id == user_id and at - here.seen_at >= SAID_ENOUGH:
        here.seen_at = at


def leave(session: Session, article_id: int, page: str, user_id: int, *, at: datetime) -> None:
    """A page is closed; some seconds after the user's last one he has let go of the article."""
    own = (Presence.article_id == article_id, Presence.user_id == user_id)
    session.execute(delete(Presence).where(*own, Presence.page == page))
    if session.scalar(select(Presence.id).where(*own).limit(1)) is None:
        lock = session.get(EditingLock, article_id)
        if lock is not None and lock.user_id == user_id:
            lock.seen_at = min(lock.seen_at, at - STAYS + LINGERS)


def hold(session: Session, article_id: int, user_id: int, *, at: datetime) -> None:
    """The user writes: he holds the article, unless somebody else does and is still there."""
    lock = session.get(EditingLock, article_id)
    if lock is None:
        try:
            with session.begin_nested():
                session.add(EditingLock(article_id=article_id, user_id=user_id, since=at, seen_at=at))
        except IntegrityError:  # somebody began in the same instant: he holds it
            return
    elif lock.user_id == user_id:
        lock.since = at if _is_gone(lock, at) else lock.since
        lock.seen_at = at
    elif _is_gone(lock, at):
        lock.user_id, lock.since, lock.seen_at = user_id, at, at


def let_go(session: Session, article_id: int, user_id: int) -> None:
    """He has saved, or gone."""
    session.execute(delete(EditingLock).where(EditingLock.article_id == article_id, EditingLock.user_id == user_id))


def take_over(session: Session, article: Article, *, by: User, at: datetime) -> None:
    """Write in somebody's place, on record. Nothing of his is lost: what he wrote is a draft of his own."""
    before = holder(session, article.id, by.id, at=at)
    if before is not None:
        note = kept(f"Thay {before.user.name}, đang sửa từ {clock_time(before.since)}.")
        record(session, "article", article.id, article.site_id, TAKE_OVER, by=by, at=at, note=note)
        session.delete(before)
        session.flush()
    hold(session, article.id, by.id, at=at)


def holder(session: Session, article_id: int, user_id: int, *, at: datetime) -> EditingLock | None:
    """Whoever else writes in the article now."""
    lock = session.get(EditingLock, article_id, options=[joinedload(EditingLock.user)])
    return None if lock is None or lock.user_id == user_id or _is_gone(lock, at) else lock


def standing(session: Session, article: Article, user_id: int, page: str, *, seen: int, at: datetime) -> Standing:
    """Who is there besides this page."""
    open_now = (Presence.article_id == article.id, Presence.page != page, Presence.seen_at >= at - STAYS)
    rows = session.scalars(
        select(Presence).where(*open_now).order_by(Presence.since).options(joinedload(Presence.user))
    )
    lock = session.get(EditingLock, article.id, options=[joinedload(EditingLock.user)])
    there = lock is not None and not _is_gone(lock, at)
    mine = lock is not None and there and lock.user_id == user_id
    writer = lock if there and not mine else None
    others = {
        each.user_id: Other(name=each.user.name, since=each.since, self=each.user_id == user_id)
        for each in rows
        if writer is None or each.user_id != writer.user_id
    }
    return Standing(others=list(others.values()), holder=writer, newer=article.version != seen, mine=mine)


def _is_gone(lock: EditingLock, at: datetime) -> bool:
    return at - lock.seen_at > STAYS
