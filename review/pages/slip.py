"""Phiếu duyệt tin, bài: one or two sheets of A4, for the office's files."""

from fastapi import APIRouter
from starlette.responses import Response

from review import found
from review.approval_slip import slip_of
from review.desk import DeskDep
from review.language import SOURCE, speak
from review.menu import menu
from review.security.visitor import VisitorDep
from tinbai.approval import publications_of
from tinbai.clock import local
from tinbai.correction import corrections_of
from tinbai.site import Site

router = APIRouter()


@router.get("/articles/{article_id}/slip")
def slip_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The slip, with the text that it is about."""
    speak(SOURCE)  # a paper of the office, for its files
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        site = session.get_one(Site, article.site_id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "revision": article.revision,
            "slip": slip_of(session, article), "site": site, "today": local(desk.clock()),
            "publications": publications_of(session, article), "corrections": corrections_of(session, article.id),
        }  # fmt: skip
        return desk.templates.page("slip.html", values, visitor=visitor)
