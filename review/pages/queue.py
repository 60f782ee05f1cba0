"""The queue: the articles of a site by status."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.locale import vi
from review.marks import marks
from review.menu import menu
from review.posted import whole_number
from review.queue import Question, ask
from review.security.visitor import VisitorDep
from tinbai.article import ArticleStatus, counts_by_status
from tinbai.column import Column
from tinbai.errors import InputError

router = APIRouter()
ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One status, or all of them."""

    key: str
    name: str
    count: int


@router.get("/")
def queue_page(
    desk: DeskDep, visitor: VisitorDep, site: str = "", status: str = ArticleStatus.NEW, column: str = "",
    words: str = "", before: str = "",
) -> Response:  # fmt: skip
    """The queue."""
    with desk.database.reading() as session:
        here = found.site(session, visitor, site)
        columns = session.scalars(select(Column).where(Column.site_id == here.id).order_by(Column.position)).all()
        chosen = next((each for each in columns if each.key == column), None)
        question = Question(
            site_id=here.id, status=_status(status), column_id=chosen.id if chosen else None, words=words[:200],
            before=_number(before),
        )  # fmt: skip
        values = {
            "menu": menu(session, visitor, here, "queue"), "tabs": _tabs(session, here.id), "tab": status,
            "answer": ask(session, question), "columns": columns, "column": chosen, "words": words, "before": before,
            "marks": marks, "statuses": ArticleStatus,
        }  # fmt: skip
        return desk.templates.page("queue.html", values, visitor=visitor)


def _tabs(session: Session, site_id: int) -> Sequence[Tab]:
    counts = dict(session.execute(counts_by_status(site_id)).all())
    tabs = [Tab(key=status, name=name, count=counts.get(status, 0)) for status, name in vi.ARTICLE_STATUS.items()]
    return [*tabs, Tab(key=ALL, name="Tất cả", count=sum(counts.values()))]


def _status(value: str) -> ArticleStatus | None:
    if value == ALL:
        return None
    try:
        return ArticleStatus(value)
    except ValueError as error:
        raise HTTPException(404) from error


def _number(value: str) -> int | None:
    try:
        return whole_number(value, "before") if value else None
    except InputError as error:
        raise HTTPException(404) from error
