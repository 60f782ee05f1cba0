"""Rights: what a role allows. The one place that says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tinbai.article import Article
from tinbai.message import Message
from tinbai.people import RoleName


class Right(StrEnum):
    """What somebody may do in a site, or with one article."""

    READ = "read"
    EDIT = "edit"  # claim, edit, submit, return, reject, restore
    APPROVE = "approve"  # approve, withdraw, put up again
    REREAD = "reread"  # have a letter read again
    RELEASE = "release"  # say what becomes of a held letter


ROLE_RIGHTS: Mapping[RoleName, frozenset[Right]] = {
    RoleName.EDITOR: frozenset({Right.READ, Right.EDIT, Right.REREAD}),
    RoleName.APPROVER: frozenset({Right.READ, Right.EDIT, Right.APPROVE, Right.REREAD}),
    RoleName.HEAD: frozenset(Right),
    RoleName.SECRETARY: frozenset({Right.READ, Right.EDIT, Right.REREAD, Right.RELEASE}),
    RoleName.ADMIN: frozenset({Right.READ, Right.REREAD}),  # sees what goes wrong; no say in articles
}
_PER_COLUMN = frozenset({Right.EDIT, Right.APPROVE})


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

    @property
    def site_ids(self) -> frozenset[int]:
        """The sites he belongs to."""
        return frozenset(grant.site_id for grant in self.grants)

    def is_head(self, site_id: int) -> bool:
        """Whether he is the head of this site's board."""
        return any(grant.site_id == site_id and grant.role is RoleName.HEAD for grant in self.grants)


def may(visitor: Visitor, right: Right, thing: Article | Message) -> bool:
    """Whether `visitor` has `right` over an article or a letter.

    A role for one column reads the whole site, and acts in its column only. The head acts everywhere. An article
    that waits for the head's opinion is approved by nobody else.
    """
    if isinstance(thing, Article) and right is Right.APPROVE and thing.needs_head:
        return visitor.is_head(thing.site_id)
    column_id = thing.column_id if isinstance(thing, Article) else None
    return any(
        grant.site_id == thing.site_id and right in ROLE_RIGHTS[grant.role] and _covers(grant, right, column_id)
        for grant in visitor.grants
    )


def _covers(grant: Grant, right: Right, column_id: int | None) -> bool:
    everywhere = grant.column_id is None or grant.role is RoleName.HEAD or right not in _PER_COLUMN
    return everywhere or grant.column_id == column_id
