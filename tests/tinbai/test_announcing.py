"""Contributors hear once that their articles are on the portal, of several in one letter."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.rows import NOON, a_site, an_article
from tinbai.announcing import FORGOTTEN, GATHERED, announce
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.office import Office
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter
from tinbai.people import Contributor, ContributorAddress
from tinbai.publication import Publication, PublicationStatus
from tinbai.site import Site

LATER = NOON + GATHERED
TO = "hnd@songmau.example"


@pytest.fixture
def office(database: Database, blobs: Blobs, tmp_path: Path) -> Office:
    sites = [{"key": "an-mau", "name": "Trang xã An Mẫu", "code": "AM"}]
    config = Config.model_validate({"root": tmp_path, "sites": sites, "smtp": {"sender": "bbt@songmau.example"}})
    with database.writing() as session:
        a_site(session)
    return Office(config=config, database=database, blobs=blobs)


def with_site(office: Office, **values: object) -> Office:
    (site,) = office.config.sites
    config = office.config.model_copy(update={"sites": (site.model_copy(update=values),)})
    return Office(config=config, database=office.database, blobs=office.blobs)


def contributor_of(session: Session, site: Site, address: str) -> int:
    known = session.scalar(select(ContributorAddress).where(ContributorAddress.address == address))
    if known is not None:
        return known.contributor_id
    contributor = Contributor(site_id=site.id, name=f"Người gửi {address}")
    contributor.addresses = [ContributorAddress(site_id=site.id, address=address)]
    session.add(contributor)
    session.flush()
    return contributor.id


def published(
    office: Office, number: int, at: datetime = NOON, *, to: str = TO, automatic: bool = False, live: bool = True
) -> None:
    """An article of a contributor that is on the portal since `at`."""
    with office.database.writing() as session:
        site = session.scalars(select(Site)).one()
        contributor_id = contributor_of(session, site, to)
        reading = {"message": {"automatic": automatic}}
        message = Message(
            site_id=site.id, sha256=f"{number:064}", size=1, status=MessageStatus.DRAFTED, received_at=at,
            from_address=to, contributor_id=contributor_id, message_id=f"<{number}@songmau.example>", reading=reading,
        )  # fmt: skip
        session.add(message)
        session.flush()
        status = ArticleStatus.PUBLISHED if live else ArticleStatus.APPROVED
        article = an_article(session, site, status)
        article.message_id, article.contributor_id, article.changed_at = message.id, contributor_id, at
        article.code = f"AM-2026-{number:04}"
        assert article.revision is not None
        article.revision.title = f"Tin số {number}"
        approval = Event(site_id=site.id, at=at, actor="x", noun="article", noun_id=article.id, decision="approve")
        session.add(approval)
        session.flush()
        publication = Publication(
            article_id=article.id, revision_id=article.revision.id, portal="cong", key=f"khoa-{number}",
            approval=approval.id, status=PublicationStatus.LIVE, due_at=at,
            address=f"https://songmau.example/tin/{number}",
        )  # fmt: skip
        session.add(publication)


def letters(office: Office) -> Sequence[OutgoingLetter]:
    with office.database.reading() as session:
        return session.scalars(select(OutgoingLetter).order_by(OutgoingLetter.id)).all()


def test_an_article_is_announced_once_with_its_address(office: Office) -> None:
    published(office, 1)
    announce(office, clock=lambda: LATER - timedelta(seconds=1))
    assert letters(office) == []
    for _ in range(2):
        announce(office, clock=lambda: LATER)
    (letter,) = letters(office)
    assert (letter.to, letter.kind, letter.in_reply_to) == (TO, LetterKind.PUBLISHED, "<1@songmau.example>")
    assert "Tin số 1" in letter.text
    assert "https://songmau.example/tin/1" in letter.text
    assert "AM-2026-0001" in letter.subject


def test_several_stand_in_one_letter_and_each_contributor_gets_his_own(office: Office) -> None:
    published(office, 1)
    published(office, 2, NOON + timedelta(minutes=20))
    published(office, 3, to="ytt@songmau.example")
    announce(office, clock=lambda: LATER)
    first, second = letters(office)
    assert "Tin số 1" in first.text
    assert "Tin số 2" in first.text
    assert "2 tin, bài" in first.subject
    assert (second.to, "Tin số 3" in second.text) == ("ytt@songmau.example", True)


def test_what_is_not_live_or_no_news_any_more_is_not_announced(office: Office) -> None:
    published(office, 1, live=False)
    published(office, 2, LATER - FORGOTTEN - timedelta(seconds=1))
    announce(office, clock=lambda: LATER)
    assert letters(office) == []


def test_a_machine_hears_nothing(office: Office) -> None:
    published(office, 1, automatic=True)
    announce(office, clock=lambda: LATER)
    assert letters(office) == []
    with office.database.reading() as session:
        assert session.scalars(select(Article)).one().announced_at == LATER


def test_a_site_that_announces_nothing(office: Office) -> None:
    published(office, 1)
    announce(with_site(office, announcements=False), clock=lambda: LATER)
    assert letters(office) == []


def test_whoever_has_had_enough_today_hears_of_it_tomorrow(office: Office) -> None:
    published(office, 1)
    with office.database.writing() as session:
        site = session.scalars(select(Site)).one()
        session.add_all(
            OutgoingLetter(
                site_id=site.id, kind=LetterKind.RECEIPT, once=f"receipt:{number}", to=TO.upper(), subject="", text="",
                message_id=f"<{number}@x>", status=LetterStatus.SENT, not_before=NOON, created_at=NOON,
            )
            for number in range(office.config.smtp.most_a_day)
        )  # fmt: skip
    announce(office, clock=lambda: LATER)
    assert all(letter.kind is LetterKind.RECEIPT for letter in letters(office))
    announce(office, clock=lambda: LATER + timedelta(days=1))
    assert letters(office)[-1].kind is LetterKind.PUBLISHED
