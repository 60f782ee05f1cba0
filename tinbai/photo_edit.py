"""How a photo is turned and cut for readers: an instruction beside the photo. The original is never touched.

Written as "90:10,0,20,5": turned by 90 degrees clockwise, then 10 per cent of what one sees cut off on the left, 0 at
the top, 20 on the right, 5 at the bottom. "" is the picture as it is.
"""

import re
from dataclasses import dataclass
from typing import Self

from tinbai.errors import InputError

TURNS = (0, 90, 180, 270)
LEAST_LEFT = 5  # per cent of a side that must remain
_FORM = re.compile(r"(0|90|180|270):([0-9]{1,2}),([0-9]{1,2}),([0-9]{1,2}),([0-9]{1,2})")


@dataclass(frozen=True, kw_only=True)
class PhotoEdit:
    """Degrees clockwise, and per cent of the turned picture cut off on each side."""

    turn: int = 0
    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    def __post_init__(self) -> None:
        """Raises InputError for what would leave no picture."""
        sides = (self.left, self.top, self.right, self.bottom)
        most = 100 - LEAST_LEFT
        within = min(sides) >= 0 and self.left + self.right <= most and self.top + self.bottom <= most
        if self.turn not in TURNS or not within:
            raise InputError(field="photo_edit", problem="photo_edit_wrong")

    @classmethod
    def of(cls, written: str) -> Self:
        """From its text. Raises InputError."""
        if not written:
            return cls()
        found = _FORM.fullmatch(written)
        if found is None:
            raise InputError(field="photo_edit", problem="photo_edit_wrong")
        turn, left, top, right, bottom = map(int, found.groups())
        return cls(turn=turn, left=left, top=top, right=right, bottom=bottom)

    def __str__(self) -> str:
        """Its text; "" where nothing is changed."""
        sides = (self.left, self.top, self.right, self.bottom)
        return f"{self.turn}:{','.join(map(str, sides))}" if self.turn or any(sides) else ""

    def __bool__(self) -> bool:
        """Whether anything is changed."""
        return bool(str(self))
