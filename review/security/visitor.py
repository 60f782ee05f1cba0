"""Who makes this request."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from review.desk import Desk, DeskDep
from review.security import sessions
from review.security.rights import Grant, Visitor
from tinbai.errors import TinbaiError
from tinbai.login import LoginSession


class LogInFirstError(TinbaiError):
    """Nobody is logged in, or the session has ended."""


def visitor(request: Request, desk: DeskDep) -> Visitor:
    """The one who is logged in. Raises LogInFirstError."""
    found = visitor_if_any(request, desk)
    if found is None:
        raise LogInFirstError
    return found


def visitor_if_any(request: Request, desk: Desk) -> Visitor | None:
    """The one who is logged in, if anybody is."""
    token = request.cookies.get(sessions.cookie_name(desk.config.web))
    if not token:
        return None
    now = desk.clock()
    with desk.database.reading() as session:
        found = sessions.find(session, token, at=now)
        if found is None:
            return None
        session_id, seen_at = found.id, found.seen_at
        who = _visitor(found)
    if now - seen_at > sessions.SEEN_EVERY:
        with desk.database.writing() as session:
            sessions.touch(session, session_id, at=now, hours=desk.config.web.session_hours)
    return who


def _visitor(found: LoginSession) -> Visitor:
    user = found.user
    return Visitor(
        user_id=user.id,
        name=user.name,
        title=user.title,
        csrf_token=found.csrf_token,
        grants=tuple(Grant(site_id=role.site_id, column_id=role.column_id, role=role.name) for role in user.roles),
    )


VisitorDep = Annotated[Visitor, Depends(visitor)]
