"""Ý kiến: what the board says about an article. Nobody changes it afterwards; it can be marked as seen to."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import DeskDep
from review.posted import PostedDep, whole_number
from review.security.visitor import VisitorDep
from tinbai.people import User
from tinbai.remark import Remark
from tinbai.remarking import remark, settle_remark

router = APIRouter()


@router.post("/articles/{article_id}/remarks")
def add(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Say something. Whoever may read the article may; no decision follows from it."""
    to = {whole_number(each, "to") for each in posted.lines("to")}
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        by = session.get_one(User, visitor.user_id)
        made = remark(session, article, posted.text("words"), by=by, at=desk.clock(), to=to)
    return RedirectResponse(f"/articles/{article_id}?done=remark#remark-{made.id}", status_code=303)


@router.post("/articles/{article_id}/remarks/{remark_id}/settlement")
def settle(article_id: int, remark_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Đã giải quyết."""
    del posted
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        made = session.get(Remark, remark_id) if 0 < remark_id <= found.LARGEST_ID else None
        if made is None or made.article_id != article.id:
            raise HTTPException(404)
        settle_remark(session, article, made, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/articles/{article_id}?done=remark_settled#remarks", status_code=303)
