"""What is hours late waits for a person's word; what is wanted, and what is to go, does not."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from publish import late
from publish.claim import LEASE, claim
from publish.one import Result
from publish.run import PublishPass, publish_due
from tests.publish.fake_portal import FakePortal
from tests.publish.setting import SITE, Office, an_office, approve_an_article
from tinbai.approval import go_ahead, reschedule, withdraw
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.errors import InputError, StaleError
from tinbai.event import Event
from tinbai.publication import Publication, PublicationStatus

HOURS = timedelta(hours=3)
MOMENT = timedelta(seconds=1)


@pytest.fixture
def portal() -> FakePortal:
    return FakePortal("cong")


@pytest.fixture
def office(database: Database, blobs: Blobs, portal: FakePortal) -> Office:
    return an_office(database, blobs, portal)


def publish(office: Office, patience: dict[str, timedelta] | None = None) -> PublishPass:
    patience = {SITE: HOURS} if patience is None else patience
    return publish_due(office.database, office.portals, office.blobs, clock=office.clock, patience=patience)


def kept(office: Office) -> int:
    with office.database.reading() as session:
        return len(session.scalars(select(Publication).where(Publication.kept_at.is_not(None))).all())


def test_up_to_its_hours_an_article_goes_out_by_itself(office: Office) -> None:
    approve_an_article(office)
    office.clock.forward(HOURS)
    assert publish(office).count(Result.LIVE) == 1


def test_later_it_is_kept_back_on_record_until_somebody_says_that_it_is_still_wanted(office: Office) -> None:
    approve_an_article(office)
    office.clock.forward(HOURS + MOMENT)
    for _ in range(2):
        assert publish(office).outcomes == []
    assert office.publication().kept_at == office.clock()
    with office.database.reading() as session:
        events = session.scalars(select(Event.decision).where(Event.noun == "publication")).all()
    assert events.count("keep_back") == 1
    office.change(lambda session, article, user: go_ahead(session, article, by=user, at=office.clock()))
    assert publish(office).count(Result.LIVE) == 1
    with pytest.raises(InputError):
        office.change(lambda session, article, user: go_ahead(session, article, by=user, at=office.clock()))


def test_without_a_limit_it_goes_out_however_late(office: Office) -> None:
    """Also what a publisher would do that does not look: the article of yesterday appears."""
    approve_an_article(office)
    office.clock.forward(timedelta(days=1))
    assert publish(office, {}).count(Result.LIVE) == 1


def test_a_portal_that_was_away_for_hours_gets_nothing_old_unasked(office: Office, portal: FakePortal) -> None:
    approve_an_article(office)
    portal.down = True
    assert publish(office).count(Result.LATER) == 1
    office.clock.forward(HOURS + MOMENT)
    portal.down = False
    assert publish(office).outcomes == []
    assert kept(office) == 1


def test_another_hour_is_a_word_too(office: Office) -> None:
    approve_an_article(office)
    office.clock.forward(HOURS + MOMENT)
    publish(office)
    new = office.clock() + timedelta(hours=1)
    office.change(
        lambda session, article, user: reschedule(session, article, by=user, at=office.clock(), publish_at=new)
    )
    assert publish(office).outcomes == []
    office.clock.forward(timedelta(hours=1))
    assert publish(office).count(Result.LIVE) == 1


def test_what_a_portal_that_was_away_missed_can_be_given_another_hour_too(office: Office, portal: FakePortal) -> None:
    approve_an_article(office)
    portal.down = True
    publish(office)
    office.clock.forward(HOURS + MOMENT)
    publish(office)
    portal.down, new = False, office.clock() + timedelta(hours=1)
    office.change(
        lambda session, article, user: reschedule(session, article, by=user, at=office.clock(), publish_at=new)
    )
    office.clock.forward(timedelta(hours=1))
    assert publish(office).count(Result.LIVE) == 1


def test_what_is_to_be_taken_down_is_never_too_late(office: Office) -> None:
    approve_an_article(office)
    publish(office)
    office.change(lambda session, article, user: withdraw(session, article, by=user, at=office.clock(), note="Sai"))
    office.clock.forward(timedelta(days=2))
    assert publish(office).count(Result.WITHDRAWN) == 1


def test_what_a_dead_publisher_was_writing_is_brought_to_its_end(office: Office) -> None:
    """It may be on the portal already."""
    approve_an_article(office)
    claim(office.database, office.publication().id, office.clock)
    office.clock.forward(max(LEASE, HOURS) + MOMENT)
    assert publish(office).count(Result.LIVE) == 1


def test_all_that_is_late_is_kept_back_before_anything_goes_out(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late, "AT_ONCE", 2)
    for _ in range(5):
        approve_an_article(office, photos=[])
    office.clock.forward(HOURS + MOMENT)
    approve_an_article(office, photos=[])
    assert publish(office).count(Result.LIVE) == 1
    assert kept(office) == 5


def test_one_that_was_kept_back_a_moment_ago_cannot_be_claimed(office: Office) -> None:
    """Two publishers: one has listed it before the other kept it back."""
    approve_an_article(office)
    with office.database.writing() as session:
        session.scalars(select(Publication)).one().kept_at = office.clock()
    with pytest.raises(StaleError):
        claim(office.database, office.publication().id, office.clock)
    assert office.publication().status is PublicationStatus.DUE
