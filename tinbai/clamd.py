"""ClamAV's daemon: is it there, and what does it say of some bytes. Its protocol (clamd(8), INSTREAM) ends here.

Every question is a connection of its own, so that threads may ask at once and nothing outlives a scanner's restart.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from time import monotonic
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


OUT_OF_TIME = Scanned(refused="hết thời gian dành cho một thư")


class Clamd:
    """A scanner at a configured address; may be shared by threads."""

    def __init__(self, config: ScannerConfig) -> None:
        self._config = config

    def ping(self) -> None:
        """Raise ScannerError unless it answers."""
        with self._connected(monotonic() + self._config.timeout_seconds) as connection:
            connection.send(b"zPING\0")
            answer = connection.answer()
        if answer != "PONG":
            raise ScannerError(problem=f"answered {answer!r}")

    def letter_ends(self) -> float:
        """The moment (of `time.monotonic`) by which everything of a letter that begins now is to be scanned."""
        return monotonic() + self._config.letter_seconds

    def scan(self, content: BinaryIO, *, until: float = inf) -> Scanned:
        """Show it everything that `content` still holds. Raises ScannerError when it cannot be reached.

        What is not done by `until`, a moment of `time.monotonic`, is OUT_OF_TIME, however often it says something.
        """
        if monotonic() >= until:
            return OUT_OF_TIME
        try:
            return _understood(self._said_of(content, until))
        except ScannerError:
            if monotonic() >= until:
                return OUT_OF_TIME
            raise

    def _said_of(self, content: BinaryIO, until: float) -> str:
        with self._connected(until) as connection:
            try:
                connection.send(b"zINSTREAM\0")
                while chunk := content.read(_CHUNK):
                    connection.send(len(chunk).to_bytes(4, "big") + chunk)
                connection.send(bytes(4))
            except (BrokenPipeError, ConnectionResetError):
                pass  # more than it takes (StreamMaxLength): it has said so before it hung up
            return connection.answer()

    @contextmanager
    def _connected(self, until: float) -> Iterator["_Connection"]:
        try:
            connection = _Connection(self._config.address, self._config.timeout_seconds, until)
            try:
                yield connection
            finally:
                connection.close()
        except OSError as error:
            raise ScannerError(problem=str(error) or type(error).__name__) from error


class _Connection:
    """One question to the scanner. Nothing in it takes longer than `timeout`, and all of it ends by `until`."""

    def __init__(self, address: str, timeout: float, until: float) -> None:
        self._timeout, self._until = timeout, until
        self._socket = _opened(address, self._patience())

    def send(self, content: bytes) -> None:
        self._socket.settimeout(self._patience())
        self._socket.sendall(content)  # the time is for all of it

    def answer(self) -> str:
        """What it says up to the NUL that ends an answer."""
        received = b""
        while b"\0" not in received and len(received) < _LONGEST_ANSWER:
            self._socket.settimeout(self._patience())
            piece = self._socket.recv(_LONGEST_ANSWER)
            if not piece:
                break
            received += piece
        if not received:
            raise ConnectionResetError("hung up without an answer")
        return received.partition(b"\0")[0].decode("utf-8", "replace").strip()

    def close(self) -> None:
        self._socket.close()

    def _patience(self) -> float:
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return min(self._timeout, left)


def _opened(address: str, timeout: float) -> socket.socket:
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


def _understood(answer: str) -> Scanned:
    """It says "stream: OK", "stream: Name FOUND", or a complaint that ends in ERROR."""
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return Scanned()
    if said.endswith(" FOUND"):
        return Scanned(found=said.removesuffix(" FOUND"))
    return Scanned(refused=said.removesuffix(" ERROR"))
