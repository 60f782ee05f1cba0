"""Another text taken into the form: the page once more, with the form as the editor had it but for that.

Nothing is saved, and without scripts nothing typed is lost either: the whole form goes there and comes back.
"""

from fastapi import APIRouter
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.draft_form import draft_from
from review.drafts import Mark
from review.pages.article import article_values
from review.possible import demand
from review.posted import Posted, PostedDep
from review.security.visitor import VisitorDep
from review.shown import names_of, of_article, texts_of
from review.taking import take
from tinbai.workflow import Decision

router = APIRouter()


@router.post("/articles/{article_id}/choice")
def take_choice(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """The page with the choice taken."""
    draft, seen = draft_from(posted), posted.number("seen")
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.EDIT, article)
        names = names_of(session, article)
        taken, field = take(draft, article, posted.line("take"), texts_of(of_article(article), names), names)
        values = article_values(
            session, visitor, article, draft=taken, seen=seen, mark=_mark(posted), at=desk.clock()
        ) | {"taken": field}
        return desk.templates.page("article.html", values, visitor=visitor)


def _mark(posted: Posted) -> Mark:
    """The kept draft that the form came with: it goes on with that."""
    return Mark(key=posted.line("draft_key"), serial=posted.number("draft_serial") if posted.raw("draft_serial") else 0)
