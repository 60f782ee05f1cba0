"""The contributors: who may send, who waits for an answer, who was refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.locale import senders as words
from review.locale import vi
from review.menu import menu
from review.pages.queue import Tab
from review.security.rights import Right, Visitor, may_in
from review.security.visitor import VisitorDep
from tinbai.event import history
from tinbai.message import Message
from tinbai.people import Contributor, RefusedSender, Unit
from tinbai.senders import count_waiting, waiting_for_answer
from tinbai.site import Site

router = APIRouter()
LETTERS = 30
MOST_WAITING = 200
WAITING, ACTIVE, STOPPED, REFUSED = words.TABS


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One address that waits for an answer: its newest letter, and how many there are."""

    message: Message
    letters: int


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One contributor, with what came from it."""

    contributor: Contributor
    letters: int
    last_at: datetime | None


@router.get("/contributors")
def contributors_page(
    desk: DeskDep, visitor: VisitorDep, site: str = "", status: str = "", done: str = ""
) -> Response:  # fmt: skip
    """The contributors in one state. Without one: those who wait, when there are any."""
    with desk.database.reading() as session:
        here = found.site(session, visitor, site)
        tabs = _tabs(session, here)
        tab = status or (WAITING if tabs[0].count else ACTIVE)
        if tab not in words.TABS:
            raise HTTPException(404)
        values = {
            "menu": menu(session, visitor, here, "contributors"), "tabs": tabs, "tab": tab, "done": vi.DONE.get(done),
            "waiting": _waiting(session, here) if tab == WAITING else (),
            "listed": _listed(session, _contributors(here, tab), visitor, here) if tab in (ACTIVE, STOPPED) else (),
            "refused": session.scalars(_refused(here)).all() if tab == REFUSED else (),
            "may": may_in(visitor, Right.REGISTER, here.id), "units": units(session, here.id),
        }  # fmt: skip
        return desk.templates.page("contributors.html", values, visitor=visitor)


@router.get("/contributors/{contributor_id}")
def contributor_page(contributor_id: int, desk: DeskDep, visitor: VisitorDep, done: str = "") -> Response:
    """One contributor: names, unit, addresses, state, letters, and what was done."""
    with desk.database.reading() as session:
        contributor = found.contributor(session, visitor, contributor_id)
        site = session.get_one(Site, contributor.site_id)
        open_to = found.open_to(visitor, site.id)
        letters = select(Message).where(Message.contributor_id == contributor.id, open_to).order_by(Message.id.desc())
        events = session.scalars(history("contributor", contributor.id)).all()
        values = {
            "menu": menu(session, visitor, site, "contributors"), "contributor": contributor,
            "addresses": [each for each in contributor.addresses if each.active],
            "letters": session.scalars(letters.limit(LETTERS)).all(), "events": events, "done": vi.DONE.get(done),
            "may": may_in(visitor, Right.REGISTER, site.id), "units": units(session, site.id),
        }  # fmt: skip
        return desk.templates.page("contributor.html", values, visitor=visitor)


def units(session: Session, site_id: int) -> Sequence[Unit]:
    """The units that a contributor may belong to."""
    return session.scalars(select(Unit).where(Unit.site_id == site_id, Unit.active).order_by(Unit.name)).all()


def _contributors(site: Site, tab: str) -> Select[Contributor]:
    sends = Contributor.active & Contributor.stopped.is_(False)
    query = select(Contributor).where(Contributor.site_id == site.id, sends if tab == ACTIVE else ~sends)
    return query.options(selectinload(Contributor.addresses)).order_by(Contributor.name)


def _refused(site: Site) -> Select[RefusedSender]:
    return select(RefusedSender).where(RefusedSender.site_id == site.id).order_by(RefusedSender.id.desc())


def _tabs(session: Session, site: Site) -> Sequence[Tab]:
    def count(query: Select[Contributor] | Select[RefusedSender]) -> int:
        return session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0

    counts = {
        WAITING: count_waiting(session, site.id), ACTIVE: count(_contributors(site, ACTIVE)),
        STOPPED: count(_contributors(site, STOPPED)), REFUSED: count(_refused(site)),
    }  # fmt: skip
    return [Tab(key=key, name=name, count=counts[key]) for key, name in words.TABS.items()]


def _waiting(session: Session, site: Site) -> Sequence[Waiting]:
    """One line for each address, the one that waits longest first."""
    address = func.lower(Message.from_address)
    groups = waiting_for_answer(site.id).order_by(None).with_only_columns(func.max(Message.id), func.count(Message.id))
    grouped = session.execute(groups.group_by(address).order_by(func.min(Message.id)).limit(MOST_WAITING)).all()
    newest = {message.id: message for message in session.scalars(
        select(Message).where(Message.id.in_([message_id for message_id, _ in grouped]))
    )}  # fmt: skip
    return [Waiting(message=newest[message_id], letters=count) for message_id, count in grouped]


def _listed(session: Session, query: Select[Contributor], visitor: Visitor, site: Site) -> Sequence[Listed]:
    rows = session.scalars(query).all()
    figures = select(Message.contributor_id, func.count(Message.id), func.max(Message.received_at)).where(
        Message.contributor_id.in_([row.id for row in rows]), found.open_to(visitor, site.id)
    )
    sent = {key: (count, last) for key, count, last in session.execute(figures.group_by(Message.contributor_id))}
    return [Listed(contributor=row, letters=sent.get(row.id, (0, None))[0], last_at=sent.get(row.id, (0, None))[1])
            for row in rows]  # fmt: skip
