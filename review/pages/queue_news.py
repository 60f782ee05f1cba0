"""What is new in a queue that somebody has open: asked for by the page every few seconds."""

from collections.abc import Collection, Mapping, Sequence

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.listed import Listed, listed
from review.pages.queue import asked_in, filters_in
from review.queue import PAGE, Question, ids_of
from review.queue_rows import rows_of, stamp
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.article import Article
from tinbai.site import Site

router = APIRouter()
MOST_SEEN = 200
LARGEST = found.LARGEST_ID


@router.get("/queue/news")
def news(request: Request, desk: DeskDep, visitor: VisitorDep) -> Response:
    """How many articles would be on the first page that are not on the screen, and the rows that say otherwise now.

    `seen` is what is on the screen: "12:stamp,13:stamp".
    """
    asked = dict(request.query_params)
    with desk.database.reading() as session:
        here = found.site(session, visitor, asked.get("site", ""))
        seen = _seen(asked.get("seen", ""))
        question, _ = asked_in(desk, session, visitor, here, filters_in(asked))
        first, _ = ids_of(session, question, PAGE) if not asked.get("before") else ((), "")
        changed = _changed(session, here.id, seen, question)
        return JSONResponse(
            {
                "new": _new(first, seen),
                "rows": _rows(desk, session, visitor, here, changed, asked),
            }
        )


def _new(first: Sequence[int], seen: Collection[int]) -> int:
    """How many of the first page are not on the screen. What only moved up to it from the next page is not new."""
    last = max((place for place, key in enumerate(first) if key in seen), default=len(first))
    reach = last if len(seen) >= PAGE else len(first)
    return len([key for key in first[:reach] if key not in seen])


def _seen(value: str) -> Mapping[int, str]:
    pairs = (each.partition(":") for each in value.split(",")[:MOST_SEEN])
    return {
        int(key): stamp for key, _, stamp in pairs if key.isascii() and key.isdigit() and int(key) <= LARGEST
    }  # fmt: skip


def _changed(session: Session, site_id: int, seen: Mapping[int, str], asked: Question) -> Sequence[Listed]:
    """Those of the articles on the screen that have another stamp by now."""
    query = select(Article.id, Article.version, Article.changed_at, Article.editor_id)
    rows = session.execute(query.where(Article.id.in_(set(seen).difference(asked.hidden)), Article.site_id == site_id))
    other = [row.id for row in rows if stamp(row.version, row.changed_at, row.editor_id) != seen[row.id]]
    return listed(session, other, bodies=bool(asked.filters.words))


def _rows(
    desk: Desk, session: Session, visitor: Visitor, site: Site, articles: Sequence[Listed], asked: Mapping[str, str]
) -> Mapping[str, str]:
    """Each row's HTML anew."""
    filters = filters_in(dict(asked))
    _, deadlines = asked_in(desk, session, visitor, site, filters)
    rows = rows_of(session, articles, deadlines, words=filters.words)
    return {
        str(row.article.id): desk.templates.fragment(
            "_queue_rows.html", {"rows": [row], "filters": filters, "site": site}, visitor=visitor
        )
        for row in rows
    }
