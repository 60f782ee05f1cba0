"""Bản mới của bài đã có: parting a letter off that was joined by mistake, and joining one that was left apart."""

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review import found
from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.joining import earlier_ones, join, may_be_version
from review.menu import menu
from review.possible import demand
from review.posted import PostedDep
from review.security.rights import Right, Visitor, may
from review.security.rights import demand as demand_right
from review.security.visitor import VisitorDep
from review.separating import joined_letters, letter_of, separate
from tinbai.article import Article
from tinbai.errors import InputError, StaleError
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/separation")
def separate_letter(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Part the letter `message` off this article."""
    with deciding(desk, visitor, article_id, posted, Decision.EDIT) as case:
        joined = letter_of(joined_letters(case.session, visitor, case.article), posted.number("message"))
        if joined.own is not None:
            demand_right(visitor, Right.EDIT, joined.own)
        separate(case.session, case.article, joined, by=case.by, at=case.at)
        done = "separated_back" if joined.own is not None else "separated"
    return to_article(article_id, done)


@router.get("/articles/{article_id}/joining")
def joining_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """Of which earlier article this one may be a new version."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        site = session.get_one(Site, article.site_id)
        offered = [each for each in earlier_ones(session, article) if may(visitor, Right.EDIT, each)]
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "offered": offered,
            "open": may_be_version(session, article),
        }  # fmt: skip
        return desk.templates.page("joining.html", values, visitor=visitor)


@router.post("/articles/{article_id}/joining")
def join_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Make this article the newest version of the one called `code`; where it was seen, of its version `other_seen`."""
    with deciding(desk, visitor, article_id, posted, Decision.EDIT) as case:
        chosen = _by_code(case.session, visitor, case.article, posted.line("code"))
        earlier = case.session.get_one(Article, chosen.id, with_for_update={"of": Article}, populate_existing=True)
        if posted.line("other_seen") and earlier.version != posted.number("other_seen"):
            raise StaleError(noun="article", key=earlier.id)
        join(case.session, case.article, earlier, by=case.by, at=case.at)
        earlier_id = earlier.id
    return to_article(earlier_id, "joining")


def _by_code(session: Session, visitor: Visitor, article: Article, code: str) -> Article:
    """The earlier article, over which the visitor has the same right. Raises InputError."""
    query = select(Article).where(Article.site_id == article.site_id, Article.code == code.strip().upper())
    earlier = session.scalars(query).first()
    if earlier is None or not may(visitor, Right.READ, earlier):
        raise InputError(field="code", problem="article_unknown")
    if earlier.id == article.id:
        raise InputError(field="code", problem="same_article")
    demand_right(visitor, Right.EDIT, earlier)
    return earlier
