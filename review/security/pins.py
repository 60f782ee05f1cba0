"""PINs for deciding by a link in a letter: six digits or more, argon2id, locked after a few wrong ones in a row.

A PIN is no password: it counts together with a link that only one person was sent, for one version of one article.
"""

from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from review.security import passwords
from tinbai.approval_link import Pin
from tinbai.errors import InputError
from tinbai.people import User

SHORTEST, LONGEST = 6, 12
MOST_WRONG = 5
LOCKED = timedelta(hours=1)
_PADDING = "tinbai-pin:"  # argon2's checks of a password's shape are not a PIN's


def set_pin(session: Session, user: User, pin: str, *, at: datetime) -> None:
    """Give `user` this PIN, in the caller's transaction. Raises InputError for one that is easily guessed."""
    hashed = hashed_pin(pin)
    row = session.get(Pin, user.id) or Pin(user_id=user.id)
    row.pin_hash, row.set_at, row.wrong, row.locked_until = hashed, at, 0, None
    session.add(row)


def hashed_pin(pin: str) -> str:
    """The hash of a PIN that may be used. Raises InputError."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise InputError(field="pin", problem="pin_shape")
    steps = {(int(two) - int(one)) % 10 for one, two in pairwise(pin)}
    if len(set(pin)) < 3 or steps in ({1}, {9}):
        raise InputError(field="pin", problem="pin_simple")
    return passwords.hashed(_PADDING + pin)


def take_try(session: Session, user_id: int, *, at: datetime) -> str | None:
    """Count a try before the PIN is looked at, and give its hash; None when there is no PIN or it is locked.

    In a transaction of its own that is committed before the hash is compared: tries made at once all count.
    """
    row = session.get(Pin, user_id, with_for_update=True)
    if row is None or (row.locked_until is not None and row.locked_until > at):
        return None
    row.wrong += 1
    if row.wrong >= MOST_WRONG:
        row.locked_until, row.wrong = at + LOCKED, 0
    return row.pin_hash


def is_right(pin: str, stored: str) -> bool:
    """Whether it is the one."""
    return passwords.is_right(_PADDING + pin[: LONGEST + 1], stored)


def forgive(session: Session, user_id: int) -> None:
    """A right PIN takes the wrong ones back."""
    row = session.get(Pin, user_id)
    if row is not None:
        row.wrong, row.locked_until = 0, None
