"""A mail server that trickles, at whatever point of a session, keeps no letter and no pass waiting for ever."""

import threading
import time
from contextlib import suppress

import pytest
from sqlalchemy import select

from tests.rows import NOON, a_site
from tests.servers.trickling import trickling
from tinbai import sending
from tinbai.config import Security, SmtpConfig
from tinbai.db import Database
from tinbai.errors import MailSendError
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.sending import send_waiting

SENDER = "bbt.anmau@songmau.example"
PATIENCE = 0.4
SCRIPT = [b"220 here\r\n", b"250 here\r\n", b"250 yes\r\n", b"250 yes\r\n", b"354 go on\r\n"]


@pytest.mark.parametrize("until", range(len(SCRIPT)), ids=["greeting", "EHLO", "MAIL", "RCPT", "DATA"])
def test_it_is_cut_off_and_the_letter_waits_for_the_next_pass(
    database: Database, monkeypatch: pytest.MonkeyPatch, until: int
) -> None:
    monkeypatch.setattr(sending, "SESSION_SECONDS", PATIENCE)
    with database.writing() as session:
        letter = OutgoingLetter(
            site_id=a_site(session).id, kind=LetterKind.RECEIPT, once="receipt:1", to="hnd@songmau.example",
            subject="Đã nhận", text="Kính gửi", message_id=own_message_id(SENDER), status=LetterStatus.WAITING,
            not_before=NOON, created_at=NOON,
        )  # fmt: skip
        session.add(letter)
    with trickling(SCRIPT, until) as server:
        threads, start = threading.active_count(), time.monotonic()
        smtp = SmtpConfig(host="127.0.0.1", port=server.port, security=Security.PLAIN, sender=SENDER)
        with suppress(MailSendError):
            assert (
                send_waiting(database, smtp.model_copy(update={"timeout_seconds": PATIENCE / 2}), clock=lambda: NOON)
                == 0
            )
        assert time.monotonic() - start < 30  # it would never end
        assert threading.active_count() == threads
    with database.reading() as session:
        assert session.scalars(select(OutgoingLetter.status)).all() == [LetterStatus.WAITING]
