"""A log-in between its two steps: a short-lived token of its own, which opens nothing but the second step."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review.security import tokens
from tinbai.account import LoginStep, StepKind
from tinbai.config import WebConfig
from tinbai.db import changed

LIFE = timedelta(minutes=10)


def cookie_name(web: WebConfig) -> str:
    """As that of the session, with the same protection over HTTPS."""
    return "__Host-tinbai-step" if web.https_only else "tinbai-step"


def start(session: Session, kind: StepKind, *, user_id: int | None, data: dict[str, Any], at: datetime) -> str:
    """A new step; returns the token for the cookie. Ended ones are swept on the way."""
    token = tokens.new()
    session.execute(delete(LoginStep).where(LoginStep.expires_at <= at))
    session.add(LoginStep(token_hash=tokens.hashed(token), kind=kind, user_id=user_id, data=data, expires_at=at + LIFE))
    return token


def find(session: Session, token: str, kind: StepKind, *, at: datetime) -> LoginStep | None:
    """The step behind a cookie."""
    own = (LoginStep.token_hash == tokens.hashed(token), LoginStep.kind == kind, LoginStep.expires_at > at)
    return session.scalars(select(LoginStep).where(*own)).first()


def end(session: Session, token: str) -> bool:
    """End the step behind a cookie; False when it was over already."""
    gone = session.execute(delete(LoginStep).where(LoginStep.token_hash == tokens.hashed(token)))
    return changed(gone) == 1


def end_of_user(session: Session, user_id: int) -> None:
    """End every step that a user has begun."""
    session.execute(delete(LoginStep).where(LoginStep.user_id == user_id))


def give_cookie(response: Response, token: str, web: WebConfig) -> None:
    """Put the token into the browser."""
    response.set_cookie(
        cookie_name(web), token, max_age=int(LIFE.total_seconds()), path="/", httponly=True, samesite="lax",
        secure=web.https_only,
    )  # fmt: skip


def take_cookie(response: Response, web: WebConfig) -> None:
    """Remove the cookie from the browser."""
    response.delete_cookie(cookie_name(web), path="/", httponly=True, samesite="lax", secure=web.https_only)
