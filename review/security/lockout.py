"""Lock-out: after too many failed tries, a user name and an address rest for a while."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from tinbai.config import WebConfig
from tinbai.login import LoginFailure
from tinbai.people import User

PER_ADDRESS = 5  # a whole office stands behind one address: it gets this many times the tries of one user


def take_try(session: Session, username: str, address: str, *, at: datetime, rules: WebConfig) -> bool:
    """Count a try, before the password is looked at, so that tries made at once do not slip through.

    False: there were too many in the last minutes. A right password takes the user's own tries back: `forgive`.
    """
    since = at - timedelta(minutes=rules.lockout_minutes)
    by_name = _count(session, LoginFailure.username == username, since)
    by_address = _count(session, LoginFailure.address == address, since)
    if by_name >= rules.lockout_tries or by_address >= rules.lockout_tries * PER_ADDRESS:
        return False
    session.add(LoginFailure(username=username, address=address, at=at))
    return True


def forgive(session: Session, username: str) -> None:
    """Forget the failed tries of somebody who has just logged in; those made with other names stay."""
    session.execute(delete(LoginFailure).where(LoginFailure.username == username))


def hand_over(session: Session, typed: str, username: str) -> None:
    """Let the tries made with `typed`, another name of the user, count as his own; they are forgiven with his.

    Where `typed` is somebody else's user name only the last one is his: his log-ins must not buy tries at that account.
    """
    if typed == username:
        return
    tries = select(LoginFailure.id).where(LoginFailure.username == typed).order_by(LoginFailure.id.desc())
    if session.scalar(select(User.id).where(User.username == typed)) is not None:
        tries = tries.limit(1)
    ids = session.scalars(tries).all()
    session.execute(update(LoginFailure).where(LoginFailure.id.in_(ids)).values(username=username))


def _count(session: Session, who: ColumnElement[bool], since: datetime) -> int:
    return session.scalar(select(func.count()).select_from(LoginFailure).where(who, LoginFailure.at > since)) or 0
