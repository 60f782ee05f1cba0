"""Đăng lại: a withdrawn article is put up again where it was."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.approval import republish
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/republication")
def republish_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Put up again."""
    with deciding(desk, visitor, article_id, posted, Decision.REPUBLISH) as case:
        republish(case.session, case.article, by=case.by, at=case.at, note=case.note)
    return to_article(article_id, "republication")
