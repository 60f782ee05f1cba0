"""Gộp một bài khác vào bài này: which one, the merging, and taking it back."""

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from review import found
from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.menu import menu
from review.merging import merge, undo_merge
from review.possible import demand
from review.posted import PostedDep
from review.security.rights import Right, Visitor, may
from review.security.rights import demand as demand_right
from review.security.visitor import VisitorDep
from tinbai.approval import on_a_portal
from tinbai.article import Article
from tinbai.errors import InputError, StaleError
from tinbai.html import text_of_html
from tinbai.people import User
from tinbai.site import Site
from tinbai.workflow import ARTICLE_MOVES, Decision

router = APIRouter()
MOST_OFFERED = 30
_OPEN = sorted({status for status, decision in ARTICLE_MOVES if decision is Decision.GO_INTO})


@router.get("/articles/{article_id}/merge")
def merge_page(article_id: int, desk: DeskDep, visitor: VisitorDep, code: str = "") -> Response:
    """Which article comes into this one; with `code`, how the two look side by side."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.MERGE, article)
        site = session.get_one(Site, article.site_id)
        other = _by_code(session, visitor, article, code) if code.strip() else None
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "other": other,
            "offered": _offered(session, visitor, article), "text_of": text_of_html,
        }  # fmt: skip
        return desk.templates.page("merge.html", values, visitor=visitor)


@router.post("/articles/{article_id}/merge")
def merge_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Bring the article called `code`, of version `other_seen`, into this one."""
    with deciding(desk, visitor, article_id, posted, Decision.MERGE) as case:
        chosen = _by_code(case.session, visitor, case.article, posted.line("code"))
        other = case.session.get_one(Article, chosen.id, with_for_update={"of": Article}, populate_existing=True)
        if other.version != posted.number("other_seen"):
            raise StaleError(noun="article", key=other.id)
        merge(case.session, case.article, other, by=case.by, at=case.at)
    return to_article(article_id, "merging")


@router.post("/articles/{article_id}/merge/undoing")
def take_apart(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Undo it, as long as nobody has worked on either."""
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand_right(visitor, Right.EDIT, article)
        undo_merge(session, article, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/articles/{article_id}?done=merge_undone", status_code=303)


def _by_code(session: Session, visitor: Visitor, article: Article, code: str) -> Article:
    """The other article, over which the visitor has the same right. Raises InputError."""
    query = select(Article).where(Article.site_id == article.site_id, Article.code == code.strip().upper())
    other = session.scalars(query).first()
    if other is None or not may(visitor, Right.READ, other):
        raise InputError(field="code", problem="article_unknown")
    if other.id == article.id:
        raise InputError(field="code", problem="same_article")
    demand_right(visitor, Right.EDIT, other)
    if other.status not in _OPEN:
        raise InputError(field="code", problem="merge_closed")
    if session.scalar(select(Article.id).where(Article.id == other.id, on_a_portal())):
        raise InputError(field="code", problem="merge_published")
    return other


def _offered(session: Session, visitor: Visitor, article: Article) -> list[Article]:
    """What can come into it: first what came with the same letter, then the newest."""
    query = select(Article).where(Article.site_id == article.site_id, Article.id != article.id)
    query = query.where(Article.status.in_(_OPEN), ~on_a_portal())
    newest = session.scalars(query.order_by(Article.id.desc()).limit(MOST_OFFERED)).all()
    same = query.where(Article.message_id == article.message_id, Article.message_id.is_not(None))
    together = session.scalars(same.order_by(Article.ordinal)).all()
    offered = list(dict.fromkeys([*together, *newest]))
    return [each for each in offered if may(visitor, Right.EDIT, each)][:MOST_OFFERED]
