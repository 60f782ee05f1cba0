"""Tách thành hai bài: where to part, the parting, and taking it back."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from review import found
from review.decisions.deciding import deciding, to_article
from review.desk import DeskDep
from review.menu import menu
from review.possible import demand
from review.posted import PostedDep
from review.security.rights import Right
from review.security.rights import demand as demand_right
from review.security.visitor import VisitorDep
from review.splitting import revision_of, split, undo_split
from tinbai.html import text_of_html, top_level
from tinbai.people import User
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()
_SHOWN = 300  # characters of each element


@router.get("/articles/{article_id}/split")
def split_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """The elements of the text, to say with which one the second article begins."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.SPLIT, article)
        site = session.get_one(Site, article.site_id)
        revision = revision_of(article)
        elements = [text_of_html(each)[: _SHOWN + 1] for each in top_level(revision.body_html)]
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "revision": revision,
            "pieces_of_text": [each if len(each) <= _SHOWN else f"{each[:_SHOWN]} …" for each in elements],
            "photos": {place: [photo for photo in revision.photos if photo.place == place] for place in
                       range(-1, len(elements))},
        }  # fmt: skip
        return desk.templates.page("split.html", values, visitor=visitor)


@router.post("/articles/{article_id}/split")
def split_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Part it off before element `place`."""
    with deciding(desk, visitor, article_id, posted, Decision.SPLIT) as case:
        split(case.session, case.article, posted.number("place"), by=case.by, at=case.at)
    return to_article(article_id, "splitting")


@router.post("/articles/{article_id}/split/undoing")
def put_together(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Undo it, as long as nobody has worked on either."""
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand_right(visitor, Right.EDIT, article)
        undo_split(session, article, by=session.get_one(User, visitor.user_id), at=desk.clock())
    return RedirectResponse(f"/articles/{article_id}?done=split_undone", status_code=303)
