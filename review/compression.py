"""Pages, compressed where that tells nothing.

How well a page compresses tells somebody on the wire what words of his in it have in common with the secret beside
them, the form's token (BREACH). So only pages whose address brought no words of its own are compressed: those without
a query. A first visit is such a page; and none is compressed that a form was sent to.
"""

import gzip

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST = 1_000  # bytes: below, it is not worth it


class PageCompression:
    """The middleware. It changes whole answers only; what is sent in pieces passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, compressed where it may be."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["query_string"]:
            await self.app(scope, receive, send)
            return
        accepted = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        start: Message | None = None

        async def send_compressed(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if start is not None:
                message = _compressed(start, message) if accepted else message
                await send(start)
                start = None
            await send(message)

        await self.app(scope, receive, send_compressed)


def _compressed(start: Message, body: Message) -> Message:
    """The body compressed, and the start saying so, if it is a whole page."""
    headers = MutableHeaders(raw=start["headers"])
    page = headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers
    if not page or body.get("more_body", False) or len(body.get("body", b"")) < SMALLEST:
        return body
    small = gzip.compress(body["body"], compresslevel=5, mtime=0)
    headers["Content-Encoding"], headers["Content-Length"] = "gzip", str(len(small))
    headers.add_vary_header("Accept-Encoding")
    return {**body, "body": small}
