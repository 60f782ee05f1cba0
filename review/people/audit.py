"""The page of the log, and its files."""

from datetime import date

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import Desk, DeskDep
from review.language import _
from review.menu import menu
from review.people import log_book, tables
from review.posted import whole_number
from review.security.headers import DOWNLOAD_POLICY
from review.security.rights import Right, Visitor
from review.security.visitor import VisitorDep
from tinbai.clock import local
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.site import Site
from tinbai.workflow import record

router = APIRouter()
_TYPES = {"csv": "text/csv; charset=utf-8",
          "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}  # fmt: skip


@router.get("/audit")
def audit_page(
    desk: DeskDep, visitor: VisitorDep, site: str = "", who: str = "", what: str = "", about: str = "",
    since: str = "", until: str = "", before: str = "",
) -> Response:  # fmt: skip
    """The log, newest first."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.AUDIT, site)
        sought = _sought(visitor, here, who=who, what=what, about=about, since=since, until=until, before=before)
        lines, following = log_book.page(session, sought)
        asked = {"who": who, "what": what, "about": about, "since": since, "until": until}
        values = {
            "menu": menu(session, visitor, here, "audit"), "lines": lines, "next": following, "asked": asked,
            "before": before, "actors": log_book.actors(session, here.id), "nouns": log_book.NOUNS,
            "decisions": log_book.decisions(session, here.id),
        }  # fmt: skip
        return desk.templates.page("people/audit.html", values, visitor=visitor)


@router.get("/audit/export")
def export(
    desk: DeskDep, visitor: VisitorDep, site: str = "", who: str = "", what: str = "", about: str = "",
    since: str = "", until: str = "", form: str = "xlsx",
) -> Response:  # fmt: skip
    """What was looked for, as a file; that it was taken is an event too."""
    if form not in _TYPES:
        raise HTTPException(404)
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.AUDIT, site)
        sought = _sought(visitor, here, who=who, what=what, about=about, since=since, until=until, before="")
        rows = (line.cells() for line in log_book.whole(session, sought))
        content = tables.as_csv(log_book.headings(), rows) if form == "csv" else tables.as_xlsx(
            _("Nhật ký"), log_book.headings(), rows
        )  # fmt: skip
        _note(desk, visitor, here, form)
    day = local(desk.clock()).strftime("%Y-%m-%d")
    headers = {
        "Content-Disposition": f'attachment; filename="nhat-ky-{here.key}-{day}.{form}"',
        "Content-Security-Policy": DOWNLOAD_POLICY,
    }
    return Response(content, media_type=_TYPES[form], headers=headers)


def _sought(
    visitor: Visitor, site: Site, *, who: str, what: str, about: str, since: str, until: str, before: str
) -> log_book.Sought:
    """What an address asks for. Raises 404 for what cannot be asked."""
    try:
        return log_book.Sought(
            site_id=site.id, open_letters=found.open_to(visitor, site.id), since=_day(since), until=_day(until),
            actor=whole_number(who, "who") if who else None, noun=about[:32], decision=what[:32],
            before=whole_number(before, "before") if before else None,
        )  # fmt: skip
    except (InputError, ValueError) as error:
        raise HTTPException(404) from error


def _day(value: str) -> date | None:
    """A day of this millennium. Raises ValueError."""
    day = date.fromisoformat(value) if value else None
    if day is not None and not 2000 <= day.year < 3000:
        raise ValueError(value)
    return day


def _note(desk: Desk, visitor: Visitor, site: Site, form: str) -> None:
    with desk.database.writing() as session:
        by = session.get_one(User, visitor.user_id)
        record(session, "site", site.id, site.id, "log_exported", by=by, at=desk.clock(), data={"about": form})
