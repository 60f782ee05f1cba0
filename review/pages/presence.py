"""Open pages say that they are open, and hear who else is there; one takes over from another."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from review import found, presence
from review.desk import DeskDep
from review.possible import demand, possible
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.people import User
from tinbai.workflow import Decision

router = APIRouter()
LONGEST_NAME = 32


@router.post("/articles/{article_id}/presence")
def say_presence(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """A page is open, or writes, or closes. The answer is the part of the page that tells of the others."""
    at, page, seen = desk.clock(), posted.line("page")[:LONGEST_NAME], posted.number("seen")
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        editable = Decision.EDIT in possible(session, visitor, article)
        if posted.ticked("leave"):
            presence.leave(session, article_id, page, visitor.user_id, at=at)
        else:
            presence.come(session, article_id, page, visitor.user_id, at=at)
            if posted.ticked("writing") and editable:
                presence.hold(session, article_id, visitor.user_id, at=at)
        session.flush()
        standing = presence.standing(session, article, visitor.user_id, page, seen=seen, at=at)
        values = {"standing": standing, "article": article, "editable": editable, "seen": seen}
        return desk.templates.page("_presence.html", values, visitor=visitor)


@router.post("/articles/{article_id}/takeover")
def take_over(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Write in somebody's place."""
    del posted
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        presence.take_over(session, article, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/articles/{article_id}?done=taken_over", status_code=303)
