"""The top of every page: where one is, and what waits."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from review import found
from review.security.rights import Visitor
from tinbai.alarm import Alarm, lasting
from tinbai.message import Message, MessageStatus
from tinbai.senders import count_waiting
from tinbai.site import Site


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The site shown, the others there are, and how many letters wait for somebody."""

    site: Site
    sites: list[Site]
    letters: int
    senders: int  # how many wait for an answer
    alarms: list[str]  # what is wrong, in words
    here: str


def menu(session: Session, visitor: Visitor, site: Site, here: str) -> Menu:
    """The menu for a page in `site`."""
    wait = Message.status.in_((MessageStatus.HELD, MessageStatus.FAILED))
    there = (Message.site_id == site.id, wait, found.open_to(visitor, site.id))
    letters = session.scalar(select(func.count()).select_from(Message).where(*there)) or 0
    mine = Alarm.site_id.is_(None) | (Alarm.site_id == site.id)
    alarms = [alarm.words for alarm in session.scalars(lasting().where(mine))]
    return Menu(
        site=site, sites=found.sites(session, visitor), letters=letters, senders=count_waiting(session, site.id),
        alarms=alarms, here=here,
    )  # fmt: skip
