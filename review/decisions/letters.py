"""What a person says about a letter: read it again, let it through, or leave it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.posted import Posted, PostedDep
from review.security.rights import Right, Visitor, may
from review.security.visitor import VisitorDep
from tinbai.errors import ForbiddenMoveError, InputError, NotAllowedError
from tinbai.message import Message, MessageStatus
from tinbai.people import User
from tinbai.workflow import Fate, settle

router = APIRouter()


@router.post("/messages/{message_id}/reprocessing")
def reread(message_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Đọc lại: the letter goes back to those waiting to be read."""
    del posted
    with _settling(desk, visitor, message_id, Right.REREAD) as (session, message, user, at):
        _demand_bytes(message)
        settle(session, message, Fate.REPROCESS, by=user, at=at)
        message.attempts = 0
    return _to_message(message_id, "reprocessing")


@router.post("/messages/{message_id}/release")
def release(message_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Thả ra: a held letter becomes a draft in spite of what it was held for. Somebody has looked, and says why."""
    with _settling(desk, visitor, message_id, Right.RELEASE) as (session, message, user, at):
        if message.status is not MessageStatus.HELD:
            raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision="release")
        _demand_bytes(message)
        _demand_reason(posted)
        message.released = True
        settle(session, message, Fate.REPROCESS, by=user, at=at, reason=posted.text("note"))
        message.attempts = 0
    return _to_message(message_id, "release")


@router.post("/messages/{message_id}/dismissal")
def dismiss(message_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Bỏ qua: a held letter becomes nothing, with a reason. Its bytes stay."""
    with _settling(desk, visitor, message_id, Right.RELEASE) as (session, message, user, at):
        if message.status is not MessageStatus.HELD:
            raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision=Fate.DISMISS)
        _demand_reason(posted)
        settle(session, message, Fate.DISMISS, by=user, at=at, reason=posted.text("note"))
    return _to_message(message_id, "dismissal")


@contextmanager
def _settling(
    desk: Desk, visitor: Visitor, message_id: int, right: Right
) -> Iterator[tuple[Session, Message, User, datetime]]:
    with desk.database.writing() as session:
        message = found.message(session, visitor, message_id)
        if not may(visitor, right, message):
            raise NotAllowedError(user=visitor.user_id, right=right)
        yield session, message, session.get_one(User, visitor.user_id), desk.clock()


def _demand_bytes(message: Message) -> None:
    """A letter that was too large stays on its server: there is nothing here to read."""
    if not message.stored:
        raise InputError(field="letter", problem="letter_not_stored")


def _demand_reason(posted: Posted) -> None:
    if not posted.text("note"):
        raise InputError(field="note", problem="reason_missing")


def _to_message(message_id: int, done: str) -> RedirectResponse:
    return RedirectResponse(f"/messages/{message_id}?done={done}", status_code=303)
