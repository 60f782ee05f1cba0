"""Every route of the site, with who may use it. A route that does not stand here opens for nobody.

What stands here is asked before anything of a route runs: whether somebody is logged in, and whether any role of his
has the right. Whether he has it over this very article, letter or user is asked again where that is loaded
(`review/found.py`, `review/possible.py`); a thing of a site that is not his does not exist for him. The address of a
file is that of the article or letter it belongs to, and opens for whoever may read that.
"""

from collections.abc import Mapping

from starlette.requests import Request

from review.desk import DeskDep
from review.security.access import OWN, PUBLIC, SETTING_UP, About, Access, over
from review.security.people_routes import COMING_IN, ONESELF, PEOPLE
from review.security.rights import Right, may_somewhere
from review.security.visitor import visitor
from tinbai.errors import NotAllowedError, TinbaiError


class UndeclaredRouteError(TinbaiError):
    """A route that does not stand in the table."""

    def __init__(self, route: str) -> None:
        self.route = route
        super().__init__(f"{route} opens for nobody: say in review/security/routes.py who may use it")


class SetUpFirstError(TinbaiError):
    """A second factor is demanded of him, and he has none yet: until then only that can be done."""


_FIGURES: Mapping[str, Access] = {
    "GET /healthz": PUBLIC,
    "GET /metrics": PUBLIC,
    "GET /guide": PUBLIC,  # for contributors, who have no log-in
    "GET /guide/{key}": PUBLIC,
}

# A link of its own in a letter, for one person (`review/by_link.py`), and his PIN for it.
_BY_LINK: Mapping[str, Access] = {
    "GET /approve/{token}": PUBLIC,
    "GET /approve/{token}/page": PUBLIC,
    "POST /approve/{token}": PUBLIC,
    "GET /pin": OWN,
    "POST /pin": OWN,
}

_ARTICLES: Mapping[str, Access] = {
    **over(
        About.SITE, Right.READ,
        "GET /",
        "GET /calendar",
        "GET /queue/news",
        "POST /queue/filters",
        "POST /queue/filters/{filter_id}/removal",  # one's own
    ),
    **over(
        About.SITE, Right.EDIT,
        "POST /queue/decisions",  # of each article it is asked again
    ),
    **over(
        About.ARTICLE, Right.READ,
        "GET /articles/{article_id}",
        "GET /articles/{article_id}/reading",
        "GET /articles/{article_id}/history",
        "GET /articles/{article_id}/revisions/{number}",
        "GET /articles/{article_id}/photos/{sha256}",
    ),
    **over(
        About.ARTICLE, Right.READ,  # whoever decided may take it back: asked again in `tinbai/undoing.py`
        "POST /articles/{article_id}/undoing",
        "GET /articles/{article_id}/portal",
        "GET /articles/{article_id}/portal/page",
        "GET /articles/{article_id}/slip",
        "POST /articles/{article_id}/remarks",
        "POST /articles/{article_id}/remarks/{remark_id}/settlement",
    ),
    **over(
        About.ARTICLE, Right.EDIT,
        "GET /articles/{article_id}/return",
        "POST /articles/{article_id}/revisions",
        "POST /articles/{article_id}/choice",
        "POST /articles/{article_id}/rereading",
        "POST /articles/{article_id}/revisions/{number}/restoration",
        "POST /articles/{article_id}/claim",
        "POST /articles/{article_id}/submission",
        "POST /articles/{article_id}/return",
        "POST /articles/{article_id}/rejection",
        "POST /articles/{article_id}/restoration",
        "POST /articles/{article_id}/escalation",
        "POST /articles/{article_id}/related",
        "GET /articles/{article_id}/split",
        "POST /articles/{article_id}/split",
        "POST /articles/{article_id}/split/undoing",
        "GET /articles/{article_id}/merge",
        "POST /articles/{article_id}/merge",
        "POST /articles/{article_id}/merge/undoing",
        "GET /articles/{article_id}/joining",
        "POST /articles/{article_id}/joining",
        "POST /articles/{article_id}/separation",
        "POST /articles/{article_id}/related/{related_id}/removal",
        "POST /articles/{article_id}/correction",
        "POST /articles/{article_id}/corrections/{correction_id}/removal",
    ),
    **over(
        About.ARTICLE, Right.APPROVE,
        "POST /articles/{article_id}/approval",
    ),
    **over(
        About.ARTICLE, Right.PUBLISH,
        "POST /articles/{article_id}/withdrawal",
        "POST /articles/{article_id}/schedule",
        "POST /articles/{article_id}/late",
        "POST /articles/{article_id}/republication",
    ),
}  # fmt: skip

_LETTERS: Mapping[str, Access] = {
    **over(
        About.SITE, Right.READ,
        "GET /messages",
        "GET /contributors",
    ),
    **over(
        About.LETTER, Right.READ,
        "GET /messages/{message_id}",
        "GET /messages/{message_id}/original",
        "GET /messages/{message_id}/raw",
        "GET /messages/{message_id}/parts/{position}",
        "GET /messages/{message_id}/parts/{position}/picture",
        "GET /messages/{message_id}/sender",
    ),
    **over(
        About.LETTER, Right.REREAD,
        "POST /messages/{message_id}/reprocessing",
    ),
    **over(
        About.LETTER, Right.RELEASE,
        "POST /messages/{message_id}/release",
        "POST /messages/{message_id}/dismissal",
    ),
    **over(
        About.LETTER, Right.REGISTER,
        "POST /messages/{message_id}/sender/acceptance",
        "POST /messages/{message_id}/sender/refusal",
    ),
    **over(
        About.SENDER, Right.READ,
        "GET /contributors/{contributor_id}",
    ),
    **over(
        About.SITE, Right.REGISTER,
        "POST /contributors",
    ),
    **over(
        About.SENDER, Right.REGISTER,
        "POST /contributors/{contributor_id}/details",
        "POST /contributors/{contributor_id}/addresses",
        "POST /contributors/{contributor_id}/addresses/{address_id}/removal",
        "POST /contributors/{contributor_id}/stop",
        "POST /contributors/{contributor_id}/resumption",
        "POST /refusals/{refusal_id}/removal",
    ),
}  # fmt: skip

_AT_ARTICLE: Mapping[str, Access] = {
    **over(
        About.ARTICLE, Right.READ,
        "POST /articles/{article_id}/presence",
    ),
    **over(
        About.ARTICLE, Right.EDIT,
        "POST /articles/{article_id}/drafts",
        "GET /articles/{article_id}/drafts/{key}",
        "POST /articles/{article_id}/drafts/{key}/removal",
        "POST /articles/{article_id}/takeover",
        "POST /articles/{article_id}/findings/{key}/ignoring",
        "POST /articles/{article_id}/findings/{key}/heeding",
    ),
    **over(
        About.LETTER, Right.READ,
        "GET /messages/{message_id}/parts/{position}/preview",
        "GET /messages/{message_id}/parts/{position}/pages/{number}",
    ),
}  # fmt: skip

ROUTES: Mapping[str, Access] = {
    **_FIGURES, **COMING_IN, **ONESELF, **PEOPLE, **_ARTICLES, **_AT_ARTICLE, **_LETTERS, **_BY_LINK,
}  # fmt: skip


def access_of(method: str, path: str) -> Access:
    """Who may use a route, by its method and the path as it is declared. Raises UndeclaredRouteError."""
    route = f"{method} {path}"
    if route not in ROUTES:
        raise UndeclaredRouteError(route)
    return ROUTES[route]


def guard(request: Request, desk: DeskDep) -> None:
    """Let through whom the table names. Raises LogInFirstError, NotAllowedError or UndeclaredRouteError.

    It runs before every handler, and before a form is read.
    """
    access = access_of(request.method, request.scope["route"].path)
    if access.about is About.ALL:
        return
    who = visitor(request, desk)
    if who.must_set_up and access is not SETTING_UP:
        raise SetUpFirstError
    if access.right is not None and not may_somewhere(who, access.right):
        raise NotAllowedError(user=who.user_id, right=access.right)
