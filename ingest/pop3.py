"""POP3 (RFC 1939): for servers that offer nothing better. poplib ends at this file.

POP3 knows no UIDs, only names that last (UIDL); 63 bits of the name's hash stand for it here. They have no order, so
no cursor passes over them: in every pass the server's names are compared with those that are stored.
"""

import contextlib
import poplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from ingest.mailbox import ServerLetter
from ingest.on_line import OnLine
from tinbai.config import MailboxConfig, Security
from tinbai.errors import MailboxError, SecretError
from tinbai.line import Line
from tinbai.secret import secret

COMMAND_SECONDS = 60  # no answer takes so long, but where many bytes come
LONGEST_LINE = 1_000_000
_LISTED_BYTES = 10_000_000  # of a long maildrop; how long is not known before
SLACK = 1_000_000  # a server may announce a wrong size; what is this much longer is no letter any more
FOR_A_WHILE = ("[IN-USE]", "[SYS/TEMP]", "[LOGIN-DELAY]")  # RFC 2449 section 8, RFC 3206: not refused for good
_ERRORS = (poplib.error_proto, OSError, EOFError, ValueError)


class Pop3Mailbox:
    """The maildrop, locked for others as long as it is open. Letters stay on the server."""

    uidvalidity = 1
    uidnext = None
    ordered = False

    def __init__(self, server: "_Connection", config: MailboxConfig) -> None:
        self._server = server
        self._config = config
        with self._errors("list", size=_LISTED_BYTES):
            sizes = dict(_pair(line) for line in server.list()[1])
            self._numbers = _by_uid(_pair(line) for line in server.uidl()[1])
        self._sizes = {number: int(size) for number, size in sizes.items()}

    @property
    def count(self) -> int:
        """The letters in the maildrop."""
        return len(self._numbers)

    def uids_above(self, uid: int) -> Sequence[int]:
        """In the order of the maildrop, which is the order that they came in."""
        return [one for one in self._numbers if one > uid]

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        """LIST gave the sizes; dates are not told."""
        sizes = {uid: self._sizes.get(self._numbers[uid]) for uid in uids if uid in self._numbers}
        return {
            uid: ServerLetter(uid=uid, size=size, internal_date=None) for uid, size in sizes.items() if size is not None
        }

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """RETR, byte for byte: poplib's own would end at a line of 2,048 bytes and mend line ends."""
        for uid in uids:
            number = self._numbers.get(uid)
            if number is None:
                continue
            with self._errors("fetch", size=self._sizes[number]):
                try:
                    raw = self._answer(f"RETR {number}", 2 * self._sizes[number] + SLACK)
                except poplib.error_proto as error:
                    if _is_refusal(error):  # of this one; the others may come
                        continue
                    raise
            yield uid, raw

    def headers(self, uid: int, size: int) -> bytes:
        """TOP, which is optional (RFC 1939 section 7): nothing where the server has it not."""
        with self._errors("fetch headers"):
            try:
                return self._answer(f"TOP {self._numbers[uid]} 0", size + SLACK)[:size]
            except poplib.error_proto:
                return b""

    def tell(self, uids: Sequence[int]) -> None:
        """Nothing can be told but DELE, and nothing is deleted."""

    def close(self) -> None:
        """QUIT as far as the server still listens."""
        with contextlib.suppress(MailboxError), self._errors("log out"):
            self._server.quit()
        self._server.end()

    def _answer(self, command: str, most: int) -> bytes:
        """What follows a command until the line with a single dot, doubled dots undone (RFC 1939 section 3)."""
        self._server._shortcmd(command)  # type: ignore[attr-defined]  # noqa: SLF001 - poplib offers no raw reading
        answered = self._server.file
        pieces: list[bytes] = []
        size, begins = 0, True
        while (piece := answered.readline(LONGEST_LINE)) != b".\r\n" or not begins:
            if not piece:
                raise EOFError("the connection ended within a letter")
            pieces.append(piece[1:] if begins and piece.startswith(b".") else piece)
            begins = piece.endswith(b"\n")
            size += len(piece)
            if size > most:
                raise ValueError("more bytes than the letter has")
        return b"".join(pieces)

    @contextlib.contextmanager
    def _errors(self, doing: str, *, size: int = 0) -> Iterator[None]:
        patience = _patience(self._config)
        with self._server.line.within(patience, coming=size), _translated(self._config, doing):
            yield


class _Connection(OnLine, poplib.POP3):
    def __init__(self, config: MailboxConfig, line: Line, tls: ssl.SSLContext | None) -> None:
        self.line, self.tls = line, tls
        try:
            super().__init__(config.host, config.port, config.timeout_seconds)
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """Close the connection. Never raises."""
        with contextlib.suppress(*_ERRORS, AttributeError):  # there may be none yet
            self.close()
        self.line.close()


def connect(config: MailboxConfig) -> Pop3Mailbox:
    """Log in and lock the maildrop. Raises MailboxError, not retryable for a refused log-in."""
    line, patience = Line(), _patience(config)
    context = None if config.security is Security.PLAIN else ssl.create_default_context(cafile=config.ca_file or None)
    try:
        with line.within(patience), _translated(config, "connect"):
            server = _Connection(config, line, context if config.security is Security.TLS else None)
    except BaseException:
        line.close()
        raise
    try:
        with line.within(patience), _translated(config, "connect"):
            if config.security is Security.STARTTLS:
                server.stls(context)
        with line.within(patience), _translated(config, "log in"):
            password = secret(config.password)
            server.user(config.username)
            server.pass_(password)
        return Pop3Mailbox(server, config)
    except BaseException:
        server.end()
        raise


def _patience(config: MailboxConfig) -> float:
    return max(COMMAND_SECONDS, 2 * config.timeout_seconds)


def _by_uid(names: Iterator[tuple[int, str]]) -> dict[int, int]:
    """Numbers of the session by UID. A server that gives equal letters one name has them counted."""
    seen: dict[str, int] = {}
    numbers: dict[int, int] = {}
    for number, name in names:
        seen[name] = seen.get(name, 0) + 1
        mark = name if seen[name] == 1 else f"{name} {seen[name]}"  # no name holds a space
        numbers[int.from_bytes(sha256(mark.encode()).digest()[:8], "big") >> 1] = number
    return numbers


def _pair(line: bytes) -> tuple[int, str]:
    number, _, rest = line.decode("latin-1").strip().partition(" ")
    return int(number), rest.split(" ")[0]


@contextlib.contextmanager
def _translated(config: MailboxConfig, doing: str) -> Iterator[None]:
    try:
        yield
    except SecretError as error:
        raise MailboxError(mailbox=config.key, problem=f"{doing}: {error}", retryable=False) from error
    except poplib.error_proto as error:
        words = _words(error)
        retryable = doing != "log in" or not _is_refusal(error) or any(code in words for code in FOR_A_WHILE)
        problem = f"{doing}: {words[:300]}"
        raise MailboxError(mailbox=config.key, problem=problem, retryable=retryable, refused=not retryable) from error
    except _ERRORS as error:
        raise MailboxError(
            mailbox=config.key, problem=f"{doing}: {str(error)[:300] or type(error).__name__}"
        ) from error


def _is_refusal(error: poplib.error_proto) -> bool:
    """Whether the server said no. poplib raises the same error where the connection ends within an answer."""
    words = _words(error)
    return words.startswith("-ERR") and words != "-ERR EOF"


def _words(error: poplib.error_proto) -> str:
    return error.args[0].decode("latin-1") if isinstance(error.args[0], bytes) else str(error.args[0])
