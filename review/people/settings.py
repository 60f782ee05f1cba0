"""What a board settles for itself on its own pages: columns, units, and what its letters say."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.locale import people as words
from review.menu import menu
from review.posted import Posted, PostedDep
from review.security.rights import Right, Visitor, may_in
from review.security.visitor import VisitorDep
from tinbai.column import Column
from tinbai.errors import InputError
from tinbai.people import Unit, User
from tinbai.reasons import USUAL
from tinbai.site import Site
from tinbai.site_editing import ColumnWanted, from_file, save_column, save_unit
from tinbai.site_text import TextKey, save_text, text_of
from tinbai.workflow import record

router = APIRouter()
LONGEST_TEXT = 2_000  # characters; the reasons are a list of several


@router.get("/settings/columns")
def columns_page(desk: DeskDep, visitor: VisitorDep, site: str = "", done: str = "") -> Response:
    """The columns, with a form for each that the board's file does not govern."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, site)
        query = select(Column).where(Column.site_id == here.id)
        rows = session.scalars(query.order_by(Column.active.desc(), Column.position, Column.id)).all()
        return _page(session, desk, visitor, here, "columns", {"rows": rows, "done": words.DONE.get(done)})


@router.get("/settings/units")
def units_page(desk: DeskDep, visitor: VisitorDep, site: str = "", done: str = "") -> Response:
    """The units that send."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, site)
        rows = session.scalars(select(Unit).where(Unit.site_id == here.id).order_by(Unit.active.desc(), Unit.name))
        return _page(session, desk, visitor, here, "units", {"rows": rows.all(), "done": words.DONE.get(done)})


@router.get("/settings/texts")
def texts_page(desk: DeskDep, visitor: VisitorDep, site: str = "", done: str = "") -> Response:
    """What the board's letters say besides, and its reasons for returning an article."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, site)
        own = {key: text_of(session, here.id, key) for key in TextKey}
        own[TextKey.RETURN_REASONS] = own[TextKey.RETURN_REASONS] or "\n".join(USUAL)
        return _page(session, desk, visitor, here, "texts", {"texts": own, "done": words.DONE.get(done)})


@router.post("/settings/columns")
def add_column(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """A new column."""
    return _save_column(desk, visitor, None, posted)


@router.post("/settings/columns/{column_id}")
def change_column(column_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Another name, order, number of decisions, target; or out of use."""
    return _save_column(desk, visitor, column_id, posted)


@router.post("/settings/units")
def add_unit(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """A new unit."""
    return _save_unit(desk, visitor, None, posted)


@router.post("/settings/units/{unit_id}")
def change_unit(unit_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Another name or bloc; or out of use."""
    return _save_unit(desk, visitor, unit_id, posted)


@router.post("/settings/texts")
def change_texts(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Keep them. A field left empty: nothing is added, and the usual reasons stand."""
    with desk.database.writing() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        at, by = desk.clock(), session.get_one(User, visitor.user_id)
        changed = [key for key in TextKey if _save_text(session, here, key, posted, desk)]
        if changed:
            data = {"about": here.name, "before": [], "after": [words.TEXT[key] for key in changed]}
            record(session, "site", here.id, here.id, "text_changed", by=by, at=at, data=data)
        return _done("texts", here, "texts_saved")


def _save_text(session: Session, here: Site, key: TextKey, posted: Posted, desk: Desk) -> bool:
    text = posted.text(key)
    if len(text) > LONGEST_TEXT * (3 if key is TextKey.RETURN_REASONS else 1):
        raise InputError(field=key, problem="text_long")
    if key is TextKey.RETURN_REASONS and text.split("\n") == list(USUAL):
        text = ""
    return save_text(session, here.id, key, text, at=desk.clock())


def _save_column(desk: Desk, visitor: Visitor, column_id: int | None, posted: Posted) -> Response:
    with desk.database.writing() as session:
        column = None if column_id is None else _own(session, visitor, Column, column_id)
        here = (
            session.get_one(Site, column.site_id)
            if column
            else found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        )
        wanted = ColumnWanted(
            name=posted.line("name"), position=posted.number("position"), decisions=posted.number("decisions"),
            target=posted.number("target"), longest_silence_days=posted.number("longest_silence_days"),
            active=column is None or posted.ticked("active"),
        )  # fmt: skip
        save_column(session, here, column, wanted, by=session.get_one(User, visitor.user_id), at=desk.clock())
        return _done("columns", here, "column_saved")


def _save_unit(desk: Desk, visitor: Visitor, unit_id: int | None, posted: Posted) -> Response:
    with desk.database.writing() as session:
        unit = None if unit_id is None else _own(session, visitor, Unit, unit_id)
        here = (
            session.get_one(Site, unit.site_id)
            if unit
            else found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        )
        save_unit(
            session, here, unit, name=posted.line("name"), bloc=posted.line("bloc"),
            active=unit is None or posted.ticked("active"), by=session.get_one(User, visitor.user_id), at=desk.clock(),
        )  # fmt: skip
        return _done("units", here, "unit_saved")


def _own(session: Session, visitor: Visitor, kind: type[Any], key: int) -> Any:
    """A column or unit of a site whose settings are the visitor's. Raises 404."""
    row = session.get(kind, key) if 0 < key <= found.LARGEST_ID else None
    if row is None or not may_in(visitor, Right.SETTINGS, row.site_id):
        raise HTTPException(404)
    return row


def _page(session: Session, desk: Desk, visitor: Visitor, here: Site, name: str, values: Mapping[str, Any]) -> Response:
    rows: Sequence[Column | Unit] = values.get("rows", ())
    more = {"menu": menu(session, visitor, here, name), "fixed": {row.id for row in rows if from_file(here, row)}}
    return desk.templates.page(f"people/{name}.html", {**values, **more}, visitor=visitor)


def _done(name: str, here: Site, done: str) -> Response:
    return RedirectResponse(f"/settings/{name}?site={here.key}&done={done}", status_code=303)
