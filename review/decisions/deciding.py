"""What every decision on an article has in common: lock it, check the right, and say where to go afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse

from review import found
from review.desk import Desk
from review.possible import demand
from review.posted import Posted
from review.security.rights import Visitor
from tinbai.article import Article
from tinbai.people import User
from tinbai.workflow import Decision


@dataclass(frozen=True, kw_only=True)
class Case:
    """An article that may be decided about, in an open transaction."""

    session: Session
    article: Article
    by: User
    at: datetime
    note: str


@contextmanager
def deciding(desk: Desk, visitor: Visitor, article_id: int, posted: Posted, decision: Decision) -> Iterator[Case]:
    """The transaction of one decision. The form's `seen` is the version that the visitor had on his screen."""
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand(session, visitor, decision, article)
        user = session.get_one(User, visitor.user_id)
        yield Case(session=session, article=article, by=user, at=desk.clock(), note=posted.text("note"))


def to_article(article_id: int, done: str) -> RedirectResponse:
    """Back to the article, which then says what was done."""
    return RedirectResponse(f"/articles/{article_id}?done={done}", status_code=303)
