"""One decision about several articles of the queue: each is a decision of its own, and what fails is said of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.decisions import approval, claim, rejection, returning, submission
from review.decisions.deciding import deciding
from review.desk import Desk, DeskDep
from review.language import _
from review.locale import queue as words
from review.locale import vi
from review.menu import menu
from review.pages.queue import filters_in
from review.posted import Posted, PostedDep, whole_number
from review.saving import save
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from review.shown import of_article
from tinbai.errors import ForbiddenMoveError, InputError, NotAllowedError, StaleError
from tinbai.workflow import Decision

router = APIRouter()
MOST = 100  # articles at a time
Do = Callable[[int, Desk, Visitor, Posted], object]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one article. `problem` is in words; "": it was done."""

    article_id: int
    code: str
    title: str
    problem: str


@router.post("/queue/decisions")
def decide_several(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Do the same with every article that is ticked, and say of each whether it was done, or why not."""
    action = posted.line("action")
    if action not in ACTIONS:
        raise InputError(field="action", problem="action_unknown")
    chosen = _chosen(posted)
    if not chosen:
        raise InputError(field="article", problem="nothing_chosen")
    if action in {"return", "rejection"} and not posted.text("note"):
        raise InputError(field="note", problem="reason_missing")
    problems = {key: _problem(ACTIONS[action], key, desk, visitor, _form(posted, seen)) for key, seen in chosen.items()}
    with desk.database.reading() as session:
        here = found.site(session, visitor, posted.line("site"))
        values = {
            "menu": menu(session, visitor, here, "queue"), "words": words, "action": action,
            "outcomes": [_outcome(desk, visitor, key, problem) for key, problem in problems.items()],
            "back": filters_in(dict(parse_qsl(posted.line("query")))).query(),
        }  # fmt: skip
        return desk.templates.page("queue_done.html", values, visitor=visitor)


def _column(article_id: int, desk: Desk, visitor: Visitor, posted: Posted) -> None:
    """Đổi chuyên mục: saved as an editor would save it."""
    with deciding(desk, visitor, article_id, posted, Decision.EDIT) as case:
        draft = replace(of_article(case.article), column_key=posted.line("column"))
        head = visitor.is_head(case.article.site_id)
        save(case.session, case.article, draft, by=case.by, head=head, at=case.at)


ACTIONS: Mapping[str, Do] = {
    "claim": claim.claim,
    "submission": submission.submit,
    "approval": approval.approve_article,
    "return": returning.return_article,
    "rejection": rejection.reject,
    "column": _column,
}


def _chosen(posted: Posted) -> Mapping[int, str]:
    """The articles that are ticked, with the version of each that was on the screen."""
    pairs = (each.partition(":") for each in posted.lines("article")[:MOST])
    return {whole_number(key, "article"): seen for key, _, seen in pairs}


def _form(posted: Posted, seen: str) -> Posted:
    """The form that the article's own page would have sent."""
    return Posted([("seen", seen), ("note", posted.raw("note")), ("column", posted.raw("column"))])


def _problem(do: Do, article_id: int, desk: Desk, visitor: Visitor, form: Posted) -> str:
    """Do it, in a transaction of its own; what went wrong, in words."""
    try:
        do(article_id, desk, visitor, form)
    except InputError as error:
        return vi.PROBLEM.get(error.problem, _(words.FAILED_STANDING))
    except NotAllowedError:
        return _(words.FAILED_RIGHT)
    except StaleError:
        return _(words.FAILED_STALE)
    except ForbiddenMoveError:
        return _(words.FAILED_STANDING)
    except HTTPException:
        return _(words.FAILED_GONE)
    return ""


def _outcome(desk: Desk, visitor: Visitor, article_id: int, problem: str) -> Outcome:
    """With the article's name, as far as the visitor may know it."""
    with desk.database.reading() as session:
        try:
            article = found.article(session, visitor, article_id)
        except HTTPException:
            return Outcome(article_id=article_id, code="", title="", problem=problem)
        title = article.revision.title if article.revision else ""
        return Outcome(article_id=article_id, code=article.code, title=title, problem=problem)
