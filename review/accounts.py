"""Accounts: who may log in, as what. Each change is an event, in the caller's transaction."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from review.security import links, sessions, steps
from review.security.passwords import hashed
from tinbai.column import Column
from tinbai.errors import InputError
from tinbai.people import Role, RoleName, User
from tinbai.site import Site
from tinbai.text import clean_line, fold
from tinbai.workflow import record

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\"]+")
WANTED = tuple[RoleName, int | None]  # a role, and the id of the column it is for; None: the whole site


def add_user(
    session: Session, username: str, name: str, password: str, roles: Sequence[RoleName], *, site: Site, at: datetime,
    title: str = "", email: str | None = None, column: str | None = None,
) -> User:  # fmt: skip
    """Make a user with `roles` in the whole of `site`, or only in its column with the key `column`.

    In the caller's transaction. Raises InputError for a user name that is malformed or taken, an empty name, an
    unknown column, or a password that is too weak.
    """
    column_id = _column_id(session, site, column)
    wanted = [(role, column_id) for role in dict.fromkeys(roles)]
    user = _new(session, site, username, name, title, email, wanted, at=at)
    user.password_hash = _hashed(user.username, password)
    session.flush()
    return user


def invite_user(
    session: Session, site: Site, *, username: str, name: str, title: str, email: str, wanted: Sequence[WANTED],
    by: User, at: datetime,
) -> User:  # fmt: skip
    """Make a user without a password: he sets it by the link that is sent to him. Raises InputError as `add_user`."""
    if not wanted:
        raise InputError(field="role", problem="roles_missing")
    _check_head(session, site, wanted, by=by)
    user = _new(session, site, username, name, title, _address(session, email), wanted, at=at)
    session.flush()
    _note(session, user, site.id, "user_added", by=by, at=at, after=roles_in(user, site.id))
    return user


def change_details(
    session: Session, user: User, *, name: str, title: str, email: str, by: User, at: datetime
) -> Sequence[str]:
    """Name, title and address; returns which of them changed. Raises InputError."""
    wanted = {"name": clean_line(name)[:250], "title": clean_line(title)[:250], "email": _address(session, email, user)}
    if not wanted["name"]:
        raise InputError(field="name", problem="name_missing")
    changed = [key for key, value in wanted.items() if (getattr(user, key) or "") != (value or "")]
    for key in changed:
        setattr(user, key, wanted[key])
    if changed:
        for site_id in sites_of(user):
            _note(session, user, site_id, "user_changed", by=by, at=at, after=changed)
    return changed


def set_roles(session: Session, user: User, site: Site, wanted: Sequence[WANTED], *, by: User, at: datetime) -> None:
    """The roles of `user` in `site`, in the place of those he had there; they hold from his next page on.

    Raises InputError when he would be left without any, and for somebody's own roles: nobody gives himself more.
    """
    if user.id == by.id:
        raise InputError(field="role", problem="not_oneself")
    before = roles_in(user, site.id)
    if RoleName.HEAD not in before:
        _check_head(session, site, wanted, by=by)
    kept = [role for role in user.roles if role.site_id != site.id]
    if not kept and not wanted:
        raise InputError(field="role", problem="roles_missing")
    user.roles = kept
    session.flush()  # those that go first, or the same one twice would meet
    user.roles = [*kept, *_roles(site, wanted)]
    session.flush()
    after = roles_in(user, site.id)
    if after != before:
        _note(session, user, site.id, "user_roles", by=by, at=at, before=before, after=after)


def set_password(session: Session, user: User, password: str, *, by: User | None = None, at: datetime | None = None,
                 but: int = 0) -> None:  # fmt: skip
    """Give `user` a new password; end every session of his, `but` one, and every link. With `at` it is recorded."""
    user.password_hash = _hashed(user.username, password)
    sessions.end_of_user(session, user.id, but=but)
    steps.end_of_user(session, user.id)
    if at is not None:
        links.end_all(session, user.id, at=at)
        for site_id in sites_of(user):
            _note(session, user, site_id, "user_password", by=by or user, at=at)


def set_active(
    session: Session, user: User, *, active: bool, by: User | None = None, at: datetime | None = None
) -> None:
    """Let `user` log in, or shut him out at once. His name stays in the history."""
    if by is not None and by.id == user.id:
        raise InputError(field="active", problem="not_oneself")
    changes = user.active != active
    user.active = active
    if not active:
        sessions.end_of_user(session, user.id)
        steps.end_of_user(session, user.id)
    if at is not None and changes:
        if not active:
            links.end_all(session, user.id, at=at)
        for site_id in sites_of(user):
            _note(session, user, site_id, "user_unlocked" if active else "user_locked", by=by, at=at)


def note(session: Session, user: User, decision: str, *, by: User | None = None, at: datetime) -> None:
    """Record something about an account, once for each of its sites; `by` himself when nobody else is named."""
    for site_id in sites_of(user):
        _note(session, user, site_id, decision, by=by or user, at=at)


def sites_of(user: User) -> Sequence[int]:
    """The ids of the sites in which a user has a role."""
    return sorted({role.site_id for role in user.roles})


def roles_in(user: User, site_id: int) -> list[str]:
    """The roles of a user in a site, as the history keeps them: "editor", "editor:3" for the column with the id 3."""
    own = [role for role in user.roles if role.site_id == site_id]
    return sorted(role.name if role.column_id is None else f"{role.name}:{role.column_id}" for role in own)


def by_name_or_address(session: Session, typed: str) -> User | None:
    """The active user of this name, or the only one who has this address."""
    typed = typed.strip().lower()
    named = session.scalars(select(User).where(User.active, User.username == typed)).first()
    return named or by_address(session, typed)


def by_address(session: Session, address: str) -> User | None:
    """The only active user who has this address; None when there is none, and when there are several."""
    if not address.strip():
        return None
    found = session.scalars(select(User).where(User.active, func.lower(User.email) == address.strip().lower())).all()
    return found[0] if len(found) == 1 else None


def _new(
    session: Session, site: Site, username: str, name: str, title: str, email: str | None, wanted: Sequence[WANTED], *,
    at: datetime,
) -> User:  # fmt: skip
    username, name = username.strip().lower(), clean_line(name)
    if not _USERNAME.fullmatch(username):
        raise InputError(field="username", problem="username_wrong")
    if not name:
        raise InputError(field="name", problem="name_missing")
    if session.scalar(select(User.id).where(User.username == username)) is not None:
        raise InputError(field="username", problem="username_taken")
    user = User(
        username=username, name=name[:250], title=clean_line(title)[:250], email=email, created_at=at,
        roles=_roles(site, wanted),
    )  # fmt: skip
    session.add(user)
    return user


def _roles(site: Site, wanted: Sequence[WANTED]) -> list[Role]:
    """A role for the whole site stands for that role in each of its columns."""
    whole = {name for name, column_id in wanted if column_id is None}
    return [
        Role(site_id=site.id, column_id=column_id, name=name)
        for name, column_id in dict.fromkeys(wanted)
        if column_id is None or name not in whole
    ]


def _note(
    session: Session, user: User, site_id: int, decision: str, *, by: User | None, at: datetime,
    before: Sequence[str] = (), after: Sequence[str] = (),
) -> None:  # fmt: skip
    session.flush()
    data = {"about": user.username, "before": list(before), "after": list(after)}
    record(session, "user", user.id, site_id, decision, by=by, at=at, data=data)


def _check_head(session: Session, site: Site, wanted: Sequence[WANTED], *, by: User) -> None:
    """Only a head makes another one, where there is one: else an administrator could make himself a second account."""
    if all(name is not RoleName.HEAD for name, _ in wanted) or RoleName.HEAD in roles_in(by, site.id):
        return
    heads = select(User.id).join(Role, Role.user_id == User.id).where(Role.site_id == site.id, User.active)
    if session.scalar(heads.where(Role.name == RoleName.HEAD).limit(1)) is not None:
        raise InputError(field="role", problem="head_by_head")


def _address(session: Session, email: str, user: User | None = None) -> str | None:
    """An address that letters can go to; None for none. Raises InputError, also for that of another active user.

    By his address a user is known to the identity provider, and gets the link for a new password.
    """
    email = clean_line(email)
    if email and (len(email) > 254 or not _ADDRESS.fullmatch(email)):
        raise InputError(field="email", problem="address_wrong")
    same = select(User.id).where(User.active, func.lower(User.email) == email.lower())
    if email and session.scalar(same.where(User.id != user.id if user else true()).limit(1)) is not None:
        raise InputError(field="email", problem="user_address_taken")
    return email or None


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
