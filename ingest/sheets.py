"""Tables that a board uploads, read in a child process with limits on memory and time."""

import atexit

from ingest.sheet_rows import sheet_rows
from tinbai.limits import Limits
from tinbai.sandbox import BrokenTaskError, Sandbox
from tinbai.sheet import Sheet

_SECONDS = 15  # somebody waits for it
_TOO_MUCH = "Không mở được tệp này trong giới hạn cho phép ({problem}). Hãy chép danh sách sang tệp mẫu rồi chọn lại."


class ChildSheetReader:
    """The SheetReader of the program. Its child starts when the first file is read."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits.model_copy(update={"cpu_seconds": _SECONDS, "wall_seconds": 2 * _SECONDS})
        self._sandbox = Sandbox(self._limits, modules=["ingest.sheet_rows"])
        atexit.register(self._sandbox.__exit__, None, None, None)

    def rows(self, content: bytes, filename: str) -> Sheet:
        """See SheetReader."""
        try:
            return self._sandbox.call(_rows_here, content, filename, self._limits)
        except BrokenTaskError as broken:
            return Sheet(problem=_TOO_MUCH.format(problem=broken.problem))


def _rows_here(content: bytes, filename: str, limits: Limits) -> Sheet:
    """In the child."""
    try:
        return sheet_rows(content, filename, limits)
    except MemoryError:
        return Sheet(problem=_TOO_MUCH.format(problem="quá giới hạn bộ nhớ"))
