"""What an editor sees of an attached file before he downloads it. Who makes it is handed to the pages from outside."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A document's text as clean HTML, or how many pages can be shown as pictures; `problem` says why neither."""

    html: str = ""
    pages: int = 0
    more: bool = False  # what is shown is not all of it
    problem: str = ""


class Previewer(Protocol):
    """Opens files for a look, where they can do no harm."""

    def preview(self, file: Path, filename: str) -> Preview:
        """What can be shown of a file. Raises nothing."""
        ...

    def page(self, file: Path, number: int) -> bytes | None:
        """A page as a JPEG, from 1; None when there is no such page."""
        ...
