"""Our sites on loopback ports, as they are and without the browser's help."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.servers.program import free_port

_SANDBOX = b'sandbox=""'


class Bare:
    """A site whose pages come without Content-Security-Policy and whose frames have no sandbox.

    What attacks do here, only the policy stops on the real pages.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_bare(message: Message) -> None:
            if message["type"] == "http.response.start":
                del MutableHeaders(scope=message)["content-security-policy"]
            elif message["type"] == "http.response.body":
                message["body"] = message.get("body", b"").replace(_SANDBOX, b'data-sb=""')  # as long as it was
            await send(message)

        await self.app(scope, receive, send_bare)


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of `app` while it runs."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.02)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join()
