"""Who makes this request."""

from typing import Annotated

from fastapi import Depends
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from review.desk import Desk, DeskDep
from review.language import speak
from review.security import second_factor, sessions
from review.security.rights import Grant, Visitor
from tinbai.config import Config
from tinbai.errors import TinbaiError
from tinbai.login import LoginSession
from tinbai.people import User
from tinbai.site import Site


class LogInFirstError(TinbaiError):
    """Nobody is logged in, or the session has ended."""


def visitor(request: Request, desk: DeskDep) -> Visitor:
    """The one who is logged in; asked for once a request. Raises LogInFirstError."""
    known = getattr(request.state, "visitor", None)
    found = known if isinstance(known, Visitor) else visitor_if_any(request, desk)
    if found is None:
        raise LogInFirstError
    request.state.visitor = found
    speak(found.language)
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
        who = _visitor(session, desk.config, found)
    if now - seen_at > sessions.SEEN_EVERY:
        with desk.database.writing() as session:
            sessions.touch(session, session_id, at=now, hours=desk.config.web.session_hours)
    return who


def _visitor(session: Session, config: Config, found: LoginSession) -> Visitor:
    user = found.user
    return Visitor(
        session_id=found.id,
        must_set_up=demands_second_factor(session, config, user) and not second_factor.is_on(session, user.id),
        user_id=user.id,
        name=user.name,
        title=user.title,
        language=user.language,
        csrf_token=found.csrf_token,
        grants=tuple(Grant(site_id=role.site_id, column_id=role.column_id, role=role.name) for role in user.roles),
    )


def demands_second_factor(session: Session, config: Config, user: User) -> bool:
    """Whether a site wants a second factor of somebody with one of his roles there."""
    demanding = {site.key: site.second_factor for site in config.sites if site.second_factor}
    if not demanding:
        return False
    keys = {row.id: row.key for row in session.query(Site.id, Site.key).filter(Site.key.in_(demanding))}
    return any(
        role.site_id in keys and ("all" in demanding[keys[role.site_id]] or role.name in demanding[keys[role.site_id]])
        for role in user.roles
    )


async def _known_visitor(request: Request, desk: DeskDep) -> Visitor:
    """The one whom `routes.guard` has found; he is asked for in a thread only where it did not look."""
    known = getattr(request.state, "visitor", None)
    return known if isinstance(known, Visitor) else await run_in_threadpool(visitor, request, desk)


VisitorDep = Annotated[Visitor, Depends(_known_visitor)]
