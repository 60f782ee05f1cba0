"""A form with one file in it: checked as `posted.py` checks forms, the file read into memory within its limit."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import UploadFile
from starlette.requests import Request

from review.desk import DeskDep
from review.posted import MOST_FIELDS, Posted
from review.security.cross_site import FIELD, check_origin, check_token
from review.security.visitor import VisitorDep
from tinbai.errors import InputError
from tinbai.sheet import LARGEST_FILE
from tinbai.text import clean_line

NAME = "file"  # of the field


@dataclass(frozen=True, kw_only=True)
class Uploaded:
    """The fields, and the file's bytes under the name that the visitor's machine has for it."""

    posted: Posted
    content: bytes
    filename: str


async def uploaded(request: Request, desk: DeskDep, visitor: VisitorDep) -> Uploaded:
    """What a logged-in user sent from a page of ours. Raises CrossSiteError, and InputError about the file."""
    check_origin(request, desk.config.web.public_url)
    async with request.form(max_files=1, max_fields=MOST_FIELDS) as form:
        fields = Posted([(key, value) for key, value in form.multi_items() if isinstance(value, str)])
        check_token(fields.raw(FIELD), visitor.csrf_token)
        file = form.get(NAME)
        if not isinstance(file, UploadFile) or not file.filename:
            raise InputError(field=NAME, problem="file_missing")
        content = await file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise InputError(field=NAME, problem="file_large")
        return Uploaded(posted=fields, content=content, filename=clean_line(file.filename)[:250])


UploadDep = Annotated[Uploaded, Depends(uploaded)]
