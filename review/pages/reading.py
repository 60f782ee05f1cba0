"""The reading pane: an article in short, with its decisions, beside the queue."""

from fastapi import APIRouter
from markupsafe import Markup
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.pages.article import ALONG, reading_values
from review.queue_rows import stamp_of
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.article import Article

router = APIRouter()


@router.get("/articles/{article_id}/reading")
def reading(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The pane alone, for the script that puts it beside the list."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id, along=ALONG)
        return HTMLResponse(reading_pane(desk, session, visitor, article))


def reading_pane(desk: Desk, session: Session, visitor: Visitor, article: Article) -> Markup:
    """The pane's HTML."""
    values = reading_values(session, visitor, article) | {"stamp": stamp_of(article)}
    return desk.templates.fragment("_reading.html", values, visitor=visitor)
