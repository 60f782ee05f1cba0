"""Đính chính: a published article was wrong. It is edited, and readers are told."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.security.rights import Right, demand
from review.security.visitor import VisitorDep
from tinbai.correcting import correct, drop
from tinbai.correction import Correction
from tinbai.people import User
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/correction")
def correct_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Write the note for readers, and open the article for editing."""
    with deciding(desk, visitor, article_id, posted, Decision.CORRECT) as case:
        correct(case.session, case.article, words=case.note, by=case.by, at=case.at)
    return to_article(article_id, "correction")


@router.post("/articles/{article_id}/corrections/{correction_id}/removal")
def drop_correction(
    article_id: int, correction_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep
) -> Response:  # fmt: skip
    """Take a note back that has not gone out."""
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand(visitor, Right.EDIT, article)
        correction = session.get(Correction, correction_id) if 0 < correction_id <= found.LARGEST_ID else None
        if correction is None or correction.article_id != article.id:
            raise HTTPException(404)
        drop(session, article, correction, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return to_article(article_id, "correction_dropped")
