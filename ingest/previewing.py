"""Attached files opened for a look, in a child process with limits on memory and time."""

import atexit
from pathlib import Path

from ingest.preview import page, preview
from tinbai.limits import Limits
from tinbai.preview import Preview
from tinbai.sandbox import BrokenTaskError, Sandbox

_SECONDS = 15  # somebody waits for it
_TOO_MUCH = "Không mở được tệp này trong giới hạn cho phép ({problem}). Tải về máy để xem."


class ChildPreviewer:
    """The Previewer of the program. Its child starts when the first file is looked at."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits.model_copy(update={"cpu_seconds": _SECONDS, "wall_seconds": 2 * _SECONDS})
        self._sandbox = Sandbox(self._limits, modules=["ingest.preview"])
        atexit.register(self._sandbox.__exit__, None, None, None)

    def preview(self, file: Path, filename: str) -> Preview:
        """See Previewer."""
        try:
            return self._sandbox.call(_preview_here, file, filename, self._limits)
        except BrokenTaskError as broken:
            return Preview(problem=_TOO_MUCH.format(problem=broken.problem))

    def page(self, file: Path, number: int) -> bytes | None:
        """See Previewer."""
        try:
            return self._sandbox.call(_page_here, file, number)
        except BrokenTaskError:
            return None


def _preview_here(file: Path, filename: str, limits: Limits) -> Preview:
    """In the child."""
    try:
        return preview(file.read_bytes(), filename, limits)
    except MemoryError:
        return Preview(problem=_TOO_MUCH.format(problem="quá giới hạn bộ nhớ"))


def _page_here(file: Path, number: int) -> bytes | None:
    """In the child."""
    try:
        return page(file.read_bytes(), number)
    except MemoryError:
        return None
