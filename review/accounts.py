"""Accounts: who may log in."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from review.security.passwords import hashed
from tinbai.column import Column
from tinbai.errors import InputError
from tinbai.login import LoginSession
from tinbai.people import Role, RoleName, User
from tinbai.site import Site
from tinbai.text import clean_line, fold

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")


def add_user(
    session: Session, username: str, name: str, password: str, roles: Sequence[RoleName], *, site: Site, at: datetime,
    title: str = "", email: str | None = None, column: str | None = None,
) -> User:  # fmt: skip
    """Make a user with `roles` in the whole of `site`, or only in its column with the key `column`.

    In the caller's transaction. Raises InputError for a user name that is malformed or taken, an empty name, an
    unknown column, or a password that is too weak.
    """
    username, name = username.strip().lower(), clean_line(name)
    if not _USERNAME.fullmatch(username):
        raise InputError(field="username", problem="username_wrong")
    if not name:
        raise InputError(field="name", problem="name_missing")
    if session.scalar(select(User.id).where(User.username == username)) is not None:
        raise InputError(field="username", problem="username_taken")
    user = User(
        username=username, name=name[:250], title=clean_line(title)[:250], email=email,
        password_hash=_hashed(username, password), created_at=at,
        roles=[
            Role(site_id=site.id, column_id=_column_id(session, site, column), name=role)
            for role in dict.fromkeys(roles)
        ],
    )  # fmt: skip
    session.add(user)
    session.flush()
    return user


def set_password(session: Session, user: User, password: str) -> None:
    """Give `user` a new password and end every session of his."""
    user.password_hash = _hashed(user.username, password)
    session.execute(delete(LoginSession).where(LoginSession.user_id == user.id))


def set_active(session: Session, user: User, *, active: bool) -> None:
    """Let `user` log in, or shut him out at once. His name stays in the history."""
    user.active = active
    if not active:
        session.execute(delete(LoginSession).where(LoginSession.user_id == user.id))


def _column_id(session: Session, site: Site, key: str | None) -> int | None:
    if key is None:
        return None
    found = session.scalar(select(Column.id).where(Column.site_id == site.id, Column.key == key))
    if found is None:
        raise InputError(field="column", problem="column_unknown")
    return found


def _hashed(username: str, password: str) -> str:
    if fold(username) in fold(password):
        raise InputError(field="password", problem="password_is_name")
    return hashed(password)
