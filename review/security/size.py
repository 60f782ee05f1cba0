"""No request body over a limit, whether its length is told beforehand or not."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 8_000_000  # bytes: the longest article there may be, several times over


class BodyLimit:
    """Refuses with 413 while the body is read, so that the refusal is one of our pages."""

    def __init__(self, app: ASGIApp, *, largest: int = LARGEST) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, counting."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"0")
        received = int(told) if told.isdigit() else 0
        counted = 0

        async def receive_counted() -> Message:
            nonlocal counted
            if received > self.largest:
                raise HTTPException(413)
            message = await receive()
            counted += len(message.get("body", b""))
            if counted > self.largest:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_counted, send)
