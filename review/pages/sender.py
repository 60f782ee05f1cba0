"""Who sent this letter: the page on which a sender is let in or refused, once."""

from fastapi import APIRouter
from sqlalchemy import select
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.language import kept
from review.menu import menu
from review.pages.contributors import units
from review.security.rights import Right, may
from review.security.visitor import VisitorDep
from tinbai.errors import ForbiddenMoveError
from tinbai.free_mail import is_free_mail
from tinbai.message import Message, MessageStatus
from tinbai.people import Contributor
from tinbai.senders import ACCEPT, UNKNOWN, waiting_with
from tinbai.site import Site

router = APIRouter()


@router.get("/messages/{message_id}/sender")
def sender_page(message_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The sender of a letter that waits for an answer: what is known, and the two answers."""
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        if message.status is not MessageStatus.HELD or message.standing != UNKNOWN or not message.from_address:
            raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision=ACCEPT)
        site = session.get_one(Site, message.site_id)
        known = select(Contributor).where(Contributor.site_id == site.id, Contributor.active).order_by(Contributor.name)
        values = {
            "menu": menu(session, visitor, site, "contributors"), "message": message,
            "in_dns": in_dns(message.from_address), "letters": session.scalars(waiting_with(message)).all(),
            "contributors": session.scalars(known).all(), "units": units(session, site.id),
            "personal": is_free_mail(message.from_address), "may": may(visitor, Right.REGISTER, message),
            "reason": _reason(message),
        }  # fmt: skip
        return desk.templates.page("sender.html", values, visitor=visitor)


def _reason(message: Message) -> str:
    """Why the letter waits, without whom its sender looks like: that stands above it, as a warning of its own."""
    return (message.standing_reason or "").replace(kept(f" Chú ý: {'; '.join(message.alike or ())}."), "")


def in_dns(address: str) -> str | None:
    """The domain as it stands in DNS, when it is written with other letters than it seems; None when it is plain."""
    domain = address.rpartition("@")[2]
    try:
        plain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return plain if plain.lower() != domain.lower() or "xn--" in plain.lower() else None
