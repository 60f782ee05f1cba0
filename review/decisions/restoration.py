"""Khôi phục: a rejected article comes back as a new one."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.workflow import Decision, decide

router = APIRouter()


@router.post("/articles/{article_id}/restoration")
def restore(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Restore; nobody has it claimed any more."""
    with deciding(desk, visitor, article_id, posted, Decision.RESTORE) as case:
        decide(case.session, case.article, Decision.RESTORE, by=case.by, at=case.at, note=case.note)
        case.article.editor_id = None
    return to_article(article_id, "restoration")
