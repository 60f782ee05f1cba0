"""What an address of ours stands for, as far as the visitor may know of it. Other sites do not exist for him."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session, defer
from sqlalchemy.orm.interfaces import ORMOption
from starlette.exceptions import HTTPException

from review.security.rights import Right, Visitor, demand_in, may, may_in, seen_by, sees_user
from tinbai.article import Article
from tinbai.column import Column
from tinbai.errors import StaleError
from tinbai.message import Message, unjudged
from tinbai.people import Contributor, RefusedSender, User
from tinbai.restriction import Restriction
from tinbai.site import Site

LARGEST_ID = 2**31 - 1


def article(
    session: Session, visitor: Visitor, article_id: int, *, along: Sequence[ORMOption] = ()
) -> Article:  # fmt: skip
    """The article, for a page; with `along`, what else the page will ask of it. Raises 404."""
    found = session.get(Article, article_id, options=along) if 0 < article_id <= LARGEST_ID else None
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
    return open_for(seen_by(visitor, site_id), sees_unjudged=may_in(visitor, Right.SEE_UNJUDGED, site_id))


def open_for(seen: frozenset[Restriction], *, sees_unjudged: bool) -> ColumnElement[bool]:
    """The same, for whoever sees these kinds of restricted letters."""
    there = Message.restriction.is_(None) | Message.restriction.in_(seen)
    return there if sees_unjudged else and_(there, ~unjudged())


def column_names(session: Session, site_ids: Iterable[int]) -> dict[int | None, str]:
    """The names of the columns of some sites, by their ids."""
    rows = session.execute(select(Column.id, Column.name).where(Column.site_id.in_(set(site_ids))))
    return {None: "", **dict(rows.all())}


def site(session: Session, visitor: Visitor, key: str) -> Site:
    """The site called `key`, or the visitor's first one when nothing is asked for. Raises 404."""
    for each in sites(session, visitor):
        if each.key == key or not key:
            return each
    raise HTTPException(404)


def site_with(session: Session, visitor: Visitor, right: Right, key: str) -> Site:
    """The site called `key` where the visitor has the right; the first such one without a key. Raises 403, 404."""
    if not key:
        for each in sites(session, visitor):
            if may_in(visitor, right, each.id):
                return each
    here = site(session, visitor, key)
    demand_in(visitor, right, here.id)
    return here


def sites(session: Session, visitor: Visitor) -> list[Site]:
    """The visitor's sites. What a page needs of them is their names: a session reads those once, and not the rest."""
    own: list[Site] | None = session.info.get((Site, visitor.site_ids))
    if own is None:
        query = select(Site).where(Site.id.in_(visitor.site_ids)).order_by(Site.id)
        own = list(session.scalars(query.options(defer(Site.data), defer(Site.register), defer(Site.lists))))
        session.info[Site, visitor.site_ids] = own
    return own
