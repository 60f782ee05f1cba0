"""The encoding that an editor wants a letter to be read in, for as long as it is being read.

It goes round the openers, which all end in the same repair and need not know of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tinbai.vietnamese.encoding import Encoding

_WISHED: ContextVar[Encoding | None] = ContextVar("wished_encoding", default=None)


@contextmanager
def reading_as(encoding: Encoding | None) -> Iterator[None]:
    """Take every text for `encoding`, whatever its fonts and letters say; None: judge, as always."""
    token = _WISHED.set(encoding)
    try:
        yield
    finally:
        _WISHED.reset(token)


def wished() -> Encoding | None:
    """The encoding that is wanted; None when the text is to be judged."""
    return _WISHED.get()
