"""Whom we never answer (RFC 3834, section 2): machines, lists, bounces, ourselves, strangers, whoever is not verified.

Every letter here bears the address of a registered contributor, confirmed by the mail server, unless its case says
otherwise, and would be answered. The message keeps why there was no answer.
"""

from datetime import date

import pytest
from sqlalchemy import func, select

from ingest import receipt as module
from ingest.draft import draft
from ingest.read import read
from ingest.trust import Standing
from tests.ingest.letters_here import SITE, SITE_DATA, SMTP, draft_bytes
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.config import MailboxConfig
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.no_receipt import KEPT_AS, NoReceipt
from tinbai.outbox import OutgoingLetter
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site

FROM = "Hội Nông dân xã An Mẫu <hnd@songmau.example>"
BODY = """Kính gửi Ban biên tập!

Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên

Ngày 14/10/2026, Hội Nông dân xã An Mẫu tổ chức lớp tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân của xã.

Trân trọng!
"""
MACHINES = [
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-generated",
    "Auto-Submitted: auto-notified; owner-email=a@songmau.example",
    "AUTO-SUBMITTED:   Auto-Replied (vacation)",
    "Precedence: bulk",
    "Precedence: junk",
    "Precedence: LIST",
    "Precedence: auto_reply",
    "List-Id: <tin.songmau.example>",
    "List-Unsubscribe: <https://songmau.example/thoi>",
    "List-Post: <mailto:tin@songmau.example>",
    "X-Autoreply: yes",
    "X-Autorespond: vacation",
    "X-Autoreply-From: hnd@songmau.example",
    "X-Auto-Response-Suppress: DR, AutoReply\r\nPrecedence: bulk",
    "X-Tinbai: receipt",
    "Return-Path: <>",
    "Return-Path: < >",
]
SUBJECTS = [
    "Trả lời tự động: Đã nhận tin, bài của đơn vị (AM-2026-0001)",
    "Thư trả lời tự động",
    "Vắng mặt khỏi cơ quan",
    "Out of Office: Đã nhận tin, bài",
    "Re: Automatic reply: x",
    "Undelivered Mail Returned to Sender",
    "Delivery Status Notification (Failure)",
    "Mail delivery failed: returning message to sender",
]
SENDERS = [
    "MAILER-DAEMON@songmau.example",
    "Postmaster <postmaster@songmau.example>",
    "BBT <bbt.anmau@songmau.example>",
    "BBT <BBT.AnMau@SongMau.example>",
    "Hộp thư tin bài <tinbai@songmau.example>",
    "người lạ <nguoi.la@noikhac.example>",
]


@pytest.fixture
def site(database: Database) -> Site:
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    return site


def confirmed(sender: str) -> str:
    """What our mail server says of a letter that is really from there."""
    address = sender.rpartition("<")[2].rstrip(">")
    domain = address.rpartition("@")[2]
    return (
        f"Authentication-Results: mx.songmau.example; spf=pass smtp.mailfrom={address}; dmarc=pass header.from={domain}"
    )


def letter(
    number: int = 1,
    *,
    sender: str = FROM,
    subject: str = "Tin bài tập huấn",
    headers: str = "",
    says: str | None = None,
) -> bytes:
    lines = [
        *filter(None, [confirmed(sender) if says is None else says]),
        f"From: {sender}", "To: bbt.anmau@songmau.example", f"Subject: {subject}",
        "Date: Thu, 15 Oct 2026 11:00:00 +0700", f"Message-ID: <tin-{number}@songmau.example>",
        *([headers] if headers else []), "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit", "", BODY.replace("45 hội viên", f"{44 + number} hội viên"),
    ]  # fmt: skip
    return "\r\n".join(lines).replace("\r\n\r\n\r\n", "\r\n\r\n").encode()


def answers(database: Database, blobs: Blobs, site: Site, *raw: bytes) -> int:
    """How many letters of ours there are after these came."""
    own = MailboxConfig(key="chung", host="mail.example", username="tinbai@songmau.example")
    config = SITE.model_copy(update={"mailboxes": (own,)})
    for one in raw:
        draft_bytes(database, blobs, one, site, config)
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(OutgoingLetter)) or 0


def test_a_contributors_letter_is_answered_once(database: Database, blobs: Blobs, site: Site) -> None:
    assert answers(database, blobs, site, letter()) == 1


@pytest.mark.parametrize("headers", MACHINES)
def test_a_machine_is_not_answered(database: Database, blobs: Blobs, site: Site, headers: str) -> None:
    assert answers(database, blobs, site, letter(headers=headers)) == 0


@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_calls_itself_automatic_is_not_answered(
    database: Database, blobs: Blobs, site: Site, subject: str
) -> None:
    assert answers(database, blobs, site, letter(subject=subject)) == 0


@pytest.mark.parametrize("sender", SENDERS)
def test_neither_daemons_nor_we_nor_strangers_are_answered(
    database: Database, blobs: Blobs, site: Site, sender: str
) -> None:
    assert answers(database, blobs, site, letter(sender=sender)) == 0


NOBODY_CONFIRMED = {
    "says nothing": "",
    "another server says it": "Authentication-Results: mx.noikhac.example; dmarc=pass header.from=songmau.example",
    "it could not tell": "Authentication-Results: mx.songmau.example; spf=temperror; dmarc=temperror",
    "it confirmed another domain": "Authentication-Results: mx.songmau.example; dmarc=pass header.from=noikhac.example",
    "it denies": "Authentication-Results: mx.songmau.example; spf=fail; dmarc=fail header.from=songmau.example",
}


@pytest.mark.parametrize("says", NOBODY_CONFIRMED)
def test_a_registered_sender_whom_nobody_confirmed_is_not_answered(
    database: Database, blobs: Blobs, site: Site, says: str
) -> None:
    assert answers(database, blobs, site, letter(says=NOBODY_CONFIRMED[says])) == 0


def test_a_person_who_lets_it_through_confirms_no_address(database: Database, blobs: Blobs, site: Site) -> None:
    forged = letter(says=NOBODY_CONFIRMED["it denies"])
    assert answers(database, blobs, site, forged) == 0
    with database.writing() as session:
        message = session.scalars(select(Message)).one()
        message.released, message.status = True, MessageStatus.RECEIVED
        reading = read(forged, site=data_of(site), limits=Limits())
        draft(session, message, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
    assert why(database) == NoReceipt.UNVERIFIED
    with database.reading() as session:
        assert session.scalars(select(OutgoingLetter)).all() == []


def why(database: Database) -> str | None:
    """What the newest message says about its answer."""
    with database.reading() as session:
        message = session.scalars(select(Message).order_by(Message.id.desc())).first()
        return ((message.reading if message else None) or {}).get(KEPT_AS)


def test_the_message_keeps_why_it_was_not_answered(database: Database, blobs: Blobs, site: Site) -> None:
    answers(database, blobs, site, letter())
    assert why(database) is None
    answers(database, blobs, site, letter(2, says=""))
    assert why(database) == NoReceipt.UNVERIFIED
    draft_bytes(database, blobs, letter(3), site, SITE.model_copy(update={"receipts": False}))
    assert why(database) == NoReceipt.SWITCHED_OFF
    answers(database, blobs, site, *(letter(number) for number in range(4, SMTP.most_a_day + 4)))
    assert why(database) == NoReceipt.ENOUGH


def test_without_the_look_at_the_standing_whoever_pretends_would_be_answered(
    database: Database, blobs: Blobs, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule as it was: registered is enough."""
    real = module.why_none

    def careless(message: Message, *given: object) -> NoReceipt | None:
        standing, message.standing = message.standing, Standing.VERIFIED
        try:
            return real(message, *given)  # type: ignore[arg-type]
        finally:
            message.standing = standing

    monkeypatch.setattr("ingest.draft.why_none", careless)
    assert answers(database, blobs, site, letter(says="")) == 1


def test_a_letter_that_comes_again_is_not_answered_again(database: Database, blobs: Blobs, site: Site) -> None:
    assert answers(database, blobs, site, letter(), letter(headers="X-Copy: 2")) == 1


def test_a_machine_that_hides_is_stopped_by_number(database: Database, blobs: Blobs, site: Site) -> None:
    """No header tells it; each of its letters is another article."""
    assert answers(database, blobs, site, *(letter(number) for number in range(1, SMTP.most_a_day + 4))) == 20


def test_without_the_rules_machines_would_be_answered(
    database: Database, blobs: Blobs, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.automatic._RULES", ())
    assert answers(database, blobs, site, *(letter(n, headers=MACHINES[n]) for n in range(1, 4))) == 3
