"""One talk with the directory, within its time: connect, protect, bind, search. Sockets and TLS end at this file."""

import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from review.security import ldap_message as messages
from review.security.ldap_message import Answer, Entry
from tinbai.config_connection import Security
from tinbai.config_ldap import LdapConfig
from tinbai.errors import DirectoryError
from tinbai.ldap_text import Filter

LARGEST_ANSWER = 1_000_000  # bytes of one message
MOST_ANSWERS = 100  # to one request
_GOODBYE_SECONDS = 0.2


@contextmanager
def connected(config: LdapConfig) -> Iterator["LdapConnection"]:
    """A protected connection until the end of the block. Raises DirectoryError.

    `timeout_seconds` are for everything but resolving the host's name: that is the system's, with limits of its own.
    """
    deadline = time.monotonic() + config.timeout_seconds
    try:
        with _opened(config.host, config.port, deadline) as plain:
            connection = LdapConnection(plain, deadline)
            try:
                connection.protect(config)
                yield connection
            finally:
                connection.leave()
    except (OSError, ValueError) as error:
        raise DirectoryError(problem=type(error).__name__) from error


def _opened(host: str, port: int, deadline: float) -> socket.socket:
    """A connection to the first address that takes it; one that is silent leaves the others their part of the time."""
    problem: OSError = TimeoutError("the time is over")
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for to_try, (family, kind, protocol, _name, address) in zip(range(len(addresses), 0, -1), addresses, strict=True):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        try:
            plain = socket.socket(family, kind, protocol)
        except OSError as error:  # a kind of address that this machine does not have
            problem = error
            continue
        try:
            plain.settimeout(left / to_try)
            plain.connect(address)
        except OSError as error:
            plain.close()
            problem = error
        else:
            return plain
    raise problem


class LdapConnection:
    """The talk; one request at a time. OSError and ValueError go to `connected`."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline
        self._number = 0
        self._read = b""

    def protect(self, config: LdapConfig) -> None:
        """Go on encrypted, with a server whose certificate is verified, before anything is said."""
        if config.security is Security.PLAIN:  # the configuration allows it on this machine only
            return
        if config.security is Security.STARTTLS:
            self._ask_for_tls()
        self._set_time()
        context = tls_context(config.ca_file)
        self._connection = context.wrap_socket(self._connection, server_hostname=config.host)

    def bind(self, name: str, password: str) -> bool:
        """Whether the directory takes `password` for that of `name`, a distinguished name or another form it knows.

        Without a name or a password it would bind nobody and call that a success (RFC 4513, sections 5.1.1, 5.1.2).
        """
        if not is_bindable(name, password):
            return False
        self._say(messages.bind(self._next(), name, password))
        code = self._answer().code
        if code == messages.SUCCESS:
            return True
        if code in messages.REFUSED:
            return False
        raise DirectoryError(problem=f"bind: result {code}")

    def search(
        self, base: str, wanted: Filter, attributes: Sequence[str], *, whole_subtree: bool, most: int
    ) -> list[Entry]:
        """At most `most` entries. What other servers know is not asked for (referrals)."""
        seconds = max(1, int(self._deadline - time.monotonic()))
        request = messages.search(
            self._next(), base, wanted, attributes, whole_subtree=whole_subtree, most=most, seconds=seconds
        )
        self._say(request)
        found: list[Entry] = []
        for _ in range(MOST_ANSWERS):
            answer = self._answer()
            if answer.entry is not None:
                found.append(answer.entry)
            elif answer.code in {messages.SUCCESS, messages.SIZE_LIMIT_EXCEEDED}:
                return found
            elif answer.code is not None:
                raise DirectoryError(problem=f"search: result {answer.code}")
        raise DirectoryError(problem="search: too many answers")

    def leave(self) -> None:
        """Say goodbye; who does not hear it learns it from the closed connection."""
        with self._connection as connection, suppress(OSError):
            connection.settimeout(_GOODBYE_SECONDS)
            connection.sendall(messages.unbind(self._next()))

    def _ask_for_tls(self) -> None:
        self._say(messages.start_tls(self._next()))
        if (code := self._answer().code) != messages.SUCCESS:
            raise DirectoryError(problem=f"starttls: result {code}")
        if self._read:  # said before it was encrypted: it could be anybody's
            raise DirectoryError(problem="starttls: something follows the answer")

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _say(self, message: bytes) -> None:
        self._set_time()
        self._connection.sendall(message)

    def _answer(self) -> Answer:
        """The next message about the request that was sent last."""
        while (size := messages.size(self._read)) is None or len(self._read) < size:
            if size is not None and size > LARGEST_ANSWER:
                raise ValueError("a message that is too long")
            self._set_time()
            more = self._connection.recv(65_536)
            if not more:
                raise ConnectionResetError("the directory hung up")
            self._read += more
        answer, self._read = messages.read(self._read[:size]), self._read[size:]
        if answer.number != self._number:  # 0: it is about to hang up (RFC 4511, section 4.4.1)
            raise DirectoryError(problem="an answer to something else")
        return answer

    def _set_time(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        self._connection.settimeout(left)


def is_bindable(name: str, password: str) -> bool:
    """Whether a bind with these proves anything. A NUL ends the text for some servers, so none may stand in it."""
    return bool(name and password) and "\x00" not in name + password


def tls_context(ca_file: str) -> ssl.SSLContext:
    """The certificate must be of a known authority, or of the one in `ca_file`, and for the host that was meant."""
    return ssl.create_default_context(cafile=ca_file or None)
