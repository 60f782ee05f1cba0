"""Saving an article's text. A save that comes too late is refused with both versions on the screen."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from review import found
from review.decisions.submission import submit_article
from review.desk import Desk, DeskDep
from review.difference import changed_fields
from review.draft_form import Draft, draft_from
from review.menu import menu
from review.possible import demand
from review.posted import Posted, PostedDep
from review.saving import save
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.errors import StaleError
from tinbai.people import User
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/revisions")
def save_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Save; with `then=submission`, submit what was saved."""
    draft = draft_from(posted)
    try:
        saved, version = _save(desk, visitor, article_id, draft, seen=posted.number("seen"))
    except StaleError:
        return _both(desk, visitor, article_id, draft)
    if posted.raw("then") == "submission":
        submit_article(desk, visitor, article_id, Posted([("seen", str(version)), ("note", posted.text("note"))]))
        return RedirectResponse(f"/articles/{article_id}?done=submission", status_code=303)
    return RedirectResponse(f"/articles/{article_id}?done={'saved' if saved else 'unchanged'}", status_code=303)


def _save(desk: Desk, visitor: Visitor, article_id: int, draft: Draft, *, seen: int) -> tuple[bool, int]:
    """Whether there was anything to save, and the version that stands now."""
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, seen)
        demand(session, visitor, Decision.EDIT, article)
        by, head = session.get_one(User, visitor.user_id), visitor.is_head(article.site_id)
        saved = save(session, article, draft, by=by, head=head, at=desk.clock())
        return saved, article.version


def _both(desk: Desk, visitor: Visitor, article_id: int, draft: Draft) -> Response:
    """What the editor wrote beside what stands now, with a form that holds all of it: nothing is lost."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        site = session.get_one(Site, article.site_id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "draft": draft,
            "fields": changed_fields(article.revision, draft),
        }  # fmt: skip
        return desk.templates.page("stale.html", values, visitor=visitor, status=409)
