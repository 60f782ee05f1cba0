"""When a publication is tried, and tried again."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from publish.claim import LEASE, claim
from publish.due import PortalKey
from publish.one import Result
from publish.points import Point
from publish.record import delay
from publish.run import publish_due
from tests.publish.fake_portal import FakePortal
from tests.publish.setting import SITE, an_office, approve_an_article
from tinbai.article import ArticleStatus
from tinbai.errors import PortalError, StaleError
from tinbai.publication import Publication, PublicationStatus


@pytest.fixture
def portal():
    return FakePortal("cong")


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def test_a_portal_that_cannot_be_reached_is_tried_again_after_half_a_minute(office, portal):
    approve_an_article(office)
    portal.down = True
    (outcome,) = office.publish().outcomes
    assert (outcome.result, outcome.problem) == (Result.LATER, "không kết nối được")
    publication = office.publication()
    assert publication.status is PublicationStatus.DUE
    assert publication.error == "không kết nối được"
    assert publication.retry_at == office.clock() + timedelta(seconds=30)
    portal.down = False
    office.clock.forward(timedelta(seconds=29))
    assert office.publish().outcomes == []
    office.clock.forward(timedelta(seconds=1))
    assert office.publish().count(Result.LIVE) == 1
    assert office.publication().error is None


def test_the_wait_doubles_up_to_a_quarter_of_an_hour():
    waits = [delay(attempts).total_seconds() for attempts in (1, 2, 3, 4, 5, 6, 7, 1000)]
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_a_portal_that_is_down_is_asked_once_a_pass_and_does_not_delay_the_other(database, blobs):
    slow, fast = FakePortal("cham"), FakePortal("nhanh")
    gate = slow.gate = threading.Event()
    slow.down = True
    office = an_office(database, blobs, slow, fast)
    for _ in range(3):
        approve_an_article(office, portals=["cham", "nhanh"], photos=[])
    finished = threading.Event()

    def wait_for_the_fast_one(point):
        if point is Point.RECORDED and fast.puts == 3:  # all of them are out while the other still waits
            finished.set()
            gate.set()

    done = office.publish(wait_for_the_fast_one)
    assert finished.is_set()
    assert done.count(Result.LIVE) == 3
    assert done.count(Result.LATER) == 1
    assert slow.tried == 1


def test_a_long_queue_at_one_portal_does_not_stand_before_another(database, blobs):
    long, short = FakePortal("dai"), FakePortal("ngan")
    office = an_office(database, blobs, long, short)
    for _ in range(25):
        approve_an_article(office, portals=["dai"], photos=[])
    approve_an_article(office, portals=["ngan"], photos=[])
    del office.portals[PortalKey(SITE, "dai")]
    assert office.publish().count(Result.LIVE) == 1


def test_a_taken_down_article_is_tried_again_too(office, portal):
    approve_an_article(office)
    office.publish()
    with office.database.writing() as session:
        session.scalars(select(Publication)).one().status = PublicationStatus.WITHDRAWING
    portal.down = True
    assert office.publish().count(Result.LATER) == 1
    assert office.publication().status is PublicationStatus.WITHDRAWING
    assert office.publish().outcomes == []
    portal.down = False
    office.clock.forward(timedelta(minutes=2))
    assert office.publish().count(Result.WITHDRAWN) == 1


def test_when_the_commit_may_have_happened_the_publication_stays_sending(office, portal):
    """Called back as "never written", it would stay public without anybody knowing."""
    approve_an_article(office)

    def line_breaks(point):
        if point is Point.COMMITTED:
            raise PortalError(portal="cong", problem="mất kết nối")

    assert office.publish(line_breaks).count(Result.LATER) == 1
    assert office.publication().status is PublicationStatus.SENDING
    assert office.publish().outcomes == []
    office.clock.forward(timedelta(seconds=31))
    assert office.publish().count(Result.LIVE) == 1


def test_what_a_dead_publisher_left_is_taken_up_after_its_lease(office, portal):
    approve_an_article(office)
    claim(office.database, office.publication().id, office.clock)
    assert office.publish().outcomes == []
    office.clock.forward(LEASE + timedelta(seconds=1))
    assert office.publish().count(Result.LIVE) == 1
    assert office.publication().attempts == 2


def test_of_two_who_claim_at_once_one_gets_it(office):
    approve_an_article(office)
    number = office.publication().id
    claim(office.database, number, office.clock)
    with pytest.raises(StaleError):
        claim(office.database, number, office.clock)


def test_a_bug_in_one_publication_does_not_stop_those_behind_it(office, portal, monkeypatch):
    first = approve_an_article(office, photos=[])
    approve_an_article(office, photos=[])

    def faulty(item, reached):
        if portal.tried == 0:
            portal.tried += 1
            raise ZeroDivisionError("a bug")
        return FakePortal.put(portal, item, reached)

    monkeypatch.setattr(portal, "put", faulty)
    done = office.publish()
    assert [outcome.result for outcome in done.outcomes] == [Result.BROKEN, Result.LIVE]
    with office.database.reading() as session:
        broken = session.scalars(select(Publication).where(Publication.article_id == first)).one()
    assert broken.status is PublicationStatus.DUE
    assert "a bug" in (broken.error or "")


def test_blob_bytes_that_are_missing_are_for_a_person_to_look_at(office):
    approve_an_article(office)
    for name in list(office.blobs.names()):
        office.blobs.path(name).unlink()
    (outcome,) = office.publish().outcomes
    assert outcome.result is Result.REFUSED
    assert office.publication().status is PublicationStatus.FAILED
    assert office.article().status is ArticleStatus.APPROVED


def test_nothing_is_done_without_a_portal(office):
    approve_an_article(office)
    done = publish_due(office.database, {}, office.blobs, clock=office.clock)
    assert done.outcomes == []
    assert list(done.stranded) == [office.publication().id]
