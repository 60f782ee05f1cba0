"""Passwords cost next to nothing in tests: argon2id with the smallest figures, wherever a test's own process hashes.

What a child process hashes, as `tinbai` itself does, costs what it costs users.
"""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from review.security import passwords

REAL = passwords._hasher
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords are hashed and asked for by argon2id, without the work that makes guessing dear.

    A test of the real figures puts `REAL` back.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", _QUICK)
        patch.setattr(passwords, "_NOBODY", _QUICK.hash("nobody has this password"))
        yield
