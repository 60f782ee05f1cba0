"""A TCP proxy before a mail server that breaks one connection at an exact byte, and lets the later ones through.

What both sides said on an unbroken connection is kept, so that a test can choose the bytes to break at.
"""

import select
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum

BYE = b"* BYE Server shutting down.\r\n"
TRICKLE_SECONDS = 0.05


class Fault(StrEnum):
    """What happens at the byte."""

    FIN = "fin"  # the connection ends in good order
    RST = "rst"  # and in bad
    STALL = "stall"  # nothing comes any more, and the connection stays
    BYE = "bye"  # the server takes its leave in the middle of what it was saying
    TRICKLE = "trickle"  # from here on one byte at a time


@dataclass(frozen=True, kw_only=True)
class Plan:
    """`fault` after `offset` bytes, of those that the server says, or that the client says."""

    fault: Fault
    offset: int
    of_server: bool = True


class FaultProxy:
    """Passes connections on to `upstream` on this machine. `plan` is carried out on the next connection, once."""

    def __init__(self, upstream: int) -> None:
        self._upstream = upstream
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._connections: list[_Connection] = []
        self.plan: Plan | None = None
        self.said = b""  # by the server, on the last connection
        self.asked = b""  # by the client
        self.broken = 0  # connections on which a fault came to pass
        self._accepting.start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def close(self) -> None:
        """End everything and leave no thread."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join(5)
        self._listener.close()
        self.quiet()

    def quiet(self) -> None:
        """Cut what is open, and wait until nothing runs."""
        for one in self._connections:
            one.stopping.set()
            one.join(5)
            assert not one.is_alive()
        self._connections = []

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._upstream))
                plan, self.plan = self.plan, None
                self.said = self.asked = b""
                self._connections.append(_Connection(self, server, client, plan))
                self._connections[-1].start()


class _Connection(threading.Thread):
    """One connection, both ways, in one thread: what is closed here is closed at once."""

    def __init__(self, proxy: FaultProxy, server: socket.socket, client: socket.socket, plan: Plan | None) -> None:
        super().__init__(daemon=True, name="fault proxy")
        self._proxy, self._server, self._client, self._plan = proxy, server, client, plan
        self._passed = {server: 0, client: 0}  # bytes, by who said them
        self.stopping = threading.Event()

    def run(self) -> None:
        with suppress(OSError), self._server, self._client:
            while not self.stopping.is_set() and self._pass_some():
                pass

    def _pass_some(self) -> bool:
        """Pass on what there is; False when the connection is at its end."""
        ready, _, _ = select.select([self._server, self._client], [], [], 0.05)
        for source in ready:
            content = source.recv(65_536)
            of_server = source is self._server
            plan = self._plan if self._plan and self._plan.of_server is of_server else None
            if plan is not None and self._passed[source] + len(content) >= plan.offset:
                before = plan.offset - self._passed[source]
                self._pass(source, content[:before])
                self._break(plan.fault, source, content[before:])
                return False
            if not content:
                return False
            self._pass(source, content)
        return True

    def _pass(self, source: socket.socket, content: bytes) -> None:
        of_server = source is self._server
        (self._client if of_server else self._server).sendall(content)
        self._passed[source] += len(content)
        if of_server:
            self._proxy.said += content
        else:
            self._proxy.asked += content

    def _break(self, fault: Fault, source: socket.socket, rest: bytes) -> None:
        self._proxy.broken += 1
        match fault:
            case Fault.STALL:
                self.stopping.wait()
            case Fault.TRICKLE:
                self._trickle(source, rest)
            case Fault.BYE:
                self._client.sendall(BYE)
            case Fault.RST:
                for one in (self._client, self._server):
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            case Fault.FIN:
                self._client.shutdown(socket.SHUT_WR)

    def _trickle(self, source: socket.socket, rest: bytes) -> None:
        sink = self._client if source is self._server else self._server
        while not self.stopping.wait(TRICKLE_SECONDS):
            if not rest and select.select([source], [], [], 0)[0]:
                rest = source.recv(65_536)
            sink.sendall(rest[:1])
            rest = rest[1:]


@contextmanager
def fault_proxy(upstream: int) -> Iterator[FaultProxy]:
    """Run it for the length of the block."""
    proxy = FaultProxy(upstream)
    try:
        yield proxy
    finally:
        proxy.close()
