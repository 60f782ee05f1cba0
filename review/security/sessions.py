"""Log-in sessions. The cookie holds a random token; the database holds only its hash."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy.orm import Session, contains_eager
from starlette.responses import Response

from review.security import tokens
from tinbai.config import WebConfig
from tinbai.db import changed
from tinbai.login import LoginSession
from tinbai.people import User
from tinbai.text import clean_line

SEEN_EVERY = timedelta(minutes=1)  # a write for every page would be too many
COOKIE_LIFE = timedelta(days=400)  # the longest that browsers allow (RFC 6265bis); the row in the database ends sooner


def cookie_name(web: WebConfig) -> str:
    """Over HTTPS the name itself forbids that another host or path sets the cookie (RFC 6265bis, __Host-)."""
    return "__Host-tinbai" if web.https_only else "tinbai"


def start(
    session: Session, user: User, *, at: datetime, hours: int, device: str = "", address: str = "",
    directory_name: str | None = None,
) -> str:  # fmt: skip
    """A new session for `user`; returns the token for the cookie. Ended sessions are swept on the way.

    `device` is what the browser says of itself, `address` where the request came from: for his own list of sessions.
    `directory_name` is what he typed, when the directory knew his password.
    """
    token = tokens.new()
    session.execute(delete(LoginSession).where(LoginSession.expires_at <= at))
    session.add(
        LoginSession(
            token_hash=tokens.hashed(token), user_id=user.id, csrf_token=secrets.token_urlsafe(24), created_at=at,
            seen_at=at, expires_at=at + timedelta(hours=hours), device=clean_line(device)[:250], address=address[:64],
            directory_name=directory_name,
        )
    )  # fmt: skip
    return token


def find(session: Session, token: str, *, at: datetime) -> LoginSession | None:
    """The running session behind a cookie, of a user who is still active; with his roles, in one statement."""
    return session.scalars(_running(), {"token_hash": tokens.hashed(token), "at": at}).unique().first()


@cache
def _running() -> Select[LoginSession]:
    """Asked for with every request, so it is put together once."""
    return (
        select(LoginSession)
        .join(LoginSession.user)
        .where(
            LoginSession.token_hash == bindparam("token_hash"),
            LoginSession.expires_at > bindparam("at", type_=LoginSession.expires_at.type),
            User.active,
        )
        .options(contains_eager(LoginSession.user).joinedload(User.roles))
    )


def touch(session: Session, session_id: int, *, at: datetime, hours: int) -> None:
    """Note that the session was used: it lasts `hours` from now."""
    values = {"seen_at": at, "expires_at": at + timedelta(hours=hours)}
    session.execute(update(LoginSession).where(LoginSession.id == session_id).values(values))


def end(session: Session, token: str) -> None:
    """End the session behind a cookie."""
    session.execute(delete(LoginSession).where(LoginSession.token_hash == tokens.hashed(token)))


def of_user(session: Session, user_id: int, *, at: datetime) -> Sequence[LoginSession]:
    """The running sessions of a user, the one used last first."""
    query = select(LoginSession).where(LoginSession.user_id == user_id, LoginSession.expires_at > at)
    return session.scalars(query.order_by(LoginSession.seen_at.desc(), LoginSession.id.desc())).all()


def end_of_user(session: Session, user_id: int, *, but: int = 0, only: int | None = None) -> int:
    """End the sessions of a user: all, all `but` one, or `only` one; returns how many."""
    query = delete(LoginSession).where(LoginSession.user_id == user_id, LoginSession.id != but)
    if only is not None:
        query = query.where(LoginSession.id == only)
    return changed(session.execute(query))


def give_cookie(response: Response, token: str, web: WebConfig) -> None:
    """Put the token into the browser: out of reach of scripts, not sent along by other sites' forms."""
    response.set_cookie(
        cookie_name(web), token, max_age=int(COOKIE_LIFE.total_seconds()), path="/", httponly=True, samesite="lax",
        secure=web.https_only,
    )  # fmt: skip


def take_cookie(response: Response, web: WebConfig) -> None:
    """Remove the cookie from the browser."""
    response.delete_cookie(cookie_name(web), path="/", httponly=True, samesite="lax", secure=web.https_only)
