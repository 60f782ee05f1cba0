"""A look at an attached file: the text of a document as clean HTML, the pages of a PDF as pictures, a photo made anew.

Nothing of the file itself is shown: what comes out was made in a child process from values (`tinbai/preview.py`).
"""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import Desk, DeskDep
from review.gallery import is_picture
from review.language import _
from review.menu import menu
from review.opening import demand_harmless, note_opened
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.errors import BlobMissingError
from tinbai.message import MessagePart
from tinbai.preview import Preview
from tinbai.site import Site

router = APIRouter()


@router.get("/messages/{message_id}/parts/{position}/preview")
def preview_page(message_id: int, position: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The look, as a page of its own; an article's page takes its middle. No transaction waits for the child."""
    note_opened(desk, visitor, message_id)
    part = _part(desk, visitor, message_id, position)
    picture = is_picture(part)
    look = Preview() if picture else _preview(desk, part)
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        site = session.get_one(Site, message.site_id)
        values = {
            "menu": menu(session, visitor, site, "messages"), "message": message, "part": part, "picture": picture,
            "look": look,
        }  # fmt: skip
        return desk.templates.page("preview.html", values, visitor=visitor)


@router.get("/messages/{message_id}/parts/{position}/pages/{number}")
def page_picture(message_id: int, position: int, number: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """A page of a PDF as a picture."""
    note_opened(desk, visitor, message_id)
    part = _part(desk, visitor, message_id, position)
    picture = desk.previews.page(desk.blobs.path(part.sha256), number) if desk.previews else None
    if picture is None:
        raise HTTPException(404)
    return Response(picture, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=3600"})


def _preview(desk: Desk, part: MessagePart) -> Preview:
    if desk.previews is None:
        return Preview(problem=_("Ở đây chưa xem trước được tệp. Tải về máy để xem."))
    return desk.previews.preview(desk.blobs.path(part.sha256), part.filename)


def _part(desk: Desk, visitor: Visitor, message_id: int, position: int) -> MessagePart:
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        part = next((each for each in message.parts if each.position == position), None)
    if part is None:
        raise HTTPException(404)
    demand_harmless(message, part)
    if not desk.blobs.has(part.sha256):
        raise BlobMissingError(part.sha256)
    return part
