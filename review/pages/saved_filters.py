"""Saved filters: a question to the queue, kept under a name."""

from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import DeskDep
from review.pages.queue import filters_in, may_remove
from review.posted import PostedDep
from review.security.visitor import VisitorDep
from tinbai.errors import InputError
from tinbai.saved_filter import MOST, MOST_SHARED, SavedFilter
from tinbai.site import Site

router = APIRouter()
LONGEST_NAME = 80


@router.post("/queue/filters")
def save_filter(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Lưu bộ lọc: under a name that the user has already, it takes the place of that one. Others see it if shared."""
    query = filters_in(dict(parse_qsl(posted.line("query")))).query()
    name = posted.line("name")[:LONGEST_NAME]
    if not name:
        raise InputError(field="name", problem="filter_name_missing")
    shared = posted.ticked("shared")
    with desk.database.writing() as session:
        site = found.site(session, visitor, posted.line("site"))
        own = (SavedFilter.user_id == visitor.user_id, SavedFilter.site_id == site.id)
        kept = session.scalar(select(SavedFilter).where(*own, SavedFilter.name == name))
        if kept is None and _number(session, *own) >= MOST:
            raise InputError(field="name", problem="filters_many")
        boards = (SavedFilter.site_id == site.id, SavedFilter.shared.is_(True))
        if shared and not (kept and kept.shared) and _number(session, *boards) >= MOST_SHARED:
            raise InputError(field="shared", problem="filters_shared_many")
        if kept is None:
            kept = SavedFilter(user_id=visitor.user_id, site_id=site.id, name=name, created_at=desk.clock())
            session.add(kept)
        kept.query, kept.shared = query, shared
        return _to(site, query)


def _number(session: Session, *which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(SavedFilter).where(*which)) or 0


@router.post("/queue/filters/{filter_id}/removal")
def remove_filter(filter_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Bỏ bộ lọc."""
    del posted
    with desk.database.writing() as session:
        kept = session.get(SavedFilter, filter_id) if 0 < filter_id <= found.LARGEST_ID else None
        if kept is None or kept.site_id not in visitor.site_ids or not may_remove(visitor, kept):
            raise HTTPException(404)
        site = session.get_one(Site, kept.site_id)
        session.delete(kept)
        return _to(site, "")


def _to(site: Site, query: str) -> RedirectResponse:
    return RedirectResponse(f"/?{urlencode({'site': site.key})}" + (f"&{query}" if query else ""), status_code=303)
