"""Letters of ours that come back are written down with their address; what anybody could have written is not."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.ingest.letters_here import SITE_DATA, SMTP, draft_bytes, draft_letter
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.event import history
from tinbai.outbox import AFTER_BOUNCE, OutgoingLetter, may_write
from tinbai.people import ContributorAddress
from tinbai.site import Site
from tinbai.site_loading import load_site

TO = "hnd@songmau.example"


@pytest.fixture
def site(database: Database) -> Site:
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    return site


def ours(database: Database) -> OutgoingLetter:
    with database.reading() as session:
        return session.scalars(select(OutgoingLetter)).one()


def address(database: Database) -> ContributorAddress:
    with database.reading() as session:
        return session.scalars(select(ContributorAddress).where(ContributorAddress.address == TO)).one()


def report(
    identifier: str, *, action: str = "failed", status: str = "5.1.1", original: str = "text/rfc822-headers",
    header: str = "",
) -> bytes:  # fmt: skip
    """A report of delivery about the letter with this Message-ID."""
    lines = [
        "From: MAILER-DAEMON@songmau.example", "To: bbt.anmau@songmau.example", "Return-Path: <>",
        "Subject: Undelivered Mail Returned to Sender", "Auto-Submitted: auto-replied", *([header] if header else []),
        "MIME-Version: 1.0", "Content-Type: multipart/report; report-type=delivery-status; boundary=B", "",
        "--B", "Content-Type: text/plain", "", "I'm sorry.", "",
        "--B", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mail.songmau.example", "",
        f"Final-Recipient: rfc822; {TO}", f"Action: {action}", f"Status: {status}", "",
        "--B", f"Content-Type: {original}", "", f"Message-ID: {identifier}", f"To: {TO}", "Subject: x", "", "--B--", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize("original", ["text/rfc822-headers", "message/rfc822"])
def test_a_letter_that_came_back_is_written_down(database: Database, blobs: Blobs, site: Site, original: str) -> None:
    draft_letter(database, blobs, "01", site)
    draft_bytes(database, blobs, report(ours(database).message_id, original=original), site)
    assert ours(database).bounced_at == NOON
    assert address(database).bounced_at == NOON
    assert address(database).bounce == "địa chỉ không có hoặc sai (5.1.1)"
    with database.reading() as session:
        events = session.scalars(history("contributor", address(database).contributor_id)).all()
        assert [event.decision for event in events] == ["bounced"]


def test_it_may_be_named_in_the_header_alone(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site)
    named = f"In-Reply-To: {ours(database).message_id}"
    draft_bytes(database, blobs, report("<khac@songmau.example>", header=named, status="5.2.2"), site)
    assert address(database).bounce == "hộp thư nhận bị đầy hoặc bị khoá (5.2.2)"


@pytest.mark.parametrize(
    "values", [{"action": "delayed", "status": "4.4.1"}, {"action": "delivered", "status": "2.0.0"}]
)
def test_what_is_late_or_arrived_is_no_bounce(
    database: Database, blobs: Blobs, site: Site, values: dict[str, str]
) -> None:
    draft_letter(database, blobs, "01", site)
    draft_bytes(database, blobs, report(ours(database).message_id, **values), site)
    assert address(database).bounced_at is None


def test_a_bounce_of_nothing_that_we_sent_is_believed_by_nobody(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site)
    draft_bytes(database, blobs, report("<doan-mo@songmau.example>"), site)
    assert (ours(database).bounced_at, address(database).bounced_at) == (None, None)


def test_two_reports_are_one_bounce(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site)
    for header in ("X-Number: 1", "X-Number: 2"):
        draft_bytes(database, blobs, report(ours(database).message_id, header=header), site)
    with database.reading() as session:
        assert len(session.scalars(history("contributor", address(database).contributor_id)).all()) == 1


def test_nothing_is_written_to_an_address_for_a_while_after(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site)
    draft_bytes(database, blobs, report(ours(database).message_id), site)
    with database.reading() as session:
        assert not may_write(session, TO.upper(), NOON + timedelta(days=1), most=SMTP.most_a_day)
        assert may_write(session, "ytt@songmau.example", NOON + timedelta(days=1), most=SMTP.most_a_day)
        assert may_write(session, TO, NOON + AFTER_BOUNCE + timedelta(days=1), most=SMTP.most_a_day)
