"""How the running program holds its memory: letters out of the heap, few heaps, and what is free given back.

By itself glibc raises the size from which a piece stands outside of the heap to that of the largest letter it has seen,
and gives each thread a heap: among many threads' letters they grew by 20 kB a letter. What is free between pieces that
stay is given back only when it is asked to. Elsewhere than with glibc nothing is done.

Python's own collector of cycles is called after each 700 objects by itself, and walks the whole program now and then,
all of its libraries' classes and functions with it, which never go away.
"""

import ctypes
import gc
from collections.abc import Callable

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # malloc.h of glibc
_OUTSIDE_BYTES = 128 << 10
_ARENAS = 2
_OBJECTS_BETWEEN, _YOUNG, _OLDER = 10_000, 20, 50  # a letter makes some ten thousand


def hold_little() -> None:
    """Once, before threads are started."""
    set_limit = _of_glibc("mallopt")
    if set_limit is not None:
        set_limit(_M_ARENA_MAX, _ARENAS)
        set_limit(_M_MMAP_THRESHOLD, _OUTSIDE_BYTES)
        set_limit(_M_TRIM_THRESHOLD, _OUTSIDE_BYTES)


def collect_seldom() -> None:
    """Once, when everything is imported: what is there by now is not walked again, and the rest less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN, _YOUNG, _OLDER)


def give_back() -> None:
    """Now and then: every free page of the heaps goes back to the system. Takes some milliseconds."""
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


def _of_glibc(name: str) -> Callable[..., int] | None:
    found: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    return found
