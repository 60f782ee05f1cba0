"""Drafts: what somebody wrote and has not saved, kept for him alone, row by row as `ArticleDraft` says."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from review.draft_form import Draft, draft_from
from review.posted import Posted
from tinbai.article import Article
from tinbai.at_article import ArticleDraft, drafts_of
from tinbai.db import changed
from tinbai.errors import InputError

MOST = 20  # of one user in one article; the oldest goes
_NOT_KEPT = frozenset({"csrf", "then", "take", "take_over", "draft_page", "draft_key", "draft_serial"})


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Which draft a form goes on with; "" and 0 for none yet."""

    key: str = ""
    serial: int = 0


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A draft of the visitor's: when it was kept, and whether the article has changed since it was begun."""

    mark: Mark
    saved_at: datetime
    seen: int
    outdated: bool


def keep(session: Session, article: Article, user_id: int, posted: Posted, *, at: datetime) -> Mark:
    """Keep the form in the caller's transaction.

    It goes over the row that the form came from, if nobody else did so meanwhile; otherwise it gets a row of its own:
    two pages of the same user never write over each other. Raises InputError for what could not be saved later.
    """
    draft_from(posted)
    pairs = [[name, value] for name, value in posted.pairs() if name not in _NOT_KEPT]
    values = {"form": {"pairs": pairs}, "saved_at": at, "seen": posted.number("seen")}
    key, serial = posted.line("draft_key"), posted.number("draft_serial") if posted.raw("draft_serial") else 0
    ours = (ArticleDraft.article_id == article.id, ArticleDraft.user_id == user_id, ArticleDraft.key == key)
    same = update(ArticleDraft).where(*ours, ArticleDraft.serial == serial)
    if key and changed(session.execute(same.values(serial=serial + 1, **values))) == 1:
        return Mark(key=key, serial=serial + 1)
    _make_room(session, article.id, user_id)
    made = ArticleDraft(article_id=article.id, user_id=user_id, key=token_hex(8), serial=1, **values)
    session.add(made)
    return Mark(key=made.key, serial=1)


def _make_room(session: Session, article_id: int, user_id: int) -> None:
    own = drafts_of(article_id, user_id)
    if (session.scalar(select(func.count()).select_from(own.subquery())) or 0) >= MOST:
        for draft in session.scalars(own.offset(MOST - 1)):
            session.delete(draft)


def end(session: Session, article_id: int, user_id: int, key: str) -> None:
    """The draft is saved, or nobody wants it any more."""
    ours = (ArticleDraft.article_id == article_id, ArticleDraft.user_id == user_id, ArticleDraft.key == key)
    session.execute(delete(ArticleDraft).where(*ours))


def kept_of(session: Session, article: Article, user_id: int) -> list[Kept]:
    """The visitor's drafts of an article, the newest first."""
    return [
        Kept(
            mark=Mark(key=each.key, serial=each.serial), saved_at=each.saved_at, seen=each.seen,
            outdated=each.seen != article.version,
        )
        for each in session.scalars(drafts_of(article.id, user_id))
    ]  # fmt: skip


def draft_of(session: Session, article_id: int, user_id: int, key: str) -> Draft | None:
    """The form as it was kept; None when there is no such draft, or today's rules refuse what it says."""
    row = session.scalar(drafts_of(article_id, user_id).where(ArticleDraft.key == key))
    if row is None:
        return None
    try:
        return draft_from(Posted([(str(name), str(value)) for name, value in row.form["pairs"]]))
    except InputError:
        return None
