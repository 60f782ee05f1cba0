"""Rights: what a role allows. The one place that says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tinbai.article import Article
from tinbai.errors import NotAllowedError
from tinbai.message import Message
from tinbai.people import Contributor, RefusedSender, RoleName, User
from tinbai.restriction import Restriction


class Right(StrEnum):
    """What somebody may do in a site, or with one article."""

    READ = "read"
    EDIT = "edit"  # claim, edit, submit, return, reject, restore
    APPROVE = "approve"  # say that a text may go public, now or at an hour
    PUBLISH = "publish"  # of what is approved: when it goes up, whether it comes down, whether it goes up again
    REREAD = "reread"  # have a letter read again
    RELEASE = "release"  # say what becomes of a held letter
    REGISTER = "register"  # say who may send
    SEE_SECRET = "see_secret"  # noqa: S105 - letters with a mark of secrecy
    SEE_PETITION = "see_petition"  # denunciations and complaints
    SEE_UNJUDGED = "see_unjudged"  # letters of which nobody knows yet whether they are either
    PEOPLE = "people"  # users, their roles, their way in
    SETTINGS = "settings"  # columns, units, the wording of letters
    AUDIT = "audit"  # the whole log of a site


ROLE_RIGHTS: Mapping[RoleName, frozenset[Right]] = {
    RoleName.EDITOR: frozenset({Right.READ, Right.EDIT, Right.REREAD, Right.REGISTER}),
    RoleName.APPROVER: frozenset({Right.READ, Right.EDIT, Right.APPROVE, Right.PUBLISH, Right.REREAD, Right.REGISTER}),
    RoleName.PUBLISHER: frozenset({Right.READ, Right.PUBLISH}),  # no say in what a text says
    RoleName.READER: frozenset({Right.READ}),
    RoleName.HEAD: frozenset(Right),
    RoleName.SECRETARY: frozenset(
        {
            Right.READ,
            Right.EDIT,
            Right.REREAD,
            Right.RELEASE,
            Right.REGISTER,
            Right.SEE_PETITION,
            Right.SEE_UNJUDGED,
            Right.SETTINGS,
        }
    ),
    # Sees what goes wrong; no say in articles.
    RoleName.ADMIN: frozenset(
        {Right.READ, Right.REREAD, Right.SEE_UNJUDGED, Right.PEOPLE, Right.SETTINGS, Right.AUDIT}
    ),
}
_TO_SEE: Mapping[Restriction, Right] = {
    Restriction.SECRET: Right.SEE_SECRET,
    Restriction.PETITION: Right.SEE_PETITION,
}
_PER_COLUMN = frozenset({Right.EDIT, Right.APPROVE, Right.PUBLISH})
COLUMN_ROLES = (RoleName.EDITOR, RoleName.APPROVER, RoleName.PUBLISHER)  # those that may be given for one column


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A role somebody has: in a whole site, or in one column of it."""

    site_id: int
    column_id: int | None
    role: RoleName


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Whoever is logged in, as the pages know him."""

    user_id: int
    name: str
    title: str
    csrf_token: str
    grants: tuple[Grant, ...]
    session_id: int = 0
    language: str | None = None  # None: he chose none
    must_set_up: bool = False  # a second factor is demanded of him and he has none yet: nothing else opens

    @property
    def site_ids(self) -> frozenset[int]:
        """The sites he belongs to."""
        return frozenset(grant.site_id for grant in self.grants)

    def is_head(self, site_id: int) -> bool:
        """Whether he is the head of this site's board."""
        return any(grant.site_id == site_id and grant.role is RoleName.HEAD for grant in self.grants)


def may(visitor: Visitor, right: Right, thing: Article | Message | Contributor | RefusedSender) -> bool:
    """Whether `visitor` has `right` over an article, a letter or a sender.

    A role for one column reads the whole site, and acts in its column only. The head acts everywhere. An article
    that waits for the head's opinion is approved by nobody else. A restricted letter is there for those only who
    see its kind; one that was not read yet could be of either, and is there for few.
    """
    if isinstance(thing, Message) and thing.restriction not in {None, *seen_by(visitor, thing.site_id)}:
        return False
    if isinstance(thing, Message) and not thing.judged and not may_in(visitor, Right.SEE_UNJUDGED, thing.site_id):
        return False
    if isinstance(thing, Article) and thing.message is not None and not may(visitor, Right.READ, thing.message):
        return False
    if isinstance(thing, Article) and right is Right.APPROVE and thing.needs_head:
        return visitor.is_head(thing.site_id)
    column_id = thing.column_id if isinstance(thing, Article) else None
    return any(
        grant.site_id == thing.site_id and right in ROLE_RIGHTS[grant.role] and _covers(grant, right, column_id)
        for grant in visitor.grants
    )


def may_in(visitor: Visitor, right: Right, site_id: int) -> bool:
    """Whether `visitor` has `right` in a site, about no single thing."""
    return any(grant.site_id == site_id and right in ROLE_RIGHTS[grant.role] for grant in visitor.grants)


def may_somewhere(visitor: Visitor, right: Right) -> bool:
    """Whether any role of `visitor` has `right`, wherever it is for."""
    return any(right in ROLE_RIGHTS[grant.role] for grant in visitor.grants)


def demand(visitor: Visitor, right: Right, thing: Article | Message | Contributor | RefusedSender) -> None:
    """Raise NotAllowedError unless he may."""
    if not may(visitor, right, thing):
        raise NotAllowedError(user=visitor.user_id, right=right)


def demand_in(visitor: Visitor, right: Right, site_id: int) -> None:
    """Raise NotAllowedError unless he may in this site."""
    if not may_in(visitor, right, site_id):
        raise NotAllowedError(user=visitor.user_id, right=right)


def sees_user(visitor: Visitor, user: User) -> bool:
    """Whether `user` is one of the people of a site that `visitor` looks after."""
    return any(may_in(visitor, Right.PEOPLE, role.site_id) for role in user.roles)


def keeps_user(visitor: Visitor, user: User) -> bool:
    """Whether he looks after every site of `user`: his name, his address and his way in belong to all of them."""
    return bool(user.roles) and all(may_in(visitor, Right.PEOPLE, role.site_id) for role in user.roles)


def seen_by(visitor: Visitor, site_id: int) -> frozenset[Restriction]:
    """The kinds of restricted letters of a site that he sees."""
    rights = {right for grant in visitor.grants if grant.site_id == site_id for right in ROLE_RIGHTS[grant.role]}
    return frozenset(kind for kind, right in _TO_SEE.items() if right in rights)


def _covers(grant: Grant, right: Right, column_id: int | None) -> bool:
    everywhere = grant.column_id is None or grant.role is RoleName.HEAD or right not in _PER_COLUMN
    return everywhere or grant.column_id == column_id
