"""The two answers to “who sent this?”, and taking the second one back."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from review import found
from review.decisions.register import unit_in
from review.desk import DeskDep
from review.posted import Posted, PostedDep
from review.security.rights import Right, Visitor, demand
from review.security.visitor import VisitorDep
from tinbai import senders
from tinbai.errors import InputError
from tinbai.message import Message
from tinbai.people import Contributor, User
from tinbai.site import Site

router = APIRouter()


@router.post("/messages/{message_id}/sender/acceptance")
def accept(message_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Nhận: the address belongs to a contributor, a new one or one that is there."""
    with desk.database.writing() as session:
        message = found.message(session, visitor, message_id)
        demand(visitor, Right.REGISTER, message)
        user, at = session.get_one(User, visitor.user_id), desk.clock()
        contributor = _chosen(session, visitor, message, posted) or senders.register(
            session, session.get_one(Site, message.site_id), posted.line("name"),
            unit_in(session, message.site_id, posted.line("unit")), by=user, at=at,
        )  # fmt: skip
        senders.accept(
            session, message, contributor,
            personal=posted.ticked("personal"), reread=posted.ticked("reread"), by=user, at=at,
        )  # fmt: skip
        return RedirectResponse(f"/contributors/{contributor.id}?done=sender_accepted", status_code=303)


@router.post("/messages/{message_id}/sender/refusal")
def refuse(message_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Từ chối: nothing becomes of what this address sends."""
    with desk.database.writing() as session:
        message = found.message(session, visitor, message_id)
        demand(visitor, Right.REGISTER, message)
        user = session.get_one(User, visitor.user_id)
        senders.refuse(session, message, note=posted.text("note"), by=user, at=desk.clock())
        key = session.get_one(Site, message.site_id).key
    return RedirectResponse(f"/contributors?site={key}&status=refused&done=sender_refused", status_code=303)


@router.post("/refusals/{refusal_id}/removal")
def readmit(refusal_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Bỏ từ chối: the next letter waits for an answer again."""
    del posted
    with desk.database.writing() as session:
        refused = found.refused_sender(session, visitor, refusal_id)
        demand(visitor, Right.REGISTER, refused)
        key = session.get_one(Site, refused.site_id).key
        senders.readmit(session, refused, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/contributors?site={key}&status=refused&done=sender_readmitted", status_code=303)


def _chosen(session: Session, visitor: Visitor, message: Message, posted: Posted) -> Contributor | None:
    """The contributor that was chosen from the list; None when it is a new one."""
    if not posted.line("contributor"):
        return None
    contributor = found.contributor(session, visitor, posted.number("contributor"))
    if contributor.site_id != message.site_id:
        raise InputError(field="contributor", problem="contributor_unknown")
    return contributor
