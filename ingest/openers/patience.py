"""Openers that may take long say so first. In a hurry they are not begun: the letter is read again where time is."""

from collections.abc import Iterator
from contextlib import contextmanager


class PatienceNeededError(BaseException):
    """This takes longer than other letters should wait. Not an Exception, so that no opener takes it for a failure."""


class _Here:
    """How this process reads now."""

    in_hurry = False


@contextmanager
def hurry() -> Iterator[None]:
    """What is read inside the block must not take long."""
    before, _Here.in_hurry = _Here.in_hurry, True
    try:
        yield
    finally:
        _Here.in_hurry = before


def need_patience() -> None:
    """Called before slow work is begun. Raises PatienceNeededError when this is the wrong place for it."""
    if _Here.in_hurry:
        raise PatienceNeededError
