"""A TCP connection that can be cut off from any thread, and is when it only trickles.

The time limits of sockets are for each read: a server that sends one byte in time for each of them never ends. So the
clock is held against a whole command, and against the bytes that came in a while where many are to come.
"""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Final

SLOWEST_BYTES: Final = 8_000  # a second, where many are to come
_RECEIVED_AT = 128  # bytes_received in the kernel's struct tcp_info (linux/tcp.h); not told elsewhere


class Line:
    """One connection, whatever it is wrapped into. `open` is called once; `close` may be called again."""

    def __init__(self) -> None:
        self._end: socket.socket | None = None  # a second name for the connection: TLS takes the first one away

    def open(self, host: str, port: int, timeout_seconds: float | None) -> socket.socket:
        """Connect. Raises OSError."""
        connected = socket.create_connection((host, port), timeout_seconds)
        self._end = connected.dup()
        return connected

    def cut(self) -> None:
        """End the connection at once, from any thread: whoever reads from it comes to its end."""
        if self._end is not None:
            with suppress(OSError):
                self._end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of it; the connection itself is closed by who has it."""
        if self._end is not None:
            self._end.close()

    @contextmanager
    def within(self, seconds: float, *, coming: int = 0) -> Iterator[None]:
        """Cut the connection when the block takes longer than `seconds`.

        Where so many bytes are `coming`, it may take longer, as long as SLOWEST_BYTES a second come in each `seconds`.
        """
        done = Event()
        watching = Thread(target=self._watch, args=(done, seconds, coming), name="watching a line", daemon=True)
        watching.start()
        try:
            yield
        finally:
            done.set()
            watching.join()

    def _watch(self, done: Event, seconds: float, coming: int) -> None:
        had = self._received()
        if had is None:
            seconds, coming = seconds + coming / SLOWEST_BYTES, 0
        while not done.wait(seconds):
            now = self._received() if coming > 0 else None
            came = now - had if now is not None and had is not None else 0
            if came < max(1, min(SLOWEST_BYTES * seconds, coming)):
                self.cut()
                return
            coming, had = coming - came, now

    def _received(self) -> int | None:
        """Bytes that have come on it; None where the kernel does not say."""
        if self._end is None or not hasattr(socket, "TCP_INFO"):
            return None
        try:
            told = self._end.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _RECEIVED_AT + 8)
        except OSError:
            return None
        return int(struct.unpack_from("Q", told, _RECEIVED_AT)[0]) if len(told) >= _RECEIVED_AT + 8 else None
