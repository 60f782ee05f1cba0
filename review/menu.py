"""The top of every page: where one is, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from review import found
from review.language import N_, _
from review.security.rights import Right, Visitor, may_in
from review.sentences import said
from tinbai.alarm import Alarm, lasting
from tinbai.message import Message, MessageStatus
from tinbai.senders import count_waiting
from tinbai.site import Site


@dataclass(frozen=True, kw_only=True)
class Managed:
    """A page for those who look after a site."""

    key: str
    path: str
    name: str

    def shown(self) -> "Managed":
        """The same, in the language of the request."""
        return replace(self, name=_(self.name))


_MANAGED = (
    (Right.PEOPLE, Managed(key="users", path="/users", name=N_("Người dùng"))),
    (Right.SETTINGS, Managed(key="columns", path="/settings/columns", name=N_("Chuyên mục"))),
    (Right.SETTINGS, Managed(key="units", path="/settings/units", name=N_("Đơn vị"))),
    (Right.SETTINGS, Managed(key="texts", path="/settings/texts", name=N_("Lời trong thư"))),
    (Right.AUDIT, Managed(key="audit", path="/audit", name=N_("Nhật ký"))),
)


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The site shown, the others there are, and how many letters wait for somebody."""

    site: Site
    sites: list[Site]
    letters: int
    senders: int  # how many wait for an answer
    alarms: list[str]  # what is wrong, in words
    here: str
    manages: Sequence[Managed] = ()  # what the visitor looks after here beside articles


def menu(session: Session, visitor: Visitor, site: Site, here: str) -> Menu:
    """The menu for a page in `site`."""
    wait = Message.status.in_((MessageStatus.HELD, MessageStatus.FAILED))
    there = (Message.site_id == site.id, wait, found.open_to(visitor, site.id))
    letters = session.scalar(select(func.count()).select_from(Message).where(*there)) or 0
    mine = Alarm.site_id.is_(None) | (Alarm.site_id == site.id)
    alarms = [said(alarm.words) for alarm in session.scalars(lasting().where(mine))]
    return Menu(
        site=site, sites=found.sites(session, visitor), letters=letters, senders=count_waiting(session, site.id),
        alarms=alarms, here=here, manages=[each.shown() for right, each in _MANAGED if may_in(visitor, right, site.id)],
    )  # fmt: skip
