"""The headers of a letter as the board's mail server `mx.songmau.example` hands it over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from enum import StrEnum

from tests.mail.making.mime import encoded

BOARD = "bbt.anmau@songmau.example"
SERVER = "mx.songmau.example"


class Sent(StrEnum):
    """How the receiving server judged the sender."""

    PASSED = "pass"
    FAILED = "fail"


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """Who wrote, when, and about what. Given header values go out as they are; names are encoded here."""

    sender: str
    address: str
    date: str
    subject: str
    message_id: str
    mailer: str | None = None
    verdict: Sent = Sent.PASSED
    route: str = "webmail.songmau.example (webmail.songmau.example [203.0.113.25])"
    raw_from: str | None = None
    return_path: str | None = None
    more: tuple[tuple[str, str], ...] = ()


def headers(envelope: Envelope) -> list[tuple[str, str]]:
    """All headers but those of the content, topmost first."""
    bounce = envelope.address if envelope.return_path is None else envelope.return_path
    written = parsedate_to_datetime(envelope.date)
    lines = [
        ("Return-Path", f"<{bounce}>"),
        ("Delivered-To", BOARD),
        ("Received", received(f"from {envelope.route}", written + timedelta(seconds=6), envelope.message_id)),
        ("Authentication-Results", _authentication(envelope, bounce)),
        ("From", envelope.raw_from or sender(envelope.sender, envelope.address)),
        ("To", BOARD),
        ("Subject", envelope.subject),
        ("Date", envelope.date),
        ("Message-ID", envelope.message_id),
    ]
    if envelope.mailer:
        lines.append(("X-Mailer", envelope.mailer))
    return [*lines, *envelope.more]


def sender(name: str, address: str) -> str:
    """A From header: a plain name is quoted, any other is encoded."""
    return f'"{name}" <{address}>' if name.isascii() else f"{encoded(name)} <{address}>"


def received(source: str, when: datetime, key: str) -> str:
    """A Received header of our server; its queue id follows from `key`."""
    queue_id = f"{sum(key.encode()) * 2654435761 % 0xFFFFFFFFFF:010X}"
    return f"{source}\r\n\tby {SERVER} (Postfix) with ESMTPS id {queue_id}\r\n\tfor <{BOARD}>; {format_datetime(when)}"


def _authentication(envelope: Envelope, bounce: str) -> str:
    domain = ascii_domain(envelope.address)
    verdict = envelope.verdict
    return (
        f"{SERVER};\r\n\tdkim={verdict} header.d={domain} header.s=thu2026;"
        f"\r\n\tspf={verdict} smtp.mailfrom={bounce or domain};"
        f"\r\n\tdmarc={verdict} header.from={domain}"
    )


def ascii_domain(address: str) -> str:
    """The domain as it stands in DNS."""
    return address.rpartition("@")[2].encode("idna").decode()
