"""Stands for a virus scanner that takes its time over everything it is shown, or never ends its answer."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

BYTE_SECONDS = 0.05


class SlowClamd(socketserver.ThreadingTCPServer):
    """Says of everything that nothing was found, after `seconds`; with `endless`, one byte at a time for ever."""

    daemon_threads, allow_reuse_address = True, True

    def __init__(self, seconds: float, *, endless: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Question)
        self.seconds, self.endless, self.scans = seconds, endless, 0
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        """As the configuration names it."""
        return f"tcp:127.0.0.1:{self.server_address[1]}"


class _Question(socketserver.StreamRequestHandler):
    server: SlowClamd

    def handle(self) -> None:
        with suppress(OSError):
            if self._command() == b"zPING":
                self.wfile.write(b"PONG\0")
                return
            while size := int.from_bytes(self.rfile.read(4), "big"):
                self.rfile.read(size)
            self.server.scans += 1
            self.server.closing.wait(self.server.seconds)
            while self.server.endless and not self.server.closing.wait(BYTE_SECONDS):
                self.wfile.write(b"s")
            self.wfile.write(b"stream: OK\0")

    def _command(self) -> bytes:
        command = b""
        while (byte := self.rfile.read(1)) not in {b"\0", b""}:
            command += byte
        return command


@contextmanager
def slow_clamd(seconds: float, *, endless: bool = False) -> Iterator[SlowClamd]:
    """Run it for the length of the block."""
    with SlowClamd(seconds, endless=endless) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join(60)
