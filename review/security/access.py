"""Who may use a route, as `review/security/routes.py` says it for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from review.security.rights import Right


class About(StrEnum):
    """What a route is about: what its right is needed over."""

    ALL = "all"  # anybody, logged in or not
    SELF = "self"  # whoever is logged in, about himself
    SITE = "site"
    ARTICLE = "article"  # in its column, where the right is one for columns
    LETTER = "letter"
    SENDER = "sender"
    USER = "user"  # in every site that this user belongs to


@dataclass(frozen=True, kw_only=True)
class Access:
    """Who may use a route: those with `right` over what it is about; None where no role is needed."""

    about: About
    right: Right | None = None


PUBLIC = Access(about=About.ALL)
OWN = Access(about=About.SELF)
SETTING_UP = Access(about=About.SELF)  # also for who must set up a second factor first


def over(about: About, right: Right, *routes: str) -> Mapping[str, Access]:
    """These routes, each for those who have `right` over what it is about."""
    return dict.fromkeys(routes, Access(about=about, right=right))
