"""Headers on every response: what a browser may load, run, show and remember."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COMMON = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A letter may bring its own styles, which can do nothing in a sandbox; it may load nothing and run nothing.
LETTER_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
DOWNLOAD_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it a browser sends "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    # Over plain HTTP, browsers look up the hosts of links before anybody clicks, and so tell them of the reading.
    "X-DNS-Prefetch-Control": "off",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def protect(headers: MutableHeaders, *, https_only: bool) -> None:
    """Put in what is not there yet. Pages are not kept by the browser: a logged-out screen stays logged out."""
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", _COMMON)
    headers.setdefault("Cache-Control", "no-store")
    if https_only:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")


class ProtectiveHeaders:
    """The middleware that calls `protect` for every response."""

    def __init__(self, app: ASGIApp, *, https_only: bool) -> None:
        self.app = app
        self.https_only = https_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "public, max-age=3600")
                protect(headers, https_only=self.https_only)
            await send(message)

        await self.app(scope, receive, send_protected)
