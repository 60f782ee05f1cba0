"""Hoàn tác: whoever has just decided takes it back, before a letter or the text has left."""

from fastapi import APIRouter
from starlette.responses import Response

from review import found
from review.decisions.deciding import to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.rights import Right, demand
from review.security.visitor import VisitorDep
from tinbai.people import User
from tinbai.undoing import take_back

router = APIRouter()


@router.post("/articles/{article_id}/undoing")
def undo(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Take the newest decision back; it says so when that is too late."""
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand(visitor, Right.READ, article)
        take_back(session, article, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return to_article(article_id, "undoing")
