"""IMAP ends at this file: imapclient is imported nowhere else, and its errors leave as MailboxError."""

import contextlib
import imaplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError, ProtocolError

from ingest.imap_answers import aware, is_for_a_while, is_news
from ingest.mailbox import Condition, ServerLetter
from ingest.on_line import OnLine
from tinbai.config import After, MailboxConfig, Security
from tinbai.errors import MailboxError, SecretError
from tinbai.line import Line
from tinbai.secret import secret

DESCRIBE_AT_ONCE = 500
LIST_AT_ONCE = 50_000  # a UID and its space are at most 11 bytes
COMMAND_SECONDS = 60  # no answer takes so long, but where many bytes come
_LISTED_BYTES, _DESCRIBED_BYTES = 11, 100  # of the answer, a letter
BODY = b"BODY[]"
_QUOTA_UNIT = 1024  # bytes: RFC 9208, section 5.1
_ERRORS = (
    IMAPClientError, imaplib.IMAP4.error, ProtocolError, OSError, EOFError, RecursionError, ValueError,
    AttributeError, LookupError, TypeError,  # imapclient's own, over answers that make no sense
)  # fmt: skip


class ImapMailbox:
    """An open folder on an IMAP server. Not to be shared between threads, but for `cut`."""

    ordered = True

    def __init__(self, client: "_Client", config: MailboxConfig, selected: Mapping[bytes, Any]) -> None:
        self._client = client
        self._config = config
        self._selected = selected
        self._sizes: dict[int, int] = {}

    @property
    def uidvalidity(self) -> int:
        """The folder's UIDVALIDITY, as SELECT told it."""
        return int(self._selected[b"UIDVALIDITY"])

    @property
    def uidnext(self) -> int | None:
        """The folder's UIDNEXT, where SELECT told it."""
        told = self._selected.get(b"UIDNEXT")
        return None if told is None else int(told)

    @property
    def count(self) -> int:
        """The letters in the folder, as SELECT told it."""
        return int(self._selected.get(b"EXISTS", 0))

    def uids_above(self, uid: int) -> Sequence[int]:
        """UID SEARCH from `uid` + 1 on, in ranges that keep each answer short, and from `since` on."""
        with self._errors("search", size=self.count * _LISTED_BYTES):
            found = {one for first, last in self._ranges(uid) for one in self._search(f"{first}:{last}")}
        return sorted(one for one in found if one > uid)  # n:* always names the last letter too (RFC 3501, 6.4.8)

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        """RFC822.SIZE and INTERNALDATE, some hundred letters a request."""
        letters: dict[int, ServerLetter] = {}
        for start in range(0, len(uids), DESCRIBE_AT_ONCE):
            with self._errors("fetch sizes", size=min(DESCRIBE_AT_ONCE, len(uids)) * _DESCRIBED_BYTES):
                answer = self._client.fetch(
                    list(uids[start : start + DESCRIBE_AT_ONCE]), ["RFC822.SIZE", "INTERNALDATE"]
                )
            for uid, data in answer.items():
                if b"RFC822.SIZE" in data:
                    letters[uid] = ServerLetter(
                        uid=uid, size=int(data[b"RFC822.SIZE"]), internal_date=aware(data.get(b"INTERNALDATE"))
                    )
        self._sizes |= {uid: letter.size for uid, letter in letters.items()}
        return letters

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        r"""BODY.PEEK[]: \Seen stays as it was. An answer without the body is no answer, and is left out."""
        with self._errors("fetch", size=sum(self._sizes.get(uid, 0) for uid in uids)):
            answer = self._bodies(uids)
        for uid in sorted(answer):
            body = answer[uid].get(BODY)
            if isinstance(body, bytes):
                yield uid, body

    def _bodies(self, uids: Sequence[int]) -> dict[int, Any]:
        """Refused together, they are asked for one by one: one that the server cannot give holds up no other."""
        try:
            return dict(self._client.fetch(list(uids), ["BODY.PEEK[]"]))
        except imaplib.IMAP4.abort:  # the connection is gone
            raise
        except imaplib.IMAP4.error:
            return {} if len(uids) == 1 else {key: body for uid in uids for key, body in self._bodies([uid]).items()}

    def headers(self, uid: int, size: int) -> bytes:
        """BODY.PEEK[HEADER], cut at `size`."""
        with self._errors("fetch headers", size=size):
            answer = self._client.fetch([uid], [f"BODY.PEEK[HEADER]<0.{size}>"])
        values = [value for value in answer.get(uid, {}).values() if isinstance(value, bytes)]
        return values[0] if values else b""

    def can_tell(self) -> bool:
        """Whether the server takes what it is to be told: some take no keywords of others (RFC 3501, 7.1)."""
        if self._config.after is not After.KEYWORD:
            return True
        allowed = {flag.lower() for flag in self._selected.get(b"PERMANENTFLAGS", (b"\\*",))}
        return b"\\*" in allowed or self._config.after_name.encode().lower() in allowed

    def tell(self, uids: Sequence[int]) -> None:
        """Set the keyword, or move to the folder (made when it is missing; copied and flagged without MOVE)."""
        if not uids or self._config.after is After.NOTHING or not self.can_tell():
            return
        with self._errors("tell"):
            if self._config.after is After.KEYWORD:
                self._client.add_flags(list(uids), [self._config.after_name.encode()], silent=True)
            else:
                self._move(list(uids))

    def has_idle(self) -> bool:
        """Whether the server can say by itself that a letter has come (RFC 2177)."""
        with self._errors("capability"):
            return bool(self._client.has_capability("IDLE"))

    def idle(self, seconds: float) -> bool:
        """Wait for at most `seconds`; whether the server said that a letter has come.

        The NOOP before fetches what the server has to say already: imapclient takes it for an error afterwards. DONE
        is answered, or the connection is at its end: then MailboxError is raised within the time limit of reading.
        """
        with self._errors("idle", seconds=seconds + 2 * self._config.timeout_seconds):
            said = self._client.noop()[1]
            if not is_news(said):
                self._client.idle()
                said = self._client.idle_check(timeout=seconds)
                said += self._client.idle_done()[1]
        return is_news(said)

    def condition(self) -> Condition:
        """Room left by the quota of the account (RFC 9208), and the end of the server's certificate."""
        with self._errors("quota"):
            quotas = self._client.get_quota_root("INBOX")[1] if self._client.has_capability("QUOTA") else []
            certificate: dict[str, Any] = getattr(self._client.socket(), "getpeercert", dict)() or {}
        storage = next((quota for quota in quotas if quota.resource == "STORAGE"), None)
        until = str(certificate.get("notAfter", ""))
        return Condition(
            used=storage and storage.usage * _QUOTA_UNIT,
            room=storage and storage.limit * _QUOTA_UNIT,
            certificate_until=datetime.fromtimestamp(ssl.cert_time_to_seconds(until), UTC) if until else None,
        )

    def cut(self) -> None:
        """End the connection at once, from any thread: who waits for it gets MailboxError."""
        self._client.line.cut()

    def close(self) -> None:
        """LOGOUT as far as the server still listens."""
        with contextlib.suppress(MailboxError), self._errors("log out"):
            self._client.logout()
        self._client.end()

    def _ranges(self, uid: int) -> Iterator[tuple[int, int | str]]:
        """From above `uid` to the end, so that none holds more than LIST_AT_ONCE letters.

        imaplib ends the connection at a line of a million bytes. Where letters stand close is asked by their numbers
        in the folder; the ranges themselves are of UIDs, so that nothing slips when somebody deletes meanwhile.
        """
        first = uid + 1
        numbers = range(LIST_AT_ONCE, self.count, LIST_AT_ONCE)
        bounds = self._client.search([",".join(map(str, numbers))]) if numbers else []
        for bound in sorted(bound for bound in bounds if bound > uid):
            yield first, bound
            first = bound + 1
        yield first, "*"

    def _search(self, uids: str) -> list[int]:
        since = ["SINCE", date.fromisoformat(self._config.since)] if self._config.since else []
        found: list[int] = self._client.search(["UID", uids, *since])
        return found

    def _move(self, uids: list[int]) -> None:
        folder = self._config.after_name
        if not self._client.folder_exists(folder):
            self._client.create_folder(folder)
        if self._client.has_capability("MOVE"):
            self._client.move(uids, folder)
            return
        # Without MOVE (RFC 6851) a letter is copied, and the old one deleted where that can hit no other (UIDPLUS,
        # RFC 4315), else flagged. One with the flag was copied before we were interrupted, or deleted by somebody.
        flags = self._client.get_flags(uids)
        fresh = [uid for uid in uids if uid in flags and b"\\Deleted" not in flags[uid]]
        if fresh:
            self._client.copy(fresh, folder)
            self._client.add_flags(fresh, [b"\\Deleted"], silent=True)
            if self._client.has_capability("UIDPLUS"):
                self._client.uid_expunge(fresh)

    @contextlib.contextmanager
    def _errors(self, doing: str, *, size: int = 0, seconds: float | None = None) -> Iterator[None]:
        """Errors become ours. An answer that trickles in is cut off; one of `size` bytes may take its time."""
        patience = seconds or _patience(self._config)
        with self._client.line.within(patience, coming=size), _translated(self._config, doing):
            yield


class _Client(IMAPClient):  # type: ignore[misc]  # it comes without types
    """imapclient on a line that can be cut from its first byte on: even a greeting may trickle."""

    def __init__(self, config: MailboxConfig, line: Line) -> None:
        self.line, tls = line, config.security is Security.TLS
        patience = SocketTimeout(connect=config.timeout_seconds, read=config.timeout_seconds)
        super().__init__(config.host, port=config.port, ssl=tls, ssl_context=_context(config), timeout=patience)
        self._imap.debug = 0  # at its default, a repr of every literal is built for nobody: 11 times the CPU
        self.normalise_times = False

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - imapclient's own name
        return _Connection(self, self._timeout.connect)

    def end(self) -> None:
        """Close the connection. Never raises."""
        with contextlib.suppress(*_ERRORS):
            self.shutdown()
        self.line.close()


class _Connection(OnLine, imaplib.IMAP4):
    def __init__(self, client: _Client, seconds: float) -> None:
        self.line, self.tls = client.line, client.ssl_context if client.ssl else None
        super().__init__(client.host, client.port, seconds)


def connect(config: MailboxConfig) -> ImapMailbox:
    """Log in and open the folder. Raises MailboxError, not retryable for a refused log-in or a missing folder.

    What the server says to be for a while only is retryable.
    """
    line, patience = Line(), _patience(config)
    try:
        with line.within(patience), _translated(config, "connect"):
            client = _Client(config, line)
    except BaseException:
        line.close()
        raise
    try:
        with line.within(patience), _translated(config, "connect"):
            if config.security is Security.STARTTLS:
                client.starttls(client.ssl_context)
        with line.within(patience), _translated(config, "log in"):
            _log_in(client, config)
        with line.within(patience), _translated(config, f"open folder {config.folder}", retryable=False):
            selected: dict[bytes, Any] = client.select_folder(config.folder, readonly=config.after is After.NOTHING)
        if b"UIDVALIDITY" not in selected:
            raise MailboxError(mailbox=config.key, problem="the server gives no UIDVALIDITY", retryable=False)
        return ImapMailbox(client, config, selected)
    except BaseException:
        client.end()
        raise


def _patience(config: MailboxConfig) -> float:
    return max(COMMAND_SECONDS, 2 * config.timeout_seconds)


def _context(config: MailboxConfig) -> ssl.SSLContext | None:
    plain = config.security is Security.PLAIN
    return None if plain else ssl.create_default_context(cafile=config.ca_file or None)


def _log_in(client: IMAPClient, config: MailboxConfig) -> None:
    password = secret(config.password)
    if config.auth == "oauth2":
        client.oauth2_login(config.username, password)
    else:
        client.login(config.username, password)


@contextlib.contextmanager
def _translated(config: MailboxConfig, doing: str, *, retryable: bool = True) -> Iterator[None]:
    try:
        yield
    except SecretError as error:
        raise MailboxError(mailbox=config.key, problem=f"{doing}: {error}", retryable=False) from error
    except LoginError as error:
        broken = isinstance(error.__context__, imaplib.IMAP4.abort)  # imapclient takes it for a refusal
        later, problem = broken or is_for_a_while(error), f"log in: {_words(error)}"
        raise MailboxError(mailbox=config.key, problem=problem, retryable=later, refused=not later) from error
    except _ERRORS as error:
        nobody_refused = isinstance(error, (OSError, EOFError, imaplib.IMAP4.abort))
        retryable = retryable or nobody_refused or is_for_a_while(error)
        raise MailboxError(mailbox=config.key, problem=f"{doing}: {_words(error)}", retryable=retryable) from error


def _words(error: Exception) -> str:
    text = str(error.args[0]) if error.args and isinstance(error, imaplib.IMAP4.error) else str(error)
    return text[:300] or type(error).__name__
