"""Gắn với tin, bài trước: an article goes on with an earlier one."""

from fastapi import APIRouter
from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.rights import Right, demand
from review.security.visitor import VisitorDep
from tinbai.article import Article
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.related import Related
from tinbai.relating import relate, unrelate

router = APIRouter()


@router.post("/articles/{article_id}/related")
def link(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Link to the article with this reference number."""
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        demand(visitor, Right.EDIT, article)
        code = posted.line("code").upper()
        query = select(Article).where(Article.site_id == article.site_id, Article.code == code)
        earlier = session.scalars(query).first()
        if earlier is None:
            raise InputError(field="code", problem="article_unknown")
        relate(session, article, earlier, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/articles/{article_id}?done=related#related", status_code=303)


@router.post("/articles/{article_id}/related/{related_id}/removal")
def unlink(article_id: int, related_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Take the link away again."""
    del posted
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        demand(visitor, Right.EDIT, article)
        row = session.get(Related, related_id) if 0 < related_id <= found.LARGEST_ID else None
        if row is None or article.id not in {row.article_id, row.earlier_id}:
            raise HTTPException(404)
        unrelate(session, row, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/articles/{article_id}?done=unrelated#related", status_code=303)
