"""Nhận xử lý: an editor takes an article, also from somebody else; the history says from whom."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.language import kept
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.workflow import Decision, decide

router = APIRouter()


@router.post("/articles/{article_id}/claim")
def claim(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Claim."""
    with deciding(desk, visitor, article_id, posted, Decision.CLAIM) as case:
        before = case.article.editor
        taken_from = kept(f"Nhận lại từ {before.name}.") if before is not None and before.id != case.by.id else ""
        decide(case.session, case.article, Decision.CLAIM, by=case.by, at=case.at, note=taken_from)
        case.article.editor_id = case.by.id
    return to_article(article_id, "claim")
