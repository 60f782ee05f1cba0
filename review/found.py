"""What an address of ours stands for, as far as the visitor may know of it. Other sites do not exist for him."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from review.security.rights import Right, Visitor, may, seen_by
from tinbai.article import Article
from tinbai.errors import StaleError
from tinbai.message import Message
from tinbai.people import Contributor, RefusedSender
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


def open_to(visitor: Visitor, site_id: int) -> ColumnElement[bool]:
    """Which letters of a site are there for the visitor: for every list and every count of letters."""
    return Message.restriction.is_(None) | Message.restriction.in_(seen_by(visitor, site_id))


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
