"""Trình duyệt: an editor hands an article to those who approve."""

from fastapi import APIRouter
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import Desk, DeskDep
from review.possible import demand_no_blocking_findings
from review.posted import Posted, PostedDep
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.errors import InputError
from tinbai.workflow import Decision, decide

router = APIRouter()


@router.post("/articles/{article_id}/submission")
def submit(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Submit."""
    submit_article(desk, visitor, article_id, posted)
    return to_article(article_id, "submission")


def submit_article(desk: Desk, visitor: Visitor, article_id: int, posted: Posted) -> None:
    """Submit the newest revision. Raises InputError when findings block it."""
    with deciding(desk, visitor, article_id, posted, Decision.SUBMIT) as case:
        if case.article.revision is None or not case.article.revision.title.strip():
            raise InputError(field="title", problem="title_missing")
        demand_no_blocking_findings(visitor, case.article, case.note)
        decide(case.session, case.article, Decision.SUBMIT, by=case.by, at=case.at, note=case.note)
        case.article.editor_id = case.article.editor_id or case.by.id
