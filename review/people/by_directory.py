"""Logging in with the name and password that the authority's directory (LDAP) knows.

As with an identity provider, it opens accounts that exist, and makes none: an address that the directory has must be
that of one active user.
"""

import re

import structlog
from sqlalchemy.orm import Session
from starlette.requests import Request

from review import accounts
from review.desk import Desk
from review.people.coming_in import Begun, begin
from review.security import lockout, passwords
from review.security.directory import Directory, Person
from tinbai.errors import DirectoryError, SecretError
from tinbai.people import User

_log = structlog.get_logger(__name__)
# A directory knows a name under many writings (RFC 4518): with these letters it has one only, so tries are counted
# right. No longer than tinbai.login.LONGEST_NAME.
_NAME = re.compile(r"[a-z0-9][a-z0-9._@+'-]{0,253}")


def begin_by_directory(request: Request, desk: Desk, *, name: str, password: str, target: str) -> Begun | None:
    """Begin the log-in of whom the directory knows by these; None when it knows nobody, or he is no user.

    The try has been counted. Raises DirectoryError when the directory cannot be asked.
    """
    user_id = user_by_directory(desk, name, password)
    if user_id is None:
        return None
    with desk.database.writing() as session:
        user = session.get_one(User, user_id)
        lockout.hand_over(session, name, user.username)
        return begin(session, request, desk, user, target=target, directory_name=name)


def user_by_directory(desk: Desk, name: str, password: str) -> int | None:
    """The id of the active user whom the directory knows by these; None: nobody. In no transaction of the caller's.

    The password goes there as it was typed: another program took it, perhaps without Unicode NFC. Raises
    DirectoryError when the directory cannot be asked.
    """
    config = desk.config.ldap
    if not config.host or not _NAME.fullmatch(name) or len(password) > passwords.LONGEST:
        return None
    try:
        person = Directory(config).person(name, password, lambda found: _user_id(desk, found) is not None)
    except (DirectoryError, SecretError) as error:
        _log.warning("directory", problem=str(error))
        raise error if isinstance(error, DirectoryError) else DirectoryError(problem="secret") from error
    return None if person is None else _user_id(desk, person)


def _user_id(desk: Desk, person: Person) -> int | None:
    with desk.database.reading() as session:
        user = _user(session, person.addresses)
        if user is None:
            _log.warning("nobody has the directory's address", addresses=len(person.addresses))
        return user.id if user else None


def _user(session: Session, addresses: tuple[str, ...]) -> User | None:
    """The only active user who has one of the addresses."""
    known = {user.id: user for address in addresses if (user := accounts.by_address(session, address))}
    return next(iter(known.values())) if len(known) == 1 else None
