"""A contributor whose private mailbox the site refuses is told so, politely, once a week, and nobody else is."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from ingest import refusal
from ingest.draft import draft
from ingest.read import read
from ingest.trust import Standing
from tests.ingest.honest_senders import FAIL, HPN, PASS, SITE, letter
from tests.ingest.letters_here import SITE as CONFIG
from tests.ingest.letters_here import SITE_DATA, SMTP, store
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.config import MailboxConfig, SiteConfig
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.outbox import LetterKind, OutgoingLetter
from tinbai.site import Site
from tinbai.site_data import Personal, SiteData
from tinbai.site_loading import load_site

NEWS = "Sang 15/10/2026, hoi vien phu nu thon Dong Thu ra quan ve sinh duong lang. " * 5
REFUSING = SITE.model_copy(
    update={
        "contributors": (SITE.contributors[0].model_copy(update={"personal": ("hpn@songmau.example",)}),),
        "personal_addresses": Personal.REFUSE,
    }
)


@pytest.fixture
def site(database: Database) -> Site:
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    return site


class Desk:
    """Letters that come in and are drafted as the site has it."""

    def __init__(self, database: Database, blobs: Blobs, site: Site) -> None:
        self.database, self.blobs, self.site, self.number, self.at = database, blobs, site, 0, NOON

    def take(self, *lines: str, data: SiteData = REFUSING, config: SiteConfig = CONFIG, body: str = NEWS) -> Message:
        self.number += 1
        raw = letter(*lines, body=f"So {self.number}. {body}")
        message_id = store(self.database, self.blobs, raw, self.site)
        reading = read(raw, site=data, limits=Limits())
        with self.database.writing() as session:
            message = session.get_one(Message, message_id)
            draft(session, message, reading, data=data, site=config, smtp=SMTP, at=self.at)
        return message

    def told(self) -> list[OutgoingLetter]:
        with self.database.reading() as session:
            query = select(OutgoingLetter).where(OutgoingLetter.kind == LetterKind.REFUSAL)
            return list(session.scalars(query.order_by(OutgoingLetter.id)))


@pytest.fixture
def desk(database: Database, blobs: Blobs, site: Site) -> Desk:
    return Desk(database, blobs, site)


def test_he_is_told_where_to_write_from_and_where_the_guide_is(desk: Desk) -> None:
    guided = CONFIG.model_copy(update={"guide": "https://bbt.songmau.example/guide/an-mau"})
    message = desk.take(PASS, HPN, config=guided)
    assert message.status is MessageStatus.NOTHING
    (word,) = desk.told()
    assert (word.to, word.in_reply_to) == ("hpn@songmau.example", "<1@songmau.example>")
    assert "từ hộp thư công vụ đã đăng ký" in word.text
    assert "https://bbt.songmau.example/guide/an-mau" in word.text


def test_he_is_told_once_a_week_however_often_he_writes(desk: Desk) -> None:
    for _ in range(3):
        desk.take(PASS, HPN)
    assert len(desk.told()) == 1
    desk.at += timedelta(days=7)
    desk.take(PASS, HPN)
    assert len(desk.told()) == 2


OWN = MailboxConfig(key="chung", host="mail.example", username="hpn@songmau.example")
REFUSED_BY_PEOPLE = REFUSING.model_copy(update={"refused_addresses": ("hpn@songmau.example",)})
SILENT = {
    "not verified": {"lines": (HPN,)},
    "forged": {"lines": (FAIL, HPN)},
    "a machine": {"lines": (PASS, HPN, "Auto-Submitted: auto-replied")},
    "a list": {"lines": (PASS, HPN, "List-Id: <tin.songmau.example>")},
    "a bounce": {"lines": ("Return-Path: <>", PASS, HPN)},
    "refused by people": {"lines": (PASS, HPN), "data": REFUSED_BY_PEOPLE},
    "a site that says nothing": {"lines": (PASS, HPN), "config": CONFIG.model_copy(update={"refusals": False})},
    "our own mailbox": {"lines": (PASS, HPN), "config": CONFIG.model_copy(update={"mailboxes": (OWN,)})},
    "an official address": {"lines": (PASS, HPN), "data": SITE},
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_nobody_else_is_told(desk: Desk, given: dict) -> None:
    desk.take(*given["lines"], **{key: value for key, value in given.items() if key != "lines"})
    assert desk.told() == []


def test_where_one_of_ours_came_back_nobody_is_written_to(desk: Desk) -> None:
    desk.take(PASS, HPN)
    with desk.database.writing() as session:
        session.scalars(select(OutgoingLetter)).one().bounced_at = NOON
    desk.at += timedelta(days=6)
    desk.take(PASS, HPN)
    assert len(desk.told()) == 1


def test_without_the_question_for_a_witness_a_stranger_would_be_written_to(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refusal, "Standing", SimpleNamespace(VERIFIED=Standing.UNVERIFIED))
    desk.take(HPN)
    assert len(desk.told()) == 1
