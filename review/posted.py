"""What a form of ours sent: read in full, and checked to come from a page of ours, before a handler sees it."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from review.desk import DeskDep
from review.security.cross_site import FIELD, check_origin, check_token
from review.security.visitor import VisitorDep
from tinbai.errors import InputError
from tinbai.text import clean_line, clean_text

MOST_FIELDS = 2_000
LONGEST_FIELD = 4_000_000  # bytes


class Posted:
    """The fields of a form. Texts come out in Unicode NFC, without control characters."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._pairs = pairs

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Everything, in order, as it came."""
        return self._pairs

    def raw(self, name: str) -> str:
        """The first value, as it came; "" when there is none."""
        return next((value for key, value in self._pairs if key == name), "")

    def text(self, name: str) -> str:
        """A text of several lines."""
        return clean_text(self.raw(name)).strip()

    def line(self, name: str) -> str:
        """A text of one line."""
        return clean_line(self.raw(name))

    def lines(self, name: str) -> list[str]:
        """Every value of a field that stands several times, each on one line."""
        return [clean_line(value) for key, value in self._pairs if key == name]

    def has(self, name: str) -> bool:
        """Whether the form had this field at all."""
        return any(key == name for key, _ in self._pairs)

    def number(self, name: str) -> int:
        """A whole number. Raises InputError."""
        return whole_number(self.raw(name), name)

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.raw(name))


def whole_number(value: str, field: str) -> int:
    """`value` as a number that fits any database. Raises InputError."""
    digits = value.strip()
    if not digits.removeprefix("-").isascii() or not digits.removeprefix("-").isdigit() or len(digits) > 9:
        raise InputError(field=field, problem="number_wrong")
    return int(digits)


async def read_form(request: Request) -> Posted:
    """The fields. Files are not accepted: no form of ours has any."""
    form = await request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
    return Posted([(key, value) for key, value in form.multi_items() if isinstance(value, str)])


FormDep = Annotated[Posted, Depends(read_form)]


async def posted(request: Request, desk: DeskDep, visitor: VisitorDep, form: FormDep) -> Posted:
    """The fields of a form that a logged-in user sent from a page of ours. Raises CrossSiteError."""
    check_origin(request, desk.config.web.public_url)
    check_token(form.raw(FIELD), visitor.csrf_token)
    return form


PostedDep = Annotated[Posted, Depends(posted)]
