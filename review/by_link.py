"""Deciding by a link in a letter: whose it is, what it opens, and whether it is still good."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from review.possible import possible
from review.security.rights import Grant, Visitor
from tinbai.approval_link import ApprovalLink, Pin
from tinbai.article import Article
from tinbai.correction import Correction
from tinbai.db import changed
from tinbai.escalating import hash_of
from tinbai.people import User
from tinbai.workflow import Decision

VIA = "link"  # stands in the event of what was decided so


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What a link opens. `closed` says why nothing can be decided with it any more; None while it is good."""

    link: ApprovalLink
    article: Article
    user: User
    visitor: Visitor
    has_pin: bool
    closed: str | None


def opened(session: Session, token: str, *, at: datetime) -> Opened | None:
    """The link that a token belongs to; None when there is no such token. Changes nothing: mail servers open links."""
    link = session.scalars(select(ApprovalLink).where(ApprovalLink.token_hash == hash_of(token))).first()
    if link is None:
        return None
    user, article = link.user, link.article
    visitor = Visitor(
        user_id=user.id, name=user.name, title=user.title, csrf_token="",
        grants=tuple(Grant(site_id=role.site_id, column_id=role.column_id, role=role.name) for role in user.roles),
    )  # fmt: skip
    return Opened(
        link=link, article=article, user=user, visitor=visitor, has_pin=session.get(Pin, user.id) is not None,
        closed=_closed(session, link, article, user, visitor, at),
    )  # fmt: skip


def use_up(session: Session, link: ApprovalLink, *, at: datetime) -> bool:
    """Mark the link as used; False when somebody was faster with it."""
    used = session.execute(
        update(ApprovalLink)
        .where(ApprovalLink.id == link.id, ApprovalLink.used_at.is_(None), ApprovalLink.expires_at > at)
        .values(used_at=at)
        .execution_options(synchronize_session=False)
    )
    return changed(used) == 1


def is_newer(session: Session, link: ApprovalLink, article: Article) -> bool:
    """Whether what would go out is no longer what the link was written for: another version, or other corrections."""
    added = and_(Correction.event_id > link.event_id, Correction.dropped_at.is_(None))
    dropped = and_(Correction.event_id < link.event_id, Correction.dropped_at > link.created_at)
    changes = select(Correction.id).where(Correction.article_id == article.id, or_(added, dropped)).limit(1)
    return article.revision_id != link.revision_id or session.scalar(changes) is not None


def _closed(
    session: Session, link: ApprovalLink, article: Article, user: User, visitor: Visitor, at: datetime
) -> str | None:
    if link.used_at is not None:
        return "used"
    if link.expires_at <= at:
        return "expired"
    if is_newer(session, link, article):
        return "newer"
    if not user.active or Decision.APPROVE not in possible(session, visitor, article):
        return "decided"
    return None
