"""Who may use the routes about coming in, one's own account, and people."""

from collections.abc import Mapping

from review.security.access import OWN, PUBLIC, SETTING_UP, About, Access, over
from review.security.rights import Right

COMING_IN: Mapping[str, Access] = {
    "GET /login": PUBLIC,
    "POST /login": PUBLIC,
    "GET /login/code": PUBLIC,
    "POST /login/code": PUBLIC,
    "GET /login/provider": PUBLIC,
    "GET /login/provider/return": PUBLIC,
    "POST /language": PUBLIC,
    "GET /password": PUBLIC,
    "POST /password": PUBLIC,
    "GET /password/{token}": PUBLIC,
    "POST /password/{token}": PUBLIC,
    "POST /logout": SETTING_UP,
}

ONESELF: Mapping[str, Access] = {
    "GET /account": OWN,
    "POST /account/details": OWN,
    "POST /account/password": OWN,
    "POST /account/sessions/removal": OWN,
    "POST /account/sessions/{session_id}/removal": OWN,
    "GET /account/second-factor": SETTING_UP,
    "POST /account/second-factor": SETTING_UP,
    "POST /account/second-factor/confirmation": SETTING_UP,
    "POST /account/second-factor/recovery": OWN,
    "POST /account/second-factor/removal": OWN,
}

PEOPLE: Mapping[str, Access] = {
    **over(
        About.SITE, Right.PEOPLE,
        "GET /users",
        "GET /users/new",
        "POST /users",
    ),
    **over(
        About.USER, Right.PEOPLE,
        "GET /users/{user_id}",
        "POST /users/{user_id}/details",
        "POST /users/{user_id}/roles",
        "POST /users/{user_id}/link",
        "POST /users/{user_id}/lock",
        "POST /users/{user_id}/unlocking",
        "POST /users/{user_id}/second-factor/removal",
    ),
    **over(
        About.SITE, Right.SETTINGS,
        "GET /settings/columns",
        "POST /settings/columns",
        "POST /settings/columns/{column_id}",
        "GET /settings/units",
        "POST /settings/units",
        "POST /settings/units/{unit_id}",
        "GET /settings/texts",
        "POST /settings/texts",
        "GET /settings/lists",
        "POST /settings/lists",
        "POST /settings/lists/switch",
        "GET /settings/lists/file",
        "POST /settings/lists/preview",
        "POST /settings/lists/taking",
        "GET /settings/checks",
        "GET /settings/checks/{name}",
        "POST /settings/checks/{name}",
    ),
    **over(
        About.SITE, Right.AUDIT,
        "GET /audit",
        "GET /audit/export",
    ),
}  # fmt: skip
