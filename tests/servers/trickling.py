"""A server whose every word is in time for itself and never ends: a byte at a time, from a given word on."""

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

BYTE_SECONDS = 0.05


class Trickling:
    """Says the `script`'s answers, one for each line it hears after the greeting, and trickles from `until` on."""

    def __init__(self, script: Sequence[bytes], until: int) -> None:
        self._script, self._until = script, until
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def close(self) -> None:
        self._stopping.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(60)

    def _serve(self) -> None:
        with suppress(OSError):
            while not self._stopping.is_set():
                connection, _ = self._listener.accept()
                with suppress(OSError), connection, connection.makefile("rb") as heard:
                    connection.settimeout(10)
                    for number, answer in enumerate(self._script):
                        line = heard.readline() if number else b"greeting "
                        if number >= self._until or not line:
                            break
                        connection.sendall(answer.replace(b"TAG", line.split()[0]))
                    while not self._stopping.wait(BYTE_SECONDS):
                        connection.sendall(b"*")


@contextmanager
def trickling(script: Sequence[bytes], until: int) -> Iterator[Trickling]:
    """Run it for the length of the block."""
    server = Trickling(script, until)
    try:
        yield server
    finally:
        server.close()
