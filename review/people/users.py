"""The users of a site: who they are, what they may, and how each gets in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.locale import people as words
from review.menu import menu
from review.security import second_factor
from review.security.rights import COLUMN_ROLES, Right, Visitor, demand_in, keeps_user, may_in
from review.security.visitor import VisitorDep
from tinbai.account import SecondFactor
from tinbai.column import Column
from tinbai.event import Event, history
from tinbai.login import LoginSession
from tinbai.people import Role, RoleName, User
from tinbai.site import Site

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One user, with what he may in this site, in words."""

    user: User
    roles: Sequence[str]
    second_factor: bool
    seen_at: datetime | None


@router.get("/users")
def users_page(desk: DeskDep, visitor: VisitorDep, site: str = "", done: str = "") -> Response:
    """Everybody with a role in this site, those who are shut out last."""
    with desk.database.reading() as session:
        here = site_of_people(session, visitor, site)
        values = {
            "menu": menu(session, visitor, here, "users"), "users": _listed(session, here),
            "done": words.DONE.get(done),
        }  # fmt: skip
        return desk.templates.page("people/users.html", values, visitor=visitor)


@router.get("/users/new")
def new_user_page(desk: DeskDep, visitor: VisitorDep, site: str = "") -> Response:
    """Where somebody is invited."""
    with desk.database.reading() as session:
        here = site_of_people(session, visitor, site)
        values = {
            "menu": menu(session, visitor, here, "users"), "choices": role_choices(session, here, None),
            "mails": bool(desk.config.smtp.host),
        }  # fmt: skip
        return desk.templates.page("people/new_user.html", values, visitor=visitor)


@router.get("/users/{user_id}")
def user_page(user_id: int, desk: DeskDep, visitor: VisitorDep, site: str = "", done: str = "") -> Response:
    """One user."""
    with desk.database.reading() as session:
        user = found.user(session, visitor, user_id)
        here = site_with(session, visitor, user, site)
        values = user_values(session, visitor, user, here) | {
            "done": words.DONE.get(done), "mails": bool(desk.config.smtp.host),
        }  # fmt: skip
        return desk.templates.page("people/user.html", values, visitor=visitor)


def user_values(session: Session, visitor: Visitor, user: User, here: Site) -> dict[str, Any]:
    """What the page of one user needs."""
    return {
        "menu": menu(session, visitor, here, "users"), "user": user, "choices": role_choices(session, here, user),
        "keeps": keeps_user(visitor, user), "oneself": user.id == visitor.user_id, "link": "", "event_of": event_words,
        "second_factor": second_factor.is_on(session, user.id), "events": _events(session, user, here), "done": None,
    }  # fmt: skip


def site_of_people(session: Session, visitor: Visitor, key: str) -> Site:
    """The site whose people the visitor looks after: the one asked for, or his first. Raises 404, NotAllowedError."""
    if not key:
        for site in found.sites(session, visitor):
            if may_in(visitor, Right.PEOPLE, site.id):
                return site
    site = found.site(session, visitor, key)
    demand_in(visitor, Right.PEOPLE, site.id)
    return site


def site_with(session: Session, visitor: Visitor, user: User, key: str) -> Site:
    """The site in which the visitor looks at this user: the one asked for, or the first they have in common."""
    if key:
        return site_of_people(session, visitor, key)
    ids = {role.site_id for role in user.roles if may_in(visitor, Right.PEOPLE, role.site_id)}
    return session.get_one(Site, min(ids))


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One box to tick: a role in the whole site, or in one column."""

    value: str
    label: str
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class RoleChoice:
    """One role: what it is for, its box for the whole site, and those for single columns."""

    name: RoleName
    what: str
    whole: Choice
    columns: Sequence[Choice]


def role_choices(session: Session, site: Site, user: User | None) -> Sequence[RoleChoice]:
    """Every role that can be given, with what the user has of it."""
    columns = session.scalars(select(Column).where(Column.site_id == site.id, Column.active).order_by(Column.position))
    own = {(role.name, role.column_id) for role in user.roles if role.site_id == site.id} if user else set()
    listed = columns.all()
    return [
        RoleChoice(
            name=name, what=words.ROLE_MEANS[name],
            whole=Choice(value=name, label=words.role_words(name), ticked=(name, None) in own),
            columns=[
                Choice(value=f"{name}:{column.key}", label=column.name, ticked=(name, column.id) in own)
                for column in listed
            ] if name in COLUMN_ROLES else (),
        )
        for name in RoleName
    ]  # fmt: skip


def event_words(event: Event) -> str:
    """What an event about a user says."""
    return words.EVENT.get(event.decision, event.decision)


def _events(session: Session, user: User, site: Site) -> Sequence[Event]:
    newest = history("user", user.id).where(Event.site_id == site.id).order_by(None).order_by(Event.id.desc())
    return session.scalars(newest.limit(30)).all()


def _listed(session: Session, site: Site) -> Sequence[Listed]:
    here = select(Role.user_id).where(Role.site_id == site.id)
    query = select(User).where(User.id.in_(here)).options(selectinload(User.roles))
    users = session.scalars(query.order_by(User.active.desc(), User.name)).all()
    columns = found.column_names(session, [site.id])
    with_factor = set(session.scalars(select(SecondFactor.user_id).where(SecondFactor.confirmed_at.is_not(None))))
    seen = select(LoginSession.user_id, func.max(LoginSession.seen_at)).group_by(LoginSession.user_id)
    seen_at = dict(session.execute(seen).all())
    return [
        Listed(
            user=user, second_factor=user.id in with_factor, seen_at=seen_at.get(user.id),
            roles=[
                words.role_words(role.name, columns.get(role.column_id)) for role in user.roles
                if role.site_id == site.id
            ],
        )
        for user in users
    ]  # fmt: skip
