"""Bytes of a letter. Whatever came from outside is a download; a browser only shows pictures that were made anew."""

from urllib.parse import quote

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response

from review import found, original
from review.desk import Desk, DeskDep
from review.gallery import gallery, is_picture
from review.language import _
from review.opening import demand_harmless, demand_scanned, note_opened
from review.security.headers import DOWNLOAD_POLICY, LETTER_POLICY
from review.security.visitor import VisitorDep
from review.thumbnails import SIZES
from tinbai.errors import BlobMissingError, InputError
from tinbai.photo_edit import PhotoEdit

router = APIRouter()
_FRAME = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{}</title><style>'
    "body{{font:16px/1.6 system-ui,sans-serif;margin:12px;color:#1b2733;background:#fff;overflow-wrap:anywhere}}"
    "img{{max-width:100%;height:auto}}table{{border-collapse:collapse}}"
    ".plain{{white-space:pre-wrap;font:inherit;margin:0}}</style></head><body>{}</body></html>"
)


@router.get("/messages/{message_id}/original")
def original_frame(message_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The letter's text for a sandboxed frame. It loads nothing and runs nothing."""
    note_opened(desk, visitor, message_id)
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        html = original.letter_html(message, desk.thumbnails, desk.config.limits)
    return HTMLResponse(_FRAME.format(_("Thư gốc"), html), headers={"Content-Security-Policy": LETTER_POLICY})


@router.get("/messages/{message_id}/raw")
def raw_letter(message_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The letter byte for byte."""
    note_opened(desk, visitor, message_id, download=True)
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        demand_scanned(desk, message)
        demand_harmless(message)
        name, stored = message.sha256, message.stored
    if not stored:
        raise HTTPException(404)
    return _download(desk, name, f"thu-{message_id}.eml", "message/rfc822")


@router.get("/messages/{message_id}/parts/{position}")
def part_download(message_id: int, position: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """A part byte for byte."""
    note_opened(desk, visitor, message_id, download=True)
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        part = next((each for each in message.parts if each.position == position), None)
    if part is None:
        raise HTTPException(404)
    demand_harmless(message, part)
    return _download(desk, part.sha256, part.filename, "application/octet-stream")


@router.get("/messages/{message_id}/parts/{position}/picture")
def part_picture(message_id: int, position: int, desk: DeskDep, visitor: VisitorDep, size: str = "small") -> Response:
    """A picture among the parts, made anew."""
    note_opened(desk, visitor, message_id)
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        part = next((each for each in message.parts if each.position == position and is_picture(each)), None)
    if part is None:
        raise HTTPException(404)
    return _picture(desk, part.sha256, size)


@router.get("/articles/{article_id}/photos/{sha256}")
def article_photo(
    article_id: int, sha256: str, desk: DeskDep, visitor: VisitorDep, size: str = "small", edit: str = ""
) -> Response:
    """A picture that the article uses or may use, made anew, turned and cut as `edit` says."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        known = sha256 in gallery(session, article)
    if not known:
        raise HTTPException(404)
    try:
        wanted = str(PhotoEdit.of(edit))
    except InputError:
        raise HTTPException(404) from None
    return _picture(desk, sha256, size, wanted)


def _picture(desk: Desk, sha256: str, size: str, edit: str = "") -> Response:
    if size not in SIZES:
        raise HTTPException(404)
    copy = desk.thumbnails.get(sha256, SIZES[size], edit)
    if copy is None:
        raise HTTPException(404)
    return Response(copy.content, media_type=copy.media_type, headers={"Cache-Control": "private, max-age=86400"})


def _download(desk: Desk, sha256: str, filename: str, media_type: str) -> Response:
    if not desk.blobs.has(sha256):
        raise BlobMissingError(sha256)
    disposition = f"attachment; filename*=UTF-8''{quote(filename, safe='')}"  # RFC 6266
    headers = {"Content-Disposition": disposition, "Content-Security-Policy": DOWNLOAD_POLICY}
    return FileResponse(desk.blobs.path(sha256), media_type=media_type, headers=headers)
