"""Gỡ bài: an article is taken down from every portal."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.approval import withdraw
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/withdrawal")
def withdraw_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Withdraw, with a reason."""
    with deciding(desk, visitor, article_id, posted, Decision.WITHDRAW) as case:
        withdraw(case.session, case.article, by=case.by, at=case.at, note=case.note)
    return to_article(article_id, "withdrawal")
