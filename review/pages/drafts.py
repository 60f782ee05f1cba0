"""The visitor's own drafts of an article: kept while he writes, seen beside what stands, thrown away."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from review import drafts, found, presence
from review.desk import DeskDep
from review.locale.at_article import clock_time
from review.pages.revisions import both_values
from review.possible import demand
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/drafts")
def keep_draft(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Keep the form; the answer says which draft the next one goes on with, and when it was kept."""
    at = desk.clock()
    with desk.database.writing() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        mark = drafts.keep(session, article, visitor.user_id, posted, at=at)
    return JSONResponse({"key": mark.key, "serial": mark.serial, "at": clock_time(at)})


@router.get("/articles/{article_id}/drafts/{key}")
def draft_page(article_id: int, key: str, desk: DeskDep, visitor: VisitorDep) -> Response:
    """A draft beside the article as it stands."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        draft = drafts.draft_of(session, article_id, visitor.user_id, key)
        if draft is None:
            raise HTTPException(404)
        values = both_values(session, visitor, article, draft) | {"why": "draft", "draft_key": key}
        return desk.templates.page("stale.html", values, visitor=visitor)


@router.post("/articles/{article_id}/drafts/{key}/removal")
def drop_draft(article_id: int, key: str, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Throw a draft away."""
    del posted
    with desk.database.writing() as session:
        demand(session, visitor, Decision.EDIT, found.article(session, visitor, article_id))
        drafts.end(session, article_id, visitor.user_id, key)
        presence.let_go(session, article_id, visitor.user_id)
    return RedirectResponse(f"/articles/{article_id}?done=draft_dropped", status_code=303)
