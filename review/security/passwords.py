"""Passwords: argon2id ends at this file."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

from tinbai.errors import InputError
from tinbai.text import nfc

SHORTEST = 10
LONGEST = 200

_hasher = PasswordHasher(type=Type.ID)
_slots = BoundedSemaphore(2)  # a verification takes 64 MB: many log-ins at once must not take all there is
_NOBODY = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """The argon2id hash of `password`. Raises InputError when it is too short, too long, or one letter repeated."""
    password = nfc(password)  # the same letters typed on another keyboard may be composed otherwise
    if len(password) < SHORTEST:
        raise InputError(field="password", problem="password_short")
    if len(password) > LONGEST:
        raise InputError(field="password", problem="password_long")
    if len(set(password)) < 4:
        raise InputError(field="password", problem="password_simple")
    with _slots:
        return _hasher.hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Whether `password` is the one behind `stored`. Takes the same time when there is no such user."""
    with _slots:
        try:
            _hasher.verify(stored or _NOBODY, nfc(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
    return bool(stored)


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with weaker figures than today's."""
    return _hasher.check_needs_rehash(stored)
