"""Pictures from outside are decoded in a child process, here for whoever shows or publishes them.

One child for the whole program, started when the first picture is asked for; and one for what is prepared before
anybody asks, so that nobody who waits for a picture waits behind it.
"""

import atexit
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from tinbai.limits import Limits
from tinbai.pictures import PictureError
from tinbai.sandbox import BrokenTaskError, Sandbox

T = TypeVar("T")
ASKED_FOR, IN_BACKGROUND = "asked for", "in the background"


class BrokenPictureError(PictureError):
    """The child came to no answer: it died, or was ended for its time or its memory."""


def of_picture(work: Callable[..., T], file: Path, *arguments: object) -> T:
    """The answer of `work(content, *arguments)` about the picture in `file`. Raises PictureError.

    `work` is a function of a module, and its answer travels back whole: a copy for the web, not the original.
    """
    return _answer(ASKED_FOR, work, file, arguments)


def of_picture_in_background(work: Callable[..., T], file: Path, *arguments: object) -> T:
    """The same, in a child of its own. Raises BrokenPictureError, PictureError."""
    return _answer(IN_BACKGROUND, work, file, arguments)


def _answer(child: str, work: Callable[..., T], file: Path, arguments: tuple[object, ...]) -> T:
    try:
        answer: T = _sandbox(child).call(_work_here, work, file, arguments)
    except BrokenTaskError as broken:
        raise BrokenPictureError(broken.problem) from broken
    return answer


@cache
def _sandbox(_child: str) -> Sandbox:
    made = Sandbox(Limits(), modules=["tinbai.made_copies"])
    atexit.register(made.__exit__, None, None, None)
    return made


def _work_here(work: Callable[..., T], file: Path, arguments: tuple[object, ...]) -> T:
    """In the child."""
    try:
        return work(file.read_bytes(), *arguments)
    except MemoryError as error:
        raise PictureError("too large to decode") from error
