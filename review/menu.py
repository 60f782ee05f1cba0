"""The top of every page: where one is, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from review import found
from review.language import N_, _
from review.security.rights import Right, Visitor, may_in, seen_by
from review.sentences import said
from tinbai.alarm import Alarm, lasting
from tinbai.message import Message, MessageStatus, standing_at
from tinbai.restriction import Restriction
from tinbai.senders import number_waiting
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
    (Right.SETTINGS, Managed(key="lists", path="/settings/lists", name=N_("Danh sách kiểm tra"))),
    (Right.SETTINGS, Managed(key="checks", path="/settings/checks", name=N_("Các kiểm tra"))),
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
    counting = _counting(seen_by(visitor, site.id), may_in(visitor, Right.SEE_UNJUDGED, site.id))
    waiting = session.execute(counting, {"site": site.id}).one()
    alarms = [said(words) for words in session.scalars(_alarms(), {"site": site.id})]
    return Menu(
        site=site, sites=found.sites(session, visitor), letters=waiting[0], senders=waiting[1], alarms=alarms,
        here=here, manages=[each.shown() for right, each in _MANAGED if may_in(visitor, right, site.id)],
    )  # fmt: skip


@cache
def _counting(seen: frozenset[Restriction], sees_unjudged: bool) -> Select[int, int]:  # noqa: FBT001 - a key of a cache
    """The letters and the senders that wait, for whoever sees so much; put together once, as the next."""
    site = bindparam("site", type_=Message.site_id.type)
    wait = standing_at(site, MessageStatus.HELD, MessageStatus.FAILED)
    there = (wait, found.open_for(seen, sees_unjudged=sees_unjudged))
    letters = select(func.count()).select_from(Message).where(*there).scalar_subquery()
    return select(letters, number_waiting(site))


@cache
def _alarms() -> Select[str]:
    mine = Alarm.site_id.is_(None) | (Alarm.site_id == bindparam("site"))
    return lasting().with_only_columns(Alarm.words).where(mine)
