"""Saving an article's text. A save that comes too late is refused with both versions on the screen."""

from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from review import drafts, found, presence
from review.decisions.submission import submit_article
from review.desk import Desk, DeskDep
from review.difference import changed_fields
from review.draft_form import Draft, draft_from
from review.menu import menu
from review.other_changes import other_changes
from review.possible import demand
from review.posted import Posted, PostedDep
from review.saving import save
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from review.shown import names_of
from tinbai.article import Article
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
        saved, version = _save(desk, visitor, article_id, draft, posted)
    except _HeldError:
        return _both(desk, visitor, article_id, draft, posted, "held")
    except StaleError:
        return _both(desk, visitor, article_id, draft, posted, "stale")
    if posted.raw("then") == "submission":
        submit_article(desk, visitor, article_id, Posted([("seen", str(version)), ("note", posted.text("note"))]))
        return RedirectResponse(f"/articles/{article_id}?done=submission", status_code=303)
    return RedirectResponse(f"/articles/{article_id}?done={'saved' if saved else 'unchanged'}", status_code=303)


class _HeldError(Exception):
    """Somebody else is writing in it."""


def _save(desk: Desk, visitor: Visitor, article_id: int, draft: Draft, posted: Posted) -> tuple[bool, int]:
    """Whether there was anything to save, and the version that stands now. The draft it was is ended by it."""
    at = desk.clock()
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand(session, visitor, Decision.EDIT, article)
        by, head = session.get_one(User, visitor.user_id), visitor.is_head(article.site_id)
        if presence.holder(session, article_id, by.id, at=at) is not None:
            if not posted.ticked("take_over"):
                raise _HeldError
            presence.take_over(session, article, by=by, at=at)
        saved = save(session, article, draft, by=by, head=head, at=at)
        drafts.end(session, article_id, by.id, posted.line("draft_key"))
        presence.let_go(session, article_id, by.id)
        return saved, article.version


def _both(desk: Desk, visitor: Visitor, article_id: int, draft: Draft, posted: Posted, why: str) -> Response:
    """What the editor wrote beside what stands now, with a form that holds all of it: nothing is lost."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        lock = presence.holder(session, article_id, visitor.user_id, at=desk.clock())
        values = both_values(session, visitor, article, draft) | {
            "why": why, "draft_key": posted.line("draft_key"), "holder": lock,
            "draft_page": posted.line("draft_page"),
        }  # fmt: skip
        return desk.templates.page("stale.html", values, visitor=visitor, status=409)


def both_values(session: Session, visitor: Visitor, article: Article, draft: Draft) -> dict[str, Any]:
    """What the page with both versions needs: the draft, what stands, and how they differ."""
    site = session.get_one(Site, article.site_id)
    revision = article.revision
    saved_by = session.get(User, revision.made_by_id) if revision and revision.made_by_id else None
    return {
        "menu": menu(session, visitor, site, "queue"), "article": article, "draft": draft, "revision": revision,
        "fields": changed_fields(revision, draft), "saved_by": saved_by.name if saved_by else "", "holder": None,
        "draft_page": "", "others": other_changes(article, draft, names_of(session, article)),
    }  # fmt: skip
