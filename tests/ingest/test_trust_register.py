"""From the first letter of an unknown address to its draft, and the site's own rules about senders."""

from datetime import date

import pytest
from sqlalchemy import select

from ingest.read import read
from ingest.reading import Reading, Verdict
from ingest.trust import Standing
from tests.ingest.honest_senders import HPN, PASS, SITE, letter
from tests.ingest.letters_here import SITE_DATA, draft_bytes, raw_letter
from tests.rows import NOON, a_site, a_user
from tinbai import senders
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.people import RoleName, User
from tinbai.site import Site
from tinbai.site_data import Personal, SiteData, load
from tinbai.site_loading import load_site

NEWS = (
    "Sang ngay 15/10/2026, Hoi Cuu chien binh xa An Mau to chuc le ra quan ve sinh moi truong tai thon Dong Thu. "
    "Hon 50 hoi vien da tham gia don dep duong lang, khoi thong cong ranh va trong 120 cay xanh. "
) * 4
CCB = "From: Hoi Cuu chien binh <ccb@songmau.example>"


def news(sender: str, *more: str, number: int = 1) -> bytes:
    return letter(PASS, sender, *more, body=f"Tin so {number}. {NEWS}")


def as_read(raw: bytes, site: SiteData = SITE, **changes: object) -> Reading:
    return read(raw, site=site.model_copy(update=changes), limits=Limits())


@pytest.fixture
def site(database: Database) -> Site:
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
        a_user(session, site, RoleName.SECRETARY)
    return site


def the_message(database: Database) -> Message:
    with database.reading() as session:
        return session.scalars(select(Message).order_by(Message.id.desc()).limit(1)).one()


def renewed(database: Database, site: Site) -> Site:
    with database.reading() as session:
        return session.get_one(Site, site.id)


def test_a_first_letter_waits_a_yes_lets_it_and_the_next_ones_in(database: Database, blobs: Blobs, site: Site) -> None:
    assert draft_bytes(database, blobs, news(CCB), site) == []
    held = the_message(database)
    assert (held.status, held.standing) == (MessageStatus.HELD, "unknown")
    assert "Xác nhận người gửi" in (held.reason or "")
    with database.writing() as session:
        user, message = session.scalars(select(User)).one(), session.get_one(Message, held.id)
        here = session.get_one(Site, site.id)
        member = senders.register(session, here, "Hội Cựu chiến binh", None, by=user, at=NOON)
        senders.accept(session, message, member, personal=False, reread=True, by=user, at=NOON)
    (article,) = draft_bytes(database, blobs, news(CCB, number=2), renewed(database, site))
    assert (article.contributor_id, the_message(database).standing) == (member.id, "verified")


def test_a_no_makes_nothing_of_what_comes_later(database: Database, blobs: Blobs, site: Site) -> None:
    draft_bytes(database, blobs, news(CCB), site)
    with database.writing() as session:
        user, message = session.scalars(select(User)).one(), session.scalars(select(Message)).one()
        senders.refuse(session, message, note="Quảng cáo", by=user, at=NOON)
    assert draft_bytes(database, blobs, news(CCB, number=2), renewed(database, site)) == []
    later = the_message(database)
    assert later.status is MessageStatus.NOTHING
    assert "đã bị từ chối" in (later.reason or "")
    assert blobs.get(later.sha256) == news(CCB, number=2)


def test_a_forged_letter_is_nobodys_until_a_person_lets_it_through(
    database: Database, blobs: Blobs, site: Site
) -> None:
    fail = "Authentication-Results: mx.songmau.example; dmarc=fail header.from=songmau.example"
    draft_bytes(database, blobs, letter(fail, HPN, body=NEWS), site)
    message = the_message(database)
    assert (message.status, message.standing, message.contributor_id) == (MessageStatus.HELD, "forged", None)
    assert "Hỏi lại" in (message.standing_reason or "")


PERSONAL = SITE.model_copy(
    update={
        "contributors": (SITE.contributors[0].model_copy(update={"personal": ("hpn@songmau.example",)}),),
    }
)


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [(Personal.ACCEPT, Verdict.ARTICLES), (Personal.HOLD, Verdict.HELD), (Personal.REFUSE, Verdict.NOTHING)],
)
def test_private_mailboxes_are_treated_as_the_site_says(rule: Personal, verdict: Verdict) -> None:
    reading = as_read(news(HPN), PERSONAL, personal_addresses=rule)
    assert reading.verdict is verdict
    assert (reading.reason is None) is (verdict is Verdict.ARTICLES)
    official = as_read(news(HPN), personal_addresses=rule)
    assert official.verdict is Verdict.ARTICLES


@pytest.mark.parametrize("hold", [True, False])
def test_a_site_may_hold_what_nobody_confirmed(hold: bool) -> None:
    reading = as_read(letter(HPN, body=NEWS), hold_unverified=hold)
    assert reading.trust is not None
    assert reading.trust.standing is Standing.UNVERIFIED
    assert reading.verdict is (Verdict.HELD if hold else Verdict.ARTICLES)
    assert as_read(news(HPN), hold_unverified=hold).verdict is Verdict.ARTICLES


def test_a_site_that_holds_no_strangers_still_holds_forgers() -> None:
    assert as_read(news(CCB), hold_unknown=False).verdict is Verdict.ARTICLES
    assert as_read(news("From: Phạm Thị Minh Họa <x@songmau.example>"), hold_unknown=False).verdict is Verdict.HELD


def test_a_citizen_who_asks_is_let_in_unless_he_looks_like_somebody() -> None:
    board, asks = load(SITE_DATA), raw_letter("13")
    assert as_read(asks, board).verdict is Verdict.ARTICLES
    before, _, after = asks.partition(b"From: ")
    posing = before + b'From: "Tram Y te An Mau" <dan@thu-ca-nhan.example>' + after[after.index(b"\r\n") :]
    reading = as_read(posing, board)
    assert reading.verdict is Verdict.HELD
    assert "Trạm Y tế An Mẫu" in (reading.reason or "")


def test_the_servers_silence_is_explained_where_it_can_be_mended() -> None:
    foreign = "Received: from mx by exch01.noibo.example with ESMTP"
    reading = as_read(letter(foreign, PASS, HPN, body=NEWS))
    assert reading.trust is not None
    assert reading.trust.standing is Standing.UNVERIFIED
    assert "own_servers" in reading.trust.reason
    mended = as_read(letter(foreign, PASS, HPN, body=NEWS), own_servers=("noibo.example",))
    assert mended.trust is not None
    assert mended.trust.standing is Standing.VERIFIED
