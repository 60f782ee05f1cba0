"""What a reading keeps from the board stays out of drafts, answers and logs."""

from datetime import date

import pytest
from sqlalchemy import select

from ingest.draft import draft
from ingest.petitions import is_petition
from ingest.read import read
from tests.ingest.letters_here import SITE, SITE_DATA, SMTP, draft_bytes
from tests.mail.making.mime import encoded, letter, plain
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.outbox import OutgoingLetter
from tinbai.restriction import Restriction
from tinbai.secrecy_marks import has_mark
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site
from tinbai.workflow import Fate, settle


@pytest.fixture
def site(database: Database) -> Site:
    """A board that answers its contributors."""
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    return site


def the_message(database: Database) -> Message:
    with database.reading() as session:
        return session.scalars(select(Message).order_by(Message.id.desc()).limit(1)).one()


def restricted_letter(*lines: str, subject: str = "Tin bài tháng 10") -> bytes:
    headers = [
        ("From", "Hội Nông dân <hnd@songmau.example>"), ("Subject", encoded(subject)),
        ("Message-ID", "<han-che@songmau.example>"),
    ]  # fmt: skip
    return letter(headers, plain("\r\n\r\n".join(("Tập huấn trồng nấm rơm", *lines, "Lớp có 45 hội viên."))))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (restricted_letter("MẬT"), Restriction.SECRET),
        (restricted_letter("ĐƠN TỐ CÁO", "Tôi tố cáo ông A."), Restriction.PETITION),
        (restricted_letter(subject="Đơn khiếu nại"), Restriction.PETITION),
    ],
)
def test_a_restricted_letter_is_held_and_even_when_let_through_nobody_is_written_to(
    database: Database, blobs: Blobs, site: Site, raw: bytes, kind: Restriction, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draft_bytes(database, blobs, raw, site) == []
    message = the_message(database)
    assert (message.status, message.restriction) == (MessageStatus.HELD, kind)
    with database.writing() as session:
        held = session.get_one(Message, message.id)
        settle(session, held, Fate.REPROCESS, by=None, at=NOON, reason="Đã xem.")
        held.released = True
        reading = read(raw, site=data_of(site), limits=Limits())
        (article,) = draft(session, held, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
        assert article.revision is not None
        assert (held.status, held.restriction) == (MessageStatus.DRAFTED, None)
        assert session.scalars(select(OutgoingLetter)).all() == []
    told = "".join(capsys.readouterr())
    assert not any(word in told for word in ("nấm rơm", "hội viên", "khiếu nại"))


def test_a_later_reading_that_sees_less_does_not_open_it(database: Database, blobs: Blobs, site: Site) -> None:
    draft_bytes(database, blobs, restricted_letter("MẬT"), site)
    thinner = read(restricted_letter(), site=data_of(site), limits=Limits())
    with database.writing() as session:
        message = session.get_one(Message, the_message(database).id)
        settle(session, message, Fate.REPROCESS, by=None, at=NOON, reason="")
        draft(session, message, thinner, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
    assert the_message(database).restriction is Restriction.SECRET


@pytest.mark.parametrize("sign", ["-", "\u00a0", "- ", "“", ". "])
def test_a_drawn_line_costs_no_more_than_its_length(sign: str) -> None:
    """Two of these lengths took seconds, and a third the child."""
    line = f"don format {sign * 60_000}x"
    assert not has_mark([line])
    assert not is_petition(subject=None, names=[], lines=[line], asks=False)
