"""What an address of ours stands for, as far as the visitor may know of it. Other sites do not exist for him."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from review.security.rights import Right, Visitor, may, may_in, seen_by, sees_user
from tinbai.article import Article
from tinbai.column import Column
from tinbai.errors import StaleError
from tinbai.message import Message, unjudged
from tinbai.people import Contributor, RefusedSender, User
from tinbai.site import Site

LARGEST_ID = 2**31 - 1


def article(session: Session, visitor: Visitor, article_id: int) -> Article:
    """The article, for a page. Raises 404."""
    found = session.get(Article, article_id) if 0 < article_id <= LARGEST_ID else None
    if found is None or not may(visitor, Right.READ, found):
        raise HTTPException(404)
    return found


def article_to_decide(session: Session, visitor: Visitor, article_id: int, seen: int) -> Article:
    """The article, locked, for a decision about version `seen` of it.

    Raises 404, or StaleError when somebody has changed it since: nobody decides about a text he has not seen.
    """
    query = select(Article).where(Article.id == article_id).with_for_update(of=Article)
    found = session.scalars(query).first() if 0 < article_id <= LARGEST_ID else None
    if found is None or not may(visitor, Right.READ, found):
        raise HTTPException(404)
    if found.version != seen:
        raise StaleError(noun="article", key=article_id)
    return found


def message(session: Session, visitor: Visitor, message_id: int) -> Message:
    """The letter. Raises 404."""
    found = session.get(Message, message_id) if 0 < message_id <= LARGEST_ID else None
    if found is None or not may(visitor, Right.READ, found):
        raise HTTPException(404)
    return found


def contributor(session: Session, visitor: Visitor, contributor_id: int) -> Contributor:
    """The contributor. Raises 404."""
    found = session.get(Contributor, contributor_id) if 0 < contributor_id <= LARGEST_ID else None
    if found is None or not may(visitor, Right.READ, found):
        raise HTTPException(404)
    return found


def refused_sender(session: Session, visitor: Visitor, refusal_id: int) -> RefusedSender:
    """The refusal. Raises 404."""
    found = session.get(RefusedSender, refusal_id) if 0 < refusal_id <= LARGEST_ID else None
    if found is None or not may(visitor, Right.READ, found):
        raise HTTPException(404)
    return found


def user(session: Session, visitor: Visitor, user_id: int) -> User:
    """One of the people of a site that the visitor looks after. Raises 404."""
    found = session.get(User, user_id) if 0 < user_id <= LARGEST_ID else None
    if found is None or not sees_user(visitor, found):
        raise HTTPException(404)
    return found


def open_to(visitor: Visitor, site_id: int) -> ColumnElement[bool]:
    """Which letters of a site are there for the visitor: for every list and every count of letters."""
    seen = Message.restriction.is_(None) | Message.restriction.in_(seen_by(visitor, site_id))
    return seen if may_in(visitor, Right.SEE_UNJUDGED, site_id) else and_(seen, ~unjudged())


def column_names(session: Session, site_ids: Iterable[int]) -> dict[int | None, str]:
    """The names of the columns of some sites, by their ids."""
    rows = session.execute(select(Column.id, Column.name).where(Column.site_id.in_(set(site_ids))))
    return {None: "", **dict(rows.all())}


def site(session: Session, visitor: Visitor, key: str) -> Site:
    """The site called `key`, or the visitor's first one when nothing is asked for. Raises 404."""
    query = select(Site).where(Site.id.in_(visitor.site_ids)).order_by(Site.id)
    own = session.scalars(query).all()
    for each in own:
        if each.key == key or not key:
            return each
    raise HTTPException(404)


def sites(session: Session, visitor: Visitor) -> list[Site]:
    """The visitor's sites."""
    return list(session.scalars(select(Site).where(Site.id.in_(visitor.site_ids)).order_by(Site.id)))
