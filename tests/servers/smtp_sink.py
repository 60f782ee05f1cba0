"""A real SMTP server that keeps what it is sent, for the tests of outgoing letters."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers.program import free_port


@dataclass(frozen=True, kw_only=True)
class SentLetter:
    sender: str
    recipients: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)


@dataclass(kw_only=True)
class SmtpSink:
    """What came in is in `letters`, in order.

    `refuse_with` makes the server answer every letter with that line, `refuse_address_with` every recipient;
    `hang_up_after` makes it close the connection instead of taking a further letter.
    """

    host: str
    port: int
    letters: list[SentLetter] = field(default_factory=list)
    refuse_with: str | None = None
    refuse_address_with: str | None = None
    hang_up_after: int | None = None

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's)
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if server.transport and self.hang_up_after is not None and len(self.letters) >= self.hang_up_after:
            server.transport.close()
        if self.refuse_address_with is not None:
            return self.refuse_address_with
        envelope.rcpt_tos.append(address)
        return "250 known"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's)
        if self.refuse_with is not None:
            return self.refuse_with
        raw = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        sender = envelope.mail_from or ""
        self.letters.append(SentLetter(sender=sender, recipients=list(envelope.rcpt_tos), raw=raw))
        return "250 kept"

    def wait_for(self, count: int, *, within_seconds: float = 60) -> list[SentLetter]:
        """Return the letters once there are `count`; fails when they do not come."""
        deadline = time.monotonic() + within_seconds
        while len(self.letters) < count:
            if time.monotonic() > deadline:
                pytest.fail(f"{len(self.letters)} letters came within {within_seconds} s; {count} were expected")
            time.sleep(0.02)
        return self.letters


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    sink = SmtpSink(host="127.0.0.1", port=free_port())
    controller = Controller(sink, hostname=sink.host, port=sink.port)
    controller.start()
    yield sink
    controller.stop()
