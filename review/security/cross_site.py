"""Requests that another site made in a user's name: refused by where they come from, and by a token of the session."""

import hmac
from urllib.parse import urlsplit

from starlette.requests import Request

from tinbai.errors import TinbaiError

FIELD = "csrf"


class CrossSiteError(TinbaiError):
    """A form that did not come from a page of ours, or from one of an earlier log-in."""

    def __init__(self, *, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


def check_origin(request: Request, public_url: str) -> None:
    """Refuse what the browser itself says was sent from elsewhere. Programs that say nothing are left to the token."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise CrossSiteError(problem="other_site")
    origin = request.headers.get("origin")
    if origin is None:
        return
    expected = {request.headers.get("host", ""), urlsplit(public_url).netloc}
    if urlsplit(origin).netloc not in expected - {""}:
        raise CrossSiteError(problem="other_site")


def check_token(given: str, expected: str) -> None:
    """Refuse a form that does not carry the session's own token."""
    if not hmac.compare_digest(given.encode(), expected.encode()):
        raise CrossSiteError(problem="token")
