"""What people say about contributors: who there is, from where it writes, whether it still sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import Desk, DeskDep
from review.posted import PostedDep
from review.security.rights import Right, Visitor, demand, demand_in
from review.security.visitor import VisitorDep
from tinbai import senders
from tinbai.errors import InputError
from tinbai.people import Contributor, ContributorAddress, Unit, User

router = APIRouter()


@router.post("/contributors")
def add(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Thêm cộng tác viên, with a first address."""
    with desk.database.writing() as session:
        site = found.site(session, visitor, posted.line("site"))
        demand_in(visitor, Right.REGISTER, site.id)
        user, at = session.get_one(User, visitor.user_id), desk.clock()
        unit = unit_in(session, site.id, posted.line("unit"))
        made = senders.register(session, site, posted.line("name"), unit, by=user, at=at)
        personal = posted.ticked("personal")
        senders.add_address(session, made, posted.line("address"), personal=personal, by=user, at=at)
        return _to(made.id, "contributor_added")


@router.post("/contributors/{contributor_id}/details")
def change(contributor_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Sửa: its name, unit and other names, for those that people keep."""
    with _changing(desk, visitor, contributor_id) as (session, contributor, user, at):
        unit = unit_in(session, contributor.site_id, posted.line("unit"))
        aliases = [line.strip() for line in posted.text("aliases").splitlines()]
        senders.change(session, contributor, name=posted.line("name"), unit=unit, aliases=aliases, by=user, at=at)
    return _to(contributor_id, "contributor_changed")


@router.post("/contributors/{contributor_id}/addresses")
def add_address(contributor_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Thêm địa chỉ."""
    with _changing(desk, visitor, contributor_id) as (session, contributor, user, at):
        personal = posted.ticked("personal")
        senders.add_address(session, contributor, posted.line("address"), personal=personal, by=user, at=at)
    return _to(contributor_id, "address_added")


@router.post("/contributors/{contributor_id}/addresses/{address_id}/removal")
def remove_address(
    contributor_id: int, address_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep
) -> Response:  # fmt: skip
    """Bỏ địa chỉ, one that was added on a page."""
    del posted
    with _changing(desk, visitor, contributor_id) as (session, contributor, user, at):
        address = session.get(ContributorAddress, address_id) if 0 < address_id <= found.LARGEST_ID else None
        if address is None or address.contributor_id != contributor.id:
            raise HTTPException(404)
        senders.remove_address(session, address, by=user, at=at)
    return _to(contributor_id, "address_removed")


@router.post("/contributors/{contributor_id}/stop")
def stop(contributor_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Cho ngừng: its letters wait like those of a stranger."""
    del posted
    with _changing(desk, visitor, contributor_id) as (session, contributor, user, at):
        senders.set_stopped(session, contributor, stopped=True, by=user, at=at)
    return _to(contributor_id, "contributor_stopped")


@router.post("/contributors/{contributor_id}/resumption")
def resume(contributor_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Cho cộng tác trở lại."""
    del posted
    with _changing(desk, visitor, contributor_id) as (session, contributor, user, at):
        senders.set_stopped(session, contributor, stopped=False, by=user, at=at)
    return _to(contributor_id, "contributor_resumed")


def unit_in(session: Session, site_id: int, key: str) -> Unit | None:
    """The unit that was chosen; None for none. Raises InputError."""
    if not key:
        return None
    unit = session.scalar(select(Unit).where(Unit.site_id == site_id, Unit.key == key))
    if unit is None:
        raise InputError(field="unit", problem="unit_unknown")
    return unit


@contextmanager
def _changing(
    desk: Desk, visitor: Visitor, contributor_id: int
) -> Iterator[tuple[Session, Contributor, User, datetime]]:  # fmt: skip
    with desk.database.writing() as session:
        contributor = found.contributor(session, visitor, contributor_id)
        demand(visitor, Right.REGISTER, contributor)
        yield session, contributor, session.get_one(User, visitor.user_id), desk.clock()


def _to(contributor_id: int, done: str) -> RedirectResponse:
    return RedirectResponse(f"/contributors/{contributor_id}?done={done}", status_code=303)
