"""Lấy lại bản cũ: an earlier version becomes the newest one. Every version stays; so this too can be taken back."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.posted import PostedDep
from review.restoring import restore_version
from review.security.visitor import VisitorDep
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/revisions/{number}/restoration")
def take_version_back(article_id: int, number: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Restore version `number`."""
    with deciding(desk, visitor, article_id, posted, Decision.EDIT) as case:
        version = next((each for each in case.article.revisions if each.number == number), None)
        if version is None:
            raise HTTPException(404)
        if version.id == case.article.revision_id:
            return to_article(article_id, "unchanged")
        restore_version(case.session, case.article, version, by=case.by, at=case.at)
    return to_article(article_id, "revision_restored")
