"""Two programs send from one outbox at the same time: each letter goes out once."""

import threading
from typing import Any

import pytest
from sqlalchemy.orm import Session

from tests.rows import NOON, a_site
from tests.servers.smtp_sink import SmtpSink
from tinbai import sending
from tinbai.config import Security, SmtpConfig
from tinbai.db import Database
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.sending import send_waiting

SENDER = "bbt.anmau@songmau.example"
LETTERS = 6


def letters_waiting(database: Database) -> None:
    with database.writing() as session:
        site_id = a_site(session).id
        for number in range(LETTERS):
            session.add(
                OutgoingLetter(
                    site_id=site_id, kind=LetterKind.RECEIPT, once=f"receipt:{number}", to="hnd@songmau.example",
                    subject="Đã nhận", text="Kính gửi", message_id=own_message_id(SENDER),
                    status=LetterStatus.WAITING, not_before=NOON, created_at=NOON,
                )
            )  # fmt: skip


def sent_by_two(database: Database, sink: SmtpSink, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The Message-IDs that arrive when both have seen the same letters before either sends one."""
    smtp = SmtpConfig(host=sink.host, port=sink.port, security=Security.PLAIN, sender=SENDER)
    both, connect = threading.Barrier(2), sending._connect

    def together(config: SmtpConfig) -> Any:
        both.wait(60)
        return connect(config)

    monkeypatch.setattr(sending, "_connect", together)
    threads = [threading.Thread(target=lambda: send_waiting(database, smtp, clock=lambda: NOON)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [str(letter.message["Message-ID"]) for letter in sink.letters]


def test_each_letter_goes_out_once(database: Database, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch) -> None:
    letters_waiting(database)
    sent = sent_by_two(database, smtp_sink, monkeypatch)
    assert (len(sent), len(set(sent))) == (LETTERS, LETTERS)


def test_without_its_claim_a_letter_would_go_out_twice(
    database: Database, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unclaimed(database: Database, letter_id: int, _at: object) -> OutgoingLetter:
        with database.reading() as session:
            found: OutgoingLetter = Session.get_one(session, OutgoingLetter, letter_id)
            return found

    letters_waiting(database)
    monkeypatch.setattr(sending, "_claim", unclaimed)
    assert len(sent_by_two(database, smtp_sink, monkeypatch)) == 2 * LETTERS
