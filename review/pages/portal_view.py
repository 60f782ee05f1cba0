"""Xem như trên cổng: the article as it will be published, as wide as a desk and as a phone, in a sandboxed frame."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from review import found
from review.desk import DeskDep
from review.menu import menu
from review.portal_look import look_of
from review.security.headers import LETTER_POLICY
from review.security.visitor import VisitorDep
from tinbai.site import Site

router = APIRouter()


@router.get("/articles/{article_id}/portal")
def portal_page(article_id: int, desk: DeskDep, visitor: VisitorDep, width: str = "desk") -> Response:
    """The frame, `width` "desk" or "phone"."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        site = session.get_one(Site, article.site_id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "phone": width == "phone",
            "drawn": desk.portal_view is not None and article.revision is not None,
        }  # fmt: skip
        return desk.templates.page("portal_view.html", values, visitor=visitor)


@router.get("/articles/{article_id}/portal/page")
def portal_frame(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The page in the frame. It loads nothing and runs nothing."""
    with desk.database.reading() as session:
        draw = look_of(desk, session, found.article(session, visitor, article_id))
    return HTMLResponse(draw(), headers={"Content-Security-Policy": LETTER_POLICY})
