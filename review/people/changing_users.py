"""What is done about users: invited, given roles, shut out, let in again. Nobody is ever removed."""

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from review import accounts, found
from review.accounts import WANTED
from review.desk import Desk, DeskDep
from review.language import kept
from review.people.oneself import tell
from review.people.password import send_link
from review.people.users import site_of_people, site_with, user_values
from review.posted import Posted, PostedDep
from review.security import lockout, second_factor, sessions
from review.security.rights import COLUMN_ROLES, Right, Visitor, keeps_user
from review.security.visitor import VisitorDep
from tinbai.account import LinkPurpose
from tinbai.column import Column
from tinbai.errors import InputError, NotAllowedError
from tinbai.people import RoleName, User
from tinbai.site import Site

router = APIRouter()


@router.post("/users")
def add_user(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Mời: a new user, who sets his password by the link in the letter."""
    with desk.database.writing() as session:
        here = site_of_people(session, visitor, posted.line("site"))
        by, at = session.get_one(User, visitor.user_id), desk.clock()
        if desk.config.smtp.host and not posted.line("email"):
            raise InputError(field="email", problem="email_missing")
        user = accounts.invite_user(
            session, here, username=posted.line("username"), name=posted.line("name"), title=posted.line("title"),
            email=posted.line("email"), wanted=_wanted(session, here, posted), by=by, at=at,
        )  # fmt: skip
        link = send_link(session, desk, user, LinkPurpose.INVITATION, by=by, at=at)
        return _after_link(session, desk, visitor, user, here, link, "user_invited")


@router.post("/users/{user_id}/details")
def change_user(user_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Name, title, address. The old address is told of a new one."""
    with desk.database.writing() as session:
        user = _kept(session, visitor, user_id)
        before, by = user.email, session.get_one(User, visitor.user_id)
        changes = accounts.change_details(
            session, user, name=posted.line("name"), title=posted.line("title"), email=posted.line("email"), by=by,
            at=desk.clock(),
        )  # fmt: skip
        if "email" in changes and before:
            words = kept(f"Địa chỉ thư của tài khoản đã được {by.name} đổi sang địa chỉ khác.")
            tell(session, desk, user, before, [words])
    return _to_user(user_id, "user_changed", posted)


@router.post("/users/{user_id}/roles")
def change_roles(user_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """The roles in one site, in the place of those there."""
    with desk.database.writing() as session:
        user = found.user(session, visitor, user_id)
        here = site_with(session, visitor, user, posted.line("site"))
        by = session.get_one(User, visitor.user_id)
        accounts.set_roles(session, user, here, _wanted(session, here, posted), by=by, at=desk.clock())
    return _to_user(user_id, "user_roles", posted)


@router.post("/users/{user_id}/link")
def send_user_link(user_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """A link to set a password with: the invitation once more, or for who has forgotten his."""
    with desk.database.writing() as session:
        user = _kept(session, visitor, user_id)
        here = site_with(session, visitor, user, posted.line("site"))
        if not user.active:
            raise InputError(field="active", problem="user_is_locked")
        if desk.config.smtp.host and not user.email:
            raise InputError(field="email", problem="email_missing")
        by, at = session.get_one(User, visitor.user_id), desk.clock()
        purpose = LinkPurpose.RESET if user.password_hash else LinkPurpose.INVITATION
        link = send_link(session, desk, user, purpose, by=by, at=at)
        accounts.note(session, user, "user_link", by=by, at=at)
        return _after_link(session, desk, visitor, user, here, link, "user_link")


@router.post("/users/{user_id}/lock")
def lock_user(user_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Khóa: every session ends at once; the name stays in the history."""
    with desk.database.writing() as session:
        user, by = _kept(session, visitor, user_id), session.get_one(User, visitor.user_id)
        accounts.set_active(session, user, active=False, by=by, at=desk.clock())
    return _to_user(user_id, "user_locked", posted)


@router.post("/users/{user_id}/unlocking")
def unlock_user(user_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Mở khóa, also for who has tried too many passwords."""
    with desk.database.writing() as session:
        user, by = _kept(session, visitor, user_id), session.get_one(User, visitor.user_id)
        accounts.set_active(session, user, active=True, by=by, at=desk.clock())
        lockout.forgive(session, user.username)
    return _to_user(user_id, "user_unlocked", posted)


@router.post("/users/{user_id}/second-factor/removal")
def remove_second_factor(user_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """For who has lost his telephone and his recovery codes. His sessions end."""
    with desk.database.writing() as session:
        user, by = _kept(session, visitor, user_id), session.get_one(User, visitor.user_id)
        if user.id == by.id:
            raise InputError(field="second_factor", problem="not_oneself")
        if second_factor.remove(session, user.id):
            sessions.end_of_user(session, user.id)
            accounts.note(session, user, "second_factor_off", by=by, at=desk.clock())
            if user.email:
                tell(session, desk, user, user.email, [kept(f"Xác thực hai bước đã được {by.name} tắt.")])
    return _to_user(user_id, "second_factor_off", posted)


def _kept(session: Session, visitor: Visitor, user_id: int) -> User:
    """A user whose every site the visitor looks after: name, address and way in belong to all of them."""
    user = found.user(session, visitor, user_id)
    if not keeps_user(visitor, user):
        raise NotAllowedError(user=visitor.user_id, right=Right.PEOPLE)
    return user


def _wanted(session: Session, site: Site, posted: Posted) -> list[WANTED]:
    """The boxes that were ticked. Raises InputError for what cannot be given."""
    rows = session.execute(select(Column.key, Column.id).where(Column.site_id == site.id)).all()
    columns = dict(rows)
    wanted: list[WANTED] = []
    for value in posted.lines("role"):
        name, _, column = value.partition(":")
        known = name in set(RoleName) and (not column or (column in columns and name in COLUMN_ROLES))
        if not known:
            raise InputError(field="role", problem="choice_unknown")
        wanted.append((RoleName(name), columns[column] if column else None))
    return wanted


def _after_link(
    session: Session, desk: Desk, visitor: Visitor, user: User, site: Site, link: str, done: str
) -> Response:
    """The user's page. Where no letter can go, the link itself is shown this once, to be handed over."""
    if desk.config.smtp.host:
        return RedirectResponse(f"/users/{user.id}?site={site.key}&done={done}", status_code=303)
    session.flush()
    values = user_values(session, visitor, user, site) | {"link": link, "mails": False}
    return desk.templates.page("people/user.html", values, visitor=visitor)


def _to_user(user_id: int, done: str, posted: Posted) -> Response:
    key = posted.line("site")
    site = f"site={key}&" if key.replace("-", "").isalnum() and key.isascii() else ""
    return RedirectResponse(f"/users/{user_id}?{site}done={done}", status_code=303)
