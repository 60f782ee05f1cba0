"""Which language a request is answered in: what the user chose, else what was chosen in this browser, else the site's.

What the browser asks for (Accept-Language) is not followed: the office is Vietnamese, and its machines often have
English systems.
"""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from review.language import LANGUAGES, begin

COOKIE = "language"
YEAR = 365 * 24 * 3600  # seconds


class LanguageOfBrowser:
    """Begin each request in the language chosen in this browser, else in the site's own."""

    def __init__(self, app: ASGIApp, *, usual: str) -> None:
        self._app = app
        self._usual = usual

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on."""
        if scope["type"] == "http":
            begin(_chosen(Headers(scope=scope).get("cookie", "")) or self._usual)
        await self._app(scope, receive, send)


def remember(response: Response, language: str, *, secure: bool) -> None:
    """Keep the choice in this browser; with `secure` it comes back over https only."""
    response.set_cookie(COOKIE, language, max_age=YEAR, httponly=True, samesite="lax", secure=secure)


def _chosen(cookies: str) -> str:
    try:
        morsel = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel is not None and morsel.value in LANGUAGES else ""
