"""The outbox on a real SMTP server: sent once, tried again, given up in the end."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.rows import NOON, a_site, a_user
from tests.servers.smtp_sink import SmtpSink
from tinbai.config import Security, SmtpConfig
from tinbai.db import Database
from tinbai.errors import MailSendError
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, call_back, own_message_id
from tinbai.sending import MOST_ATTEMPTS, send_waiting
from tinbai.site import Site
from tinbai.workflow import record

SENDER = "bbt.anmau@songmau.example"


def the_site(session: Session) -> Site:
    return session.scalars(select(Site)).first() or a_site(session)


def a_letter(database: Database, *, subject: str = "Đã nhận tin, bài", to: str = "hnd@songmau.example") -> int:
    with database.writing() as session:
        letter = OutgoingLetter(
            site_id=the_site(session).id, kind=LetterKind.RECEIPT, once=f"receipt:{to}", to=to, subject=subject,
            text="Kính gửi: Hội Nông dân\n.\nTrân trọng!", message_id=own_message_id(SENDER),
            in_reply_to="<1@songmau.example>", status=LetterStatus.WAITING, not_before=NOON, created_at=NOON,
        )  # fmt: skip
        session.add(letter)
    return letter.id


def smtp(sink: SmtpSink) -> SmtpConfig:
    return SmtpConfig(host=sink.host, port=sink.port, security=Security.PLAIN, sender=SENDER)


def the_letter(database: Database) -> OutgoingLetter:
    with database.reading() as session:
        return session.scalars(select(OutgoingLetter)).one()


def test_a_waiting_letter_goes_out_once_and_says_that_it_is_automatic(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 1
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 0
    (sent,) = smtp_sink.letters
    message = sent.message
    assert (message["Subject"], message["To"]) == ("Đã nhận tin, bài", "hnd@songmau.example")
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["In-Reply-To"] == message["References"] == "<1@songmau.example>"
    assert message["Message-ID"] == the_letter(database).message_id
    assert message.get_content().splitlines() == ["Kính gửi: Hội Nông dân", ".", "Trân trọng!"]
    assert the_letter(database).status is LetterStatus.SENT


def test_before_its_time_it_waits(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON - timedelta(seconds=1)) == 0


def test_without_a_server_everything_waits(database: Database) -> None:
    a_letter(database)
    assert send_waiting(database, SmtpConfig(), clock=lambda: NOON) == 0
    assert the_letter(database).status is LetterStatus.WAITING


def test_a_server_that_is_not_there_is_an_error_and_the_letter_waits(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    nowhere = SmtpConfig(host="127.0.0.1", port=1, security=Security.PLAIN, sender=SENDER)
    with pytest.raises(MailSendError):
        send_waiting(database, nowhere, clock=lambda: NOON)
    assert the_letter(database).status is LetterStatus.WAITING
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 1


def _same(moment: datetime) -> datetime:
    return moment


def test_a_refused_letter_is_tried_later_and_given_up_after_many_tries(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    smtp_sink.refuse_with = "451 later"
    now: datetime = NOON
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert send_waiting(database, smtp(smtp_sink), clock=partial(_same, now)) == 0
        letter = the_letter(database)
        assert letter.attempts == attempt
        assert letter.not_before > now
        now = letter.not_before
    assert the_letter(database).status is LetterStatus.FAILED
    smtp_sink.refuse_with = None
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: now + timedelta(days=1)) == 0


def test_a_line_break_in_a_subject_cannot_make_a_header(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database, subject="Tin\r\nBcc: ai-do@xa-la.example")
    send_waiting(database, smtp(smtp_sink), clock=lambda: NOON)
    (sent,) = smtp_sink.letters
    assert sent.recipients == ["hnd@songmau.example"]
    assert sent.message["Bcc"] is None


def test_a_letter_whose_sender_died_is_sent_after_its_lease(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    with database.writing() as session:
        letter = session.scalars(select(OutgoingLetter)).one()
        letter.status, letter.lease_until = LetterStatus.SENDING, NOON + timedelta(minutes=5)
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 0
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON + timedelta(minutes=6)) == 1


def test_an_address_that_is_refused_for_now_is_tried_later(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    smtp_sink.refuse_address_with = "450 4.2.0 greylisted"
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 0
    assert (the_letter(database).status, the_letter(database).attempts) == (LetterStatus.WAITING, 1)
    smtp_sink.refuse_address_with = None
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON + timedelta(hours=1)) == 1


def test_an_address_that_is_refused_for_good_is_given_up_at_once(database: Database, smtp_sink: SmtpSink) -> None:
    a_letter(database)
    smtp_sink.refuse_address_with = "550 5.1.1 no such user"
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 0
    letter = the_letter(database)
    assert letter.status is LetterStatus.FAILED
    assert "no such user" in str(letter.error)


def test_when_the_server_hangs_up_the_rest_waits_and_no_attempt_is_counted(
    database: Database, smtp_sink: SmtpSink
) -> None:
    for number in range(3):
        a_letter(database, to=f"hnd{number}@songmau.example")
    smtp_sink.hang_up_after = 1
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 1
    with database.reading() as session:
        letters = session.scalars(select(OutgoingLetter).order_by(OutgoingLetter.id)).all()
        assert [(one.status, one.attempts, one.lease_until) for one in letters] == [
            (LetterStatus.SENT, 1, None), (LetterStatus.WAITING, 0, None), (LetterStatus.WAITING, 0, None),
        ]  # fmt: skip
    smtp_sink.hang_up_after = None
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON + timedelta(minutes=1)) == 2


@pytest.mark.parametrize("hung_up", [True, False])
def test_a_letter_over_which_the_server_hung_up_may_have_left_and_is_not_called_back(
    database: Database, smtp_sink: SmtpSink, *, hung_up: bool
) -> None:
    letter_id = a_letter(database)
    with database.writing() as session:
        site, by = the_site(session), a_user(session, the_site(session))
        event = record(session, "article", 1, site.id, "return", by=by, at=NOON)
        session.get_one(OutgoingLetter, letter_id).event_id = event.id
    if hung_up:
        smtp_sink.hang_up_after = 0
        assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 0
    assert (the_letter(database).status, the_letter(database).attempts) == (LetterStatus.WAITING, 0)
    with database.writing() as session:
        assert call_back(session, event.id) is not hung_up
    assert the_letter(database).status is (LetterStatus.WAITING if hung_up else LetterStatus.CANCELLED)
    smtp_sink.hang_up_after = None
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON + timedelta(minutes=1)) == hung_up
    assert the_letter(database).error is None
