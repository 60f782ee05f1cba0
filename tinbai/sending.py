"""Sending what waits in the outbox. SMTP ends at this file.

A letter is claimed, handed to the server, and then marked as sent: a crash in between sends it twice, with the same
Message-ID, so that the receiver's software can tell (SMTP promises no more: RFC 5321, section 4.5.4.2).
"""

import contextlib
import smtplib
import socket
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

import structlog
from sqlalchemy import update

from tinbai.clock import Clock, local
from tinbai.config import Security, SmtpConfig
from tinbai.db import Database, changed
from tinbai.errors import MailSendError
from tinbai.line import Line
from tinbai.outbox import WITH_LINK, LetterStatus, OutgoingLetter, to_send
from tinbai.secret import secret
from tinbai.site import Site

LEASE = timedelta(minutes=5)
LETTERS_A_PASS = 50
MOST_ATTEMPTS = 20
LONGEST_WAIT = timedelta(hours=4)
WAIT_AFTER_HANG_UP = timedelta(minutes=1)
SESSION_SECONDS = 60  # for the beginning of a session, and for each letter of it; ours are short
_READY = 220  # RFC 5321, section 4.2

log = structlog.get_logger()


def send_waiting(database: Database, smtp: SmtpConfig, *, clock: Clock) -> int:
    """Send every letter whose time has come, over one connection; returns how many went out.

    Without a configured server nothing is sent and everything waits. Raises MailSendError when the server cannot be
    reached; a letter the server refuses is tried again later and finally marked as failed. When the server hangs up,
    the rest waits for the next pass.
    """
    if not smtp.host:
        return 0
    with database.reading() as session:
        waiting = [(letter.id, letter.site_id) for letter in session.scalars(to_send(clock(), LETTERS_A_PASS))]
        names = {site.id: site.name for site in session.query(Site)}
    if not waiting:
        return 0
    sent = 0
    with connection(smtp) as server, contextlib.suppress(smtplib.SMTPServerDisconnected):
        for letter_id, site_id in waiting:
            letter = _claim(database, letter_id, clock())
            if letter is not None:
                sent += _send(database, server, letter, (names[site_id], smtp.sender), clock)
    return sent


class Connection(smtplib.SMTP):
    """A connection on a line that is cut when it only trickles: then the server has hung up."""

    def __init__(self, smtp: SmtpConfig, context: ssl.SSLContext) -> None:
        self.line, self.patience = Line(), max(SESSION_SECONDS, 2 * smtp.timeout_seconds)
        self._tls = context if smtp.security is Security.TLS else None
        super().__init__(timeout=smtp.timeout_seconds)
        self._host = smtp.host  # whom a certificate must name

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = self.line.open(host, port, timeout)
        return self._tls.wrap_socket(plain, server_hostname=host) if self._tls else plain

    def close(self) -> None:
        """Close it."""
        super().close()
        self.line.close()


@contextlib.contextmanager
def connection(smtp: SmtpConfig) -> Iterator[Connection]:
    """A connection to the server, logged in where a user name is configured. Raises MailSendError."""
    try:
        server = _connect(smtp)
    except (OSError, smtplib.SMTPException) as error:
        permanent = isinstance(error, smtplib.SMTPAuthenticationError)
        raise MailSendError(problem=str(error), retryable=not permanent) from error
    try:
        yield server
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException), server.line.within(server.patience):
            server.quit()
        server.close()


def send_trial(smtp: SmtpConfig, letter: OutgoingLetter, name: str, *, at: datetime) -> None:
    """Send one letter that is in no outbox, to see whether the server takes it. Raises MailSendError."""
    with connection(smtp) as server:
        try:
            with server.line.within(server.patience):
                server.send_message(compose(letter, (name, smtp.sender), at))
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise MailSendError(problem=str(error), retryable=False) from error


def compose(letter: OutgoingLetter, sender: tuple[str, str], at: datetime) -> EmailMessage:
    """The letter as it goes out. It says that it is automatic (RFC 3834, section 5) and that it is ours."""
    message = EmailMessage()
    message["From"] = formataddr(sender)
    message["To"] = letter.to
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(local(at))
    message["Message-ID"] = letter.message_id
    if letter.in_reply_to:
        message["In-Reply-To"] = message["References"] = " ".join(letter.in_reply_to.split())
    message["Auto-Submitted"] = "auto-replied"
    message["X-Tinbai"] = letter.kind
    message.set_content(letter.text)
    return message


def _connect(smtp: SmtpConfig) -> Connection:
    context = ssl.create_default_context(cafile=smtp.ca_file or None)
    server = Connection(smtp, context)
    with server.line.within(server.patience):
        _begin(server, smtp, context)
    return server


def _begin(server: Connection, smtp: SmtpConfig, context: ssl.SSLContext) -> None:
    try:
        code, words = server.connect(smtp.host, smtp.port)
        if code != _READY:
            raise smtplib.SMTPConnectError(code, words)
        if smtp.security is Security.STARTTLS:
            server.starttls(context=context)
        if smtp.username:
            server.login(smtp.username, secret(smtp.password))
    except BaseException:
        server.close()
        raise


def _claim(database: Database, letter_id: int, at: datetime) -> OutgoingLetter | None:
    free = OutgoingLetter.lease_until.is_(None) | (OutgoingLetter.lease_until < at)
    open_ = OutgoingLetter.status.in_((LetterStatus.WAITING, LetterStatus.SENDING))
    with database.writing() as session:
        taken = session.execute(
            update(OutgoingLetter)
            .where(OutgoingLetter.id == letter_id, open_, free)
            .values(status=LetterStatus.SENDING, attempts=OutgoingLetter.attempts + 1, lease_until=at + LEASE)
        )
        return session.get(OutgoingLetter, letter_id, populate_existing=True) if changed(taken) == 1 else None


def _send(
    database: Database, server: Connection, letter: OutgoingLetter, sender: tuple[str, str], clock: Clock
) -> bool:
    try:
        with server.line.within(server.patience):
            server.send_message(compose(letter, sender, clock()))
    except smtplib.SMTPServerDisconnected as error:
        _let_go(database, letter, error, clock())
        raise
    except (smtplib.SMTPException, OSError, ValueError) as error:
        _put_back(database, letter, error, clock())
        return False
    with database.writing() as session:
        row = session.get_one(OutgoingLetter, letter.id)
        row.status, row.sent_at, row.lease_until, row.error = LetterStatus.SENT, clock(), None, None
        if row.kind in WITH_LINK:
            row.text = ""
    return True


def _let_go(database: Database, letter: OutgoingLetter, error: Exception, at: datetime) -> None:
    """The connection broke: no attempt of this letter's. It waits a little, so that it cannot keep the others back.

    The error stays with it: the server may have accepted the letter before it hung up.
    """
    log.warning("mail server hung up", letter=letter.id)
    with database.writing() as session:
        row = session.get_one(OutgoingLetter, letter.id)
        row.status, row.lease_until, row.attempts = LetterStatus.WAITING, None, row.attempts - 1
        row.not_before, row.error = at + WAIT_AFTER_HANG_UP, str(error)[:500]


def _put_back(database: Database, letter: OutgoingLetter, error: Exception, at: datetime) -> None:
    """Try again later, at most four hours apart; give up after MOST_ATTEMPTS, or when the address is refused."""
    log.warning("letter not sent", letter=letter.id, attempt=letter.attempts, error=type(error).__name__)
    with database.writing() as session:
        row = session.get_one(OutgoingLetter, letter.id)
        row.lease_until, row.error = None, str(error)[:500]
        give_up = _is_final(error) or row.attempts >= MOST_ATTEMPTS
        row.status = LetterStatus.FAILED if give_up else LetterStatus.WAITING
        row.not_before = at + min(LONGEST_WAIT, timedelta(minutes=2 ** min(row.attempts, 8)))


def _is_final(error: Exception) -> bool:
    """Whether no later attempt can succeed: the letter is none, or its address is refused for good (5yz, RFC 5321)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, ValueError)
