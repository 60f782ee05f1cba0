"""Pictures from outside are decoded in a child process, here for whoever shows or publishes them.

One child for the whole program, started when the first picture is asked for.
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


def of_picture(work: Callable[..., T], file: Path, *arguments: object) -> T:
    """The answer of `work(content, *arguments)` about the picture in `file`. Raises PictureError.

    `work` is a function of a module, and its answer travels back whole: a copy for the web, not the original.
    """
    try:
        answer: T = _sandbox().call(_work_here, work, file, arguments)
    except BrokenTaskError as broken:
        raise PictureError(broken.problem) from broken
    return answer


@cache
def _sandbox() -> Sandbox:
    made = Sandbox(Limits(), modules=["tinbai.pictures"])
    atexit.register(made.__exit__, None, None, None)
    return made


def _work_here(work: Callable[..., T], file: Path, arguments: tuple[object, ...]) -> T:
    """In the child."""
    try:
        return work(file.read_bytes(), *arguments)
    except MemoryError as error:
        raise PictureError("too large to decode") from error
