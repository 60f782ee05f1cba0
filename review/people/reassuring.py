"""The password once more, before something that would lock its owner out of his own account."""

from starlette.requests import Request

from review.desk import Desk
from review.security import lockout, passwords
from review.security.address import address_of
from review.security.rights import Visitor
from tinbai.errors import InputError
from tinbai.people import User


def demand_password(request: Request, desk: Desk, visitor: Visitor, password: str) -> None:
    """Raise InputError unless `password` is the visitor's own. In transactions of its own, before that of the change.

    Tries count as those at the log-in do, so whoever finds an open browser cannot guess on. Somebody who never had a
    password, since he comes in through an identity provider, is asked for none.
    """
    web = desk.config.web
    with desk.database.reading() as session:
        user = session.get_one(User, visitor.user_id)
        username, stored = user.username, user.password_hash
    if not stored:
        return
    with desk.database.writing() as session:
        free = lockout.take_try(session, username, address_of(request, web.proxies), at=desk.clock(), rules=web)
    if not free:
        raise InputError(field="password", problem="password_locked")
    if not passwords.is_right(password, stored):
        raise InputError(field="password", problem="password_wrong")
    with desk.database.writing() as session:
        lockout.forgive(session, username)
