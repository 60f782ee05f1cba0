"""Xin ý kiến Trưởng ban: the article waits for the head of the board."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.errors import InputError
from tinbai.escalating import escalate
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/escalation")
def ask_head(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Ask, saying what about. Findings do not stop a question: the head decides about them."""
    with deciding(desk, visitor, article_id, posted, Decision.ESCALATE) as case:
        if case.article.revision is None or not case.article.revision.title.strip():
            raise InputError(field="title", problem="title_missing")
        escalate(
            case.session, case.article, by=case.by, at=case.at, note=case.note,
            sender=desk.config.smtp.sender, address=desk.config.web.public_url,
        )  # fmt: skip
    return to_article(article_id, "escalation")
