"""The password once more, before something that would lock its owner out of his own account."""

from sqlalchemy.orm import Session
from starlette.requests import Request

from review.desk import Desk
from review.people.by_directory import user_by_directory
from review.security import lockout, passwords
from review.security.address import address_of
from review.security.rights import Visitor
from tinbai.errors import DirectoryError, InputError
from tinbai.login import LoginSession
from tinbai.people import User


def has_password(session: Session, visitor: Visitor) -> bool:
    """Whether there is one that he can be asked for: of his own, or the one with which the directory let him in.

    Who came in through an identity provider and never had one here has none.
    """
    return bool(session.get_one(User, visitor.user_id).password_hash) or _directory_name(session, visitor) is not None


def demand_password(request: Request, desk: Desk, visitor: Visitor, password: str) -> None:
    """Raise InputError unless `password` is the visitor's. In transactions of its own, before that of the change.

    Tries count as those at the log-in do, so whoever finds an open browser cannot guess on. Whoever has no password
    is asked for none.
    """
    web = desk.config.web
    with desk.database.reading() as session:
        if not has_password(session, visitor):
            return
        username = session.get_one(User, visitor.user_id).username
    with desk.database.writing() as session:
        free = lockout.take_try(session, username, address_of(request, web.proxies), at=desk.clock(), rules=web)
    if not free:
        raise InputError(field="password", problem="password_locked")
    if not is_password(desk, visitor, password):
        raise InputError(field="password", problem="password_wrong")
    with desk.database.writing() as session:
        lockout.forgive(session, username)


def is_password(desk: Desk, visitor: Visitor, password: str) -> bool:
    """Whether `password` is the visitor's: his own; else, if he came in with it, the directory's. The try was counted.

    Raises InputError when the directory cannot be asked.
    """
    with desk.database.reading() as session:
        stored = session.get_one(User, visitor.user_id).password_hash
        name = _directory_name(session, visitor)
    if passwords.is_right(password, stored):
        return True
    if name is None:
        return False
    try:
        return user_by_directory(desk, name, password) == visitor.user_id
    except DirectoryError as error:
        raise InputError(field="password", problem="directory_away") from error


def _directory_name(session: Session, visitor: Visitor) -> str | None:
    row = session.get(LoginSession, visitor.session_id)
    return row.directory_name if row else None
