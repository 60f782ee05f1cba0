"""ClamAV's daemon: is it there, and what does it say of some bytes. Its protocol (clamd(8), INSTREAM) ends here.

Every question is a connection of its own, so that threads may ask at once and nothing outlives a scanner's restart.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from tinbai.config_scanner import ScannerConfig
from tinbai.errors import ScannerError

_CHUNK = 1_000_000
_LONGEST_ANSWER = 4_096


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """What the scanner said: the name of what it found, or why it would not look; neither: nothing was found."""

    found: str | None = None
    refused: str | None = None


class Clamd:
    """A scanner at a configured address; may be shared by threads."""

    def __init__(self, config: ScannerConfig) -> None:
        self._config = config

    def ping(self) -> None:
        """Raise ScannerError unless it answers."""
        with self._connected() as connection:
            connection.sendall(b"zPING\0")
            answer = _answer(connection)
        if answer != "PONG":
            raise ScannerError(problem=f"answered {answer!r}")

    def scan(self, content: BinaryIO) -> Scanned:
        """Show it everything that `content` still holds. Raises ScannerError when it cannot be reached."""
        with self._connected() as connection:
            try:
                connection.sendall(b"zINSTREAM\0")
                while chunk := content.read(_CHUNK):
                    connection.sendall(len(chunk).to_bytes(4, "big") + chunk)
                connection.sendall(bytes(4))
            except (BrokenPipeError, ConnectionResetError):
                pass  # more than it takes (StreamMaxLength): it has said so before it hung up
            answer = _answer(connection)
        return _understood(answer)

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        try:
            connection = _connection(self._config.address, self._config.timeout_seconds)
            try:
                yield connection
            finally:
                connection.close()
        except OSError as error:
            raise ScannerError(problem=str(error) or type(error).__name__) from error


def _connection(address: str, timeout: float) -> socket.socket:
    kind, _, where = address.partition(":")
    if kind == "tcp":
        host, _, port = where.rpartition(":")
        return socket.create_connection((host, int(port)), timeout)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(timeout)
    try:
        connection.connect(where)
    except OSError:
        connection.close()
        raise
    return connection


def _answer(connection: socket.socket) -> str:
    received = b""
    while b"\0" not in received and len(received) < _LONGEST_ANSWER:
        piece = connection.recv(_LONGEST_ANSWER)
        if not piece:
            break
        received += piece
    if not received:
        raise ConnectionResetError("hung up without an answer")
    return received.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _understood(answer: str) -> Scanned:
    """It says "stream: OK", "stream: Name FOUND", or a complaint that ends in ERROR."""
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return Scanned()
    if said.endswith(" FOUND"):
        return Scanned(found=said.removesuffix(" FOUND"))
    return Scanned(refused=said.removesuffix(" ERROR"))
