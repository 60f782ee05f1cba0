"""A mail server in memory. pymap ends at this file.

It speaks real IMAP on a loopback port; letters are put into it by APPEND, as any mail program would. Log-ins are
compared in the clear, because a demonstration should not spend half a second on each.
"""

import asyncio
import imaplib
import threading
from argparse import Namespace
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from proxyprotocol.reader import ProxyProtocolReader
from proxyprotocol.version import ProxyProtocolVersion
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pysasl.hashing import Cleartext

HOST = "127.0.0.1"
START_SECONDS = 10


class DemoMailbox:
    """An IMAP server with one user. A context manager: it listens while the block runs."""

    def __init__(self, *, port: int, username: str, password: str) -> None:
        self.port = port
        self._username, self._password = username, password
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="demo mailbox", daemon=True)
        self._serving: asyncio.Task[None] | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(START_SECONDS) or self._failure is not None:
            raise RuntimeError("the demo mailbox did not start") from self._failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._serving is not None:
            self._loop.call_soon_threadsafe(self._serving.cancel)
        self._thread.join(START_SECONDS)

    def append(self, raw: bytes) -> None:
        """Deliver a letter into INBOX, as the server got it just now."""
        with imaplib.IMAP4(HOST, self.port, timeout=START_SECONDS) as client:
            client.login(self._username, self._password)
            answer, detail = client.append("INBOX", "", imaplib.Time2Internaldate(datetime.now(UTC)), raw)
            if answer != "OK":
                raise RuntimeError(f"the demo mailbox refused a letter: {detail!r}")

    def _run(self) -> None:
        try:
            self._serving = self._loop.create_task(self._serve())
            with suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._serving)
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            if left:
                self._loop.run_until_complete(asyncio.wait(left))
        except OSError as error:
            self._failure = error
            self._ready.set()
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        settings: dict[str, Any] = {
            "host": HOST, "port": str(self.port), "debug": False, "cert": None, "key": None, "tls": False,
            "proxy_protocol": None, "inherited_sockets": None, "passlib_cfg": None, "demo_data": False,
            "demo_user": self._username, "demo_password": self._password,
        }  # fmt: skip
        backend, config = await DictBackend.init(
            Namespace(**settings), hash_context=Cleartext(), secure_auth=False, reject_dnsbl=False
        )
        config.apply_context()
        connected = ProxyProtocolReader(ProxyProtocolVersion.get("noop")).get_callback(
            IMAPServer(backend.login, config)
        )
        server = await asyncio.start_server(connected, HOST, self.port)
        async with server:
            self._ready.set()
            await server.serve_forever()
