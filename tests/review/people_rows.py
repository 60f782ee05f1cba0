"""Who may do what on the routes about coming in, one's own account and people, written by hand."""

from collections.abc import Mapping
from typing import Any

from tinbai.people import RoleName

EVERYBODY = frozenset(RoleName)
KEEPERS_OF_PEOPLE = frozenset({RoleName.HEAD, RoleName.ADMIN})
SETTLERS = frozenset({RoleName.HEAD, RoleName.ADMIN, RoleName.SECRETARY})
COLUMN = {
    "name": "Kinh tế", "position": "1", "decisions": "2", "target": "0", "longest_silence_days": "0", "active": "1",
}  # fmt: skip
OPEN = frozenset(
    {"/language", "/login/code", "/login/provider", "/login/provider/return", "/password", "/password/{token}"}
)
ONESELF = frozenset(
    {
        "/account", "/account/details", "/account/password", "/account/sessions/removal",
        "/account/sessions/{session_id}/removal", "/account/second-factor", "/account/second-factor/confirmation",
        "/account/second-factor/recovery", "/account/second-factor/removal", "/logout",
    }
)  # fmt: skip
PAGES = ONESELF | {
    "/users", "/users/new", "/audit", "/audit/export", "/settings/columns", "/settings/units", "/settings/texts",
    "/settings/lists", "/settings/lists/switch", "/settings/lists/file", "/settings/lists/preview",
    "/settings/lists/taking", "/settings/checks",
}  # fmt: skip
# Without an address: one that another user has already is refused, and each role that may asks in its turn.
DETAILS = {"name": "Đỗ Thị Gương", "title": "", "email": ""}
# Method and path: who may, the form, and the answer when it is neither a page nor a way on.
ROWS: Mapping[tuple[str, str], tuple[frozenset[RoleName], dict[str, Any], int | None]] = {
    ("POST", "/language"): (EVERYBODY, {"language": "en"}, 303),
    ("GET", "/login/code"): (EVERYBODY, {}, 303),
    ("POST", "/login/code"): (EVERYBODY, {"code": "123456"}, 303),
    ("GET", "/login/provider"): (EVERYBODY, {}, 404),
    ("GET", "/login/provider/return"): (EVERYBODY, {}, 404),
    ("GET", "/password"): (EVERYBODY, {}, None),
    ("POST", "/password"): (EVERYBODY, {"name": "x"}, None),
    ("GET", "/password/{token}"): (EVERYBODY, {}, 404),
    ("POST", "/password/{token}"): (EVERYBODY, {}, 404),
    **{(method, path): (EVERYBODY, {}, None) for path in ONESELF for method in ("GET", "POST")},
    ("GET", "/users"): (KEEPERS_OF_PEOPLE, {}, None),
    ("GET", "/users/new"): (KEEPERS_OF_PEOPLE, {}, None),
    ("POST", "/users"): (KEEPERS_OF_PEOPLE, {}, None),
    ("GET", "/audit"): (KEEPERS_OF_PEOPLE, {}, None),
    ("GET", "/audit/export"): (KEEPERS_OF_PEOPLE, {}, None),
    ("GET", "/settings/columns"): (SETTLERS, {}, None),
    ("POST", "/settings/columns"): (SETTLERS, {}, None),
    ("POST", "/settings/columns/{column_id}"): (SETTLERS, COLUMN, None),
    ("GET", "/settings/units"): (SETTLERS, {}, None),
    ("POST", "/settings/units"): (SETTLERS, {}, None),
    ("POST", "/settings/units/{unit_id}"): (SETTLERS, {"name": "Trạm Y tế"}, None),
    ("GET", "/settings/texts"): (SETTLERS, {}, None),
    ("POST", "/settings/texts"): (SETTLERS, {}, None),
    ("GET", "/settings/lists"): (SETTLERS, {}, None),
    ("POST", "/settings/lists"): (SETTLERS, {"list": "lexicon", "name": "Kơ Lai"}, None),
    ("POST", "/settings/lists/switch"): (SETTLERS, {"list": "lexicon", "entry": "x", "on": "1"}, 422),
    ("GET", "/settings/lists/file"): (SETTLERS, {}, None),
    ("POST", "/settings/lists/preview"): (SETTLERS, {}, 422),
    ("POST", "/settings/lists/taking"): (SETTLERS, {}, 422),
    ("GET", "/settings/checks"): (SETTLERS, {}, None),
    ("GET", "/settings/checks/{name}"): (SETTLERS, {}, None),
    ("POST", "/settings/checks/{name}"): (SETTLERS, {"site": "an-mau", "on": "1", "severity": ""}, None),
    ("GET", "/users/{user_id}"): (KEEPERS_OF_PEOPLE, {}, None),
    ("POST", "/users/{user_id}/details"): (KEEPERS_OF_PEOPLE, DETAILS, None),
    ("POST", "/users/{user_id}/roles"): (KEEPERS_OF_PEOPLE, {"role": "reader"}, None),
    ("POST", "/users/{user_id}/link"): (KEEPERS_OF_PEOPLE, {}, 200),
    ("POST", "/users/{user_id}/lock"): (KEEPERS_OF_PEOPLE, {}, None),
    ("POST", "/users/{user_id}/unlocking"): (KEEPERS_OF_PEOPLE, {}, None),
    ("POST", "/users/{user_id}/second-factor/removal"): (KEEPERS_OF_PEOPLE, {}, None),
}
_SHOWN = {"/account", "/account/second-factor"}
NOT_ASKED = {("POST", "/logout"), ("POST", "/account"), *(("GET", path) for path in ONESELF - _SHOWN)}
