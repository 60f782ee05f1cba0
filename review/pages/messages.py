"""The letters: what arrived, what became of it and why; held and failed ones first."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found, original
from review.desk import DeskDep
from review.language import _
from review.locale import restricted, vi
from review.menu import menu
from review.opening import note_opened
from review.pages.queue import Tab
from review.posted import whole_number
from review.security.rights import Right, Visitor, may, seen_by
from review.security.visitor import VisitorDep
from tinbai.article import Article
from tinbai.delivery import MailboxRow
from tinbai.errors import InputError
from tinbai.event import history
from tinbai.message import Message, MessageStatus
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.workflow import MESSAGE_MOVES, Fate

router = APIRouter()
PAGE = 30
MANY_WAITING = 50  # letters that are fetched at once
RESTRICTED = "restricted"  # in an address: held letters that only named roles see
_KEPT = (Message.status == MessageStatus.HELD, Message.restriction.is_not(None))


@router.get("/messages")
def messages_page(
    desk: DeskDep, visitor: VisitorDep, site: str = "", status: str = MessageStatus.HELD, before: str = ""
) -> Response:
    """The letters in one status, newest first; those that only named roles see have a list of their own."""
    with desk.database.reading() as session:
        here = found.site(session, visitor, site)
        if status == RESTRICTED and not seen_by(visitor, here.id):
            raise HTTPException(404)
        rows = session.scalars(_listed(here.id, status, before).where(found.open_to(visitor, here.id))).all()
        values = {
            "menu": menu(session, visitor, here, "messages"), "tabs": _tabs(session, visitor, here.id), "tab": status,
            "messages": rows[:PAGE], "next": rows[PAGE - 1].id if len(rows) > PAGE else None, "before": before,
            "waiting": _waiting(session, here.id),
        }  # fmt: skip
        return desk.templates.page("messages.html", values, visitor=visitor)


@router.get("/messages/{message_id}")
def message_page(message_id: int, desk: DeskDep, visitor: VisitorDep, done: str = "") -> Response:
    """One letter, what became of it, and what may be done about it."""
    note_opened(desk, visitor, message_id)
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        site = session.get_one(Site, message.site_id)
        values = {
            "menu": menu(session, visitor, site, "messages"), "message": message, "original": original,
            "articles": _articles(session, message), "events": session.scalars(history("message", message.id)).all(),
            "can": _can(visitor, message), "done": vi.DONE.get(done),
            "kept": message.status is MessageStatus.HELD and message.restriction is not None,
        }  # fmt: skip
        return desk.templates.page("message.html", values, visitor=visitor)


def _waiting(session: Session, site_id: int) -> int:
    """How many letters of the site's mailboxes are still to be fetched, where that takes more than a moment."""
    waiting = session.scalar(select(func.sum(MailboxRow.waiting)).where(MailboxRow.site_id == site_id)) or 0
    return waiting if waiting >= MANY_WAITING else 0


def _listed(site_id: int, tab: str, before: str) -> Select[Message]:
    shown = _KEPT if tab == RESTRICTED else (Message.status == _status(tab), ~and_(*_KEPT))
    query = select(Message).where(Message.site_id == site_id, *shown)
    if before:
        query = query.where(Message.id < _number(before))
    return query.order_by(Message.id.desc()).limit(PAGE + 1)


def _tabs(session: Session, visitor: Visitor, site_id: int) -> Sequence[Tab]:
    """A tab for each status; for those who see any restricted letters, one more behind that of the held ones."""
    own = (Message.site_id == site_id, found.open_to(visitor, site_id))
    query = select(Message.status, func.count()).where(*own, ~and_(*_KEPT)).group_by(Message.status)
    counts = dict(session.execute(query).all())
    tabs = [Tab(key=status, name=name, count=counts.get(status, 0)) for status, name in vi.MESSAGE_STATUS.items()]
    if seen_by(visitor, site_id):
        kept = session.scalar(select(func.count()).select_from(Message).where(*own, *_KEPT)) or 0
        tabs.insert(1, Tab(key=RESTRICTED, name=_(restricted.RESTRICTED), count=kept))
    return tabs


def _articles(session: Session, message: Message) -> Sequence[Article]:
    """The articles that were made of it, or that it renewed."""
    renewed = select(Revision.article_id).where(Revision.message_id == message.id)
    query = select(Article).where((Article.message_id == message.id) | Article.id.in_(renewed))
    return session.scalars(query.order_by(Article.id)).all()


@dataclass(frozen=True, kw_only=True)
class Can:
    """What may be done about a letter."""

    reread: bool
    release: bool
    dismiss: bool


def _can(visitor: Visitor, message: Message) -> Can:
    open_ = message.stored and (message.status, Fate.REPROCESS) in MESSAGE_MOVES
    held = message.status is MessageStatus.HELD and may(visitor, Right.RELEASE, message)
    return Can(
        reread=open_ and may(visitor, Right.REREAD, message),
        release=held and message.stored,
        dismiss=held,
    )


def _status(value: str) -> MessageStatus:
    try:
        return MessageStatus(value)
    except ValueError as error:
        raise HTTPException(404) from error


def _number(value: str) -> int:
    try:
        return whole_number(value, "before")
    except InputError as error:
        raise HTTPException(404) from error
