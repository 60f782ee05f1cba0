"""What an edit or a withdrawal takes out is not to stay public: neither in the rows nor at its old address."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from publish.claim import LEASE
from publish.one import Result
from publish.points import Point
from tests.publish.setting import a_portal, an_office, approve_an_article, rows_on
from tests.publish.test_publish import approve_now, only_file, save_again
from tinbai.approval import republish, withdraw
from tinbai.article import Article, ArticleStatus
from tinbai.people import User
from tinbai.publication import PublicationStatus

FILES = ("portal_photo", "portal_attachment")


@pytest.fixture
def portal(tmp_path):
    return a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def proof_of(office):
    proof = office.publication().proof
    assert proof is not None
    return proof


def test_what_an_edit_took_out_is_gone_from_the_folder_and_the_proof_says_so(office, portal):
    approve_an_article(office)
    office.publish()
    kept, gone = (portal.media_path / row["file"] for row in rows_on(portal, "portal_photo"))
    file = only_file(portal, "portal_attachment")
    stranger = portal.media_path / "2026" / "10" / "banner.jpg"
    stranger.write_bytes(b"the portal's own")
    office.change(save_again(photos=1))
    office.change(approve_now)
    office.publish()
    assert office.publication().status is PublicationStatus.LIVE
    assert proof_of(office)["gone"] == sorted(str(path.relative_to(portal.media_path)) for path in (gone, file))
    assert [path.exists() for path in (kept, stranger, gone, file)] == [True, True, False, False]


def test_what_an_edit_took_out_is_gone_though_the_publisher_died_over_it(office, portal):
    approve_an_article(office)
    office.publish()
    former = {row["file"] for name in FILES for row in rows_on(portal, name)}
    office.change(save_again(photos=0))
    office.change(approve_now)

    def die(point):
        if point is Point.COMMITTED:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        office.publish(die)
    assert [(portal.media_path / file).exists() for file in former] == [True] * 3
    office.clock.forward(LEASE)
    office.clock.forward(timedelta(seconds=1))
    assert office.publish().count(Result.LIVE) == 1
    assert [(portal.media_path / file).exists() for file in former] == [False] * 3
    assert proof_of(office)["gone"] == sorted(former)


def test_a_file_that_cannot_be_taken_away_keeps_the_new_revision_from_being_called_live(office, portal, monkeypatch):
    approve_an_article(office)
    office.publish()
    office.change(save_again(photos=1))
    office.change(approve_now)
    with monkeypatch.context() as stuck:
        stuck.setattr(portal, "remove_files", len)
        (outcome,) = office.publish().outcomes
    assert outcome.result is Result.LATER
    assert "vẫn còn trên cổng" in outcome.problem
    office.clock.forward(timedelta(hours=1))
    assert office.publish().count(Result.LIVE) == 1


def test_an_edit_of_one_article_leaves_the_files_of_another_alone(office, portal):
    approve_an_article(office)
    office.publish()
    others = {row["file"] for name in FILES for row in rows_on(portal, name)}
    second = approve_an_article(office)
    office.publish()
    with office.database.writing() as session:
        head = session.scalars(select(User)).one()
        article = session.get_one(Article, second)
        save_again(photos=0)(session, article, head)
        approve_now(session, article, head)
    assert office.publish().count(Result.LIVE) == 1
    assert all((portal.media_path / file).exists() for file in others)
    assert sum(path.suffix in {".jpg", ".pdf"} for path in portal.media_path.rglob("*")) == len(others)


def test_an_article_that_waits_or_is_being_written_is_withdrawn_in_haste(office, portal):
    approve_an_article(office, publish_at=office.clock() + timedelta(hours=1))
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="Sai"))
    assert office.publication().status is PublicationStatus.WITHDRAWN
    assert office.article().publish_at is None
    office.clock.forward(timedelta(hours=2))
    assert office.publish().outcomes == []
    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))

    def withdraw_meanwhile(point):
        if point is Point.READ_BACK and office.article().status is ArticleStatus.APPROVED:
            office.change(lambda session, article, head: withdraw(
                session, article, by=head, at=office.clock(), note="Sai"
            ))  # fmt: skip

    office.publish(withdraw_meanwhile)
    office.publish()
    assert office.publication().status is PublicationStatus.WITHDRAWN
    assert not rows_on(portal)[0]["visible"]
    assert list(portal.media_path.rglob("*.jpg")) == []
