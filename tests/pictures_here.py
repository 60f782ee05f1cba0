"""Pictures decoded in this process: for tests in which a death is to hit everything, and that start many processes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from tinbai import picture_sandbox


class PicturesHere:
    """Stands for the child process that makes the public copies of photos; what this process made once is kept."""

    made: ClassVar[dict[Any, Any]] = {}

    def call(self, here: Callable[..., Any], work: Any, file: Path, arguments: tuple[object, ...]) -> Any:
        key = (work, file.name, arguments)  # a blob is named for its content
        if key not in self.made:
            self.made[key] = here(work, file, arguments)
        return self.made[key]


def decode_here() -> None:
    """From now on, and in whatever is forked from here."""
    picture_sandbox._sandbox = lambda *_: PicturesHere()  # type: ignore[assignment]
