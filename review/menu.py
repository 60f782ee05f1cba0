"""The top of every page: where one is, and what waits."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from review import found
from review.security.rights import Visitor
from tinbai.message import Message, MessageStatus
from tinbai.site import Site


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The site shown, the others there are, and how many letters wait for somebody."""

    site: Site
    sites: list[Site]
    letters: int
    here: str


def menu(session: Session, visitor: Visitor, site: Site, here: str) -> Menu:
    """The menu for a page in `site`."""
    wait = Message.status.in_((MessageStatus.HELD, MessageStatus.FAILED))
    letters = session.scalar(select(func.count()).select_from(Message).where(Message.site_id == site.id, wait)) or 0
    return Menu(site=site, sites=found.sites(session, visitor), letters=letters, here=here)
