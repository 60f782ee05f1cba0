"""Findings passed over with a reason, and heeded again. Both are on record; the reason stays with the revision."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.language import kept
from review.possible import demand
from review.posted import Posted, PostedDep
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.article import Article
from tinbai.check_count import add, month_of
from tinbai.errors import InputError
from tinbai.finding import Severity
from tinbai.ignored import HEED, IGNORE, key_of
from tinbai.people import User
from tinbai.workflow import Decision, record

router = APIRouter()


@router.post("/articles/{article_id}/findings/{key}/ignoring")
def ignore_finding(article_id: int, key: str, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Pass a finding over. What blocks, only the head of the board passes over."""
    reason = posted.text("note")
    if not reason:
        raise InputError(field="note", problem="reason_missing")
    return _marked(desk, visitor, article_id, key, posted, reason)


@router.post("/articles/{article_id}/findings/{key}/heeding")
def heed_finding(article_id: int, key: str, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Heed it again."""
    return _marked(desk, visitor, article_id, key, posted, "")


def _marked(desk: Desk, visitor: Visitor, article_id: int, key: str, posted: Posted, reason: str) -> Response:
    at = desk.clock()
    with desk.database.writing() as session:
        article = found.article_to_decide(session, visitor, article_id, posted.number("seen"))
        demand(session, visitor, Decision.EDIT, article)
        by = session.get_one(User, visitor.user_id)
        ignored = {"by": by.name, "at": at.isoformat(), "reason": reason} if reason else None
        findings = list(article.revision.findings) if article.revision else []
        about = [finding for finding in findings if key_of(finding) == key]
        if not about:
            raise InputError(field="finding", problem="finding_unknown")
        if any(each["severity"] == Severity.BLOCK for each in about) and not visitor.is_head(article.site_id):
            raise InputError(field="finding", problem="finding_blocks")
        data = _counted(session, article, about[0], to_ignore=ignored is not None, at=at)
        if article.revision is not None:
            article.revision.findings = [_said(each, ignored) if key_of(each) == key else each for each in findings]
        note = kept(f"{about[0]['message']} Lý do: {reason}") if reason else str(about[0]["message"])
        decision = IGNORE if reason else HEED
        record(session, "article", article.id, article.site_id, decision, by=by, at=at, note=note, data=data)
    done = "finding_ignored" if reason else "finding_heeded"
    return RedirectResponse(f"/articles/{article_id}?done={done}#findings-heading", status_code=303)


def _counted(
    session: Session, article: Article, finding: Mapping[str, Any], *, to_ignore: bool, at: datetime
) -> dict[str, str] | None:
    """Count it for its check: in this month, or off the month in which it was counted. What the event says of it."""
    before = finding.get("ignored")
    if bool(before) is to_ignore:
        return None
    month = month_of(at if before is None else datetime.fromisoformat(before["at"]))
    check = str(finding["check"])
    add(session, article.site_id, month, check, dismissed=1 if to_ignore else -1)
    return {"check": check, "month": month}


def _said(finding: dict[str, Any], ignored: dict[str, str] | None) -> dict[str, Any]:
    rest = {name: value for name, value in finding.items() if name != "ignored"}
    return rest | {"ignored": ignored} if ignored else rest
