"""Từ chối: the board will not use an article. It can be restored."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.possible import may_be_read
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.errors import InputError
from tinbai.workflow import Decision, decide

router = APIRouter()


@router.post("/articles/{article_id}/rejection")
def reject(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Reject, with a reason. What readers see, or are about to, is taken down first: no rejection does that."""
    with deciding(desk, visitor, article_id, posted, Decision.REJECT) as case:
        if not case.note:
            raise InputError(field="note", problem="reason_missing")
        if may_be_read(case.session, case.article):
            raise InputError(field="article", problem="still_published")
        decide(case.session, case.article, Decision.REJECT, by=case.by, at=case.at, note=case.note)
    return to_article(article_id, "rejection")
