"""IMAP ends at this file: imapclient is imported nowhere else, and its errors leave as MailboxError."""

import contextlib
import imaplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError, ProtocolError

from ingest.mailbox import ServerLetter
from tinbai.config import After, MailboxConfig, Security
from tinbai.errors import MailboxError, SecretError
from tinbai.secret import secret

DESCRIBE_AT_ONCE = 500
BODY = b"BODY[]"
_ERRORS = (IMAPClientError, imaplib.IMAP4.error, ProtocolError, OSError, EOFError, RecursionError, ValueError)


class ImapMailbox:
    """An open folder on an IMAP server. Not to be shared between threads."""

    def __init__(self, client: IMAPClient, config: MailboxConfig, uidvalidity: int) -> None:
        self._client = client
        self._config = config
        self._uidvalidity = uidvalidity

    @property
    def uidvalidity(self) -> int:
        """The folder's UIDVALIDITY, as SELECT told it."""
        return self._uidvalidity

    def uids_above(self, uid: int) -> Sequence[int]:
        """UID SEARCH from `uid` + 1 on. `n:*` always names the last letter too (RFC 3501, section 6.4.8): dropped."""
        with self._errors("search"):
            return sorted(found for found in self._client.search(["UID", f"{uid + 1}:*"]) if found > uid)

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        """RFC822.SIZE and INTERNALDATE, some hundred letters a request."""
        letters: dict[int, ServerLetter] = {}
        for start in range(0, len(uids), DESCRIBE_AT_ONCE):
            with self._errors("fetch sizes"):
                answer = self._client.fetch(
                    list(uids[start : start + DESCRIBE_AT_ONCE]), ["RFC822.SIZE", "INTERNALDATE"]
                )
            for uid, data in answer.items():
                if b"RFC822.SIZE" in data:
                    letters[uid] = ServerLetter(
                        uid=uid, size=int(data[b"RFC822.SIZE"]), internal_date=_aware(data.get(b"INTERNALDATE"))
                    )
        return letters

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        r"""BODY.PEEK[]: \Seen stays as it was. An answer without the body is no answer, and is left out."""
        with self._errors("fetch"):
            answer = self._client.fetch(list(uids), ["BODY.PEEK[]"])
        for uid in sorted(answer):
            body = answer[uid].get(BODY)
            if isinstance(body, bytes):
                yield uid, body

    def headers(self, uid: int, size: int) -> bytes:
        """BODY.PEEK[HEADER], cut at `size`."""
        with self._errors("fetch headers"):
            answer = self._client.fetch([uid], [f"BODY.PEEK[HEADER]<0.{size}>"])
        values = [value for value in answer.get(uid, {}).values() if isinstance(value, bytes)]
        return values[0] if values else b""

    def tell(self, uids: Sequence[int]) -> None:
        """Set the keyword, or move to the folder (made when it is missing; copied and flagged without MOVE)."""
        if not uids or self._config.after is After.NOTHING:
            return
        with self._errors("tell"):
            if self._config.after is After.KEYWORD:
                self._client.add_flags(list(uids), [self._config.after_name.encode()], silent=True)
            else:
                self._move(list(uids))

    def close(self) -> None:
        """LOGOUT as far as the server still listens."""
        with contextlib.suppress(*_ERRORS):
            self._client.logout()
        with contextlib.suppress(*_ERRORS):
            self._client.shutdown()

    def _move(self, uids: list[int]) -> None:
        folder = self._config.after_name
        if not self._client.folder_exists(folder):
            self._client.create_folder(folder)
        if self._client.has_capability("MOVE"):
            self._client.move(uids, folder)
            return
        # Without MOVE (RFC 6851) a letter is copied and the old one only flagged: expunging could hit others' letters.
        self._client.copy(uids, folder)
        self._client.add_flags(uids, [b"\\Deleted"], silent=True)

    @contextlib.contextmanager
    def _errors(self, doing: str) -> Iterator[None]:
        with _translated(self._config, doing):
            yield


def connect(config: MailboxConfig) -> ImapMailbox:
    """Log in and open the folder. Raises MailboxError, not retryable for a refused log-in or a missing folder."""
    with _translated(config, "connect"):
        client = _client(config)
    try:
        with _translated(config, "log in"):
            _log_in(client, config)
        with _translated(config, f"open folder {config.folder}", retryable=False):
            selected: dict[bytes, Any] = client.select_folder(config.folder, readonly=config.after is After.NOTHING)
        if b"UIDVALIDITY" not in selected:
            raise MailboxError(mailbox=config.key, problem="the server gives no UIDVALIDITY", retryable=False)
        return ImapMailbox(client, config, int(selected[b"UIDVALIDITY"]))
    except BaseException:
        with contextlib.suppress(*_ERRORS):
            client.shutdown()
        raise


def _client(config: MailboxConfig) -> IMAPClient:
    context = ssl.create_default_context(cafile=config.ca_file or None)
    tls = config.security is Security.TLS
    client = IMAPClient(
        config.host,
        port=config.port,
        ssl=tls,
        ssl_context=context if tls else None,
        timeout=SocketTimeout(connect=config.timeout_seconds, read=config.timeout_seconds),
    )
    client._imap.debug = 0  # noqa: SLF001 - at its default, a repr of every literal is built for nobody: 11 times the CPU
    client.normalise_times = False
    if config.security is Security.STARTTLS:
        client.starttls(context)
    return client


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
        raise MailboxError(mailbox=config.key, problem=f"log in: {_words(error)}", retryable=False) from error
    except _ERRORS as error:
        raise MailboxError(mailbox=config.key, problem=f"{doing}: {_words(error)}", retryable=retryable) from error


def _words(error: Exception) -> str:
    text = str(error.args[0]) if error.args and isinstance(error, imaplib.IMAP4.error) else str(error)
    return text[:300] or type(error).__name__


def _aware(moment: object) -> datetime | None:
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
