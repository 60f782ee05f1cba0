"""What decisions do to publications."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.rows import NOON, a_site, a_user, an_article
from tinbai.approval import approve, cancel_due, publications_of, republish, withdraw
from tinbai.article import ArticleStatus
from tinbai.db import Database
from tinbai.errors import InputError
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus, to_do
from tinbai.workflow import Step, advance


def test_an_approval_orders_one_publication_a_portal_with_its_own_key(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        article = an_article(session, site, ArticleStatus.SUBMITTED)
        event = approve(
            session, article, by=a_user(session, site, RoleName.HEAD), at=NOON, portals=["xa", "tinh"],
            publish_at=NOON + timedelta(hours=1),
        )  # fmt: skip
    with database.reading() as session:
        ordered = session.scalars(select(Publication)).all()
        assert [(one.portal, one.status) for one in ordered] == [
            ("xa", PublicationStatus.DUE),
            ("tinh", PublicationStatus.DUE),
        ]
        assert {one.approval for one in ordered} == {event.id}
        assert len({one.key for one in ordered}) == 2
        assert session.scalars(to_do(NOON, 10)).all() == []
        assert len(session.scalars(to_do(NOON + timedelta(hours=1), 10)).all()) == 2


@pytest.mark.parametrize("missing", ["column", "portal"])
def test_an_article_without_a_column_or_a_portal_cannot_be_approved(database: Database, missing: str) -> None:
    with database.writing() as session:
        site = a_site(session)
        article = an_article(session, site, ArticleStatus.SUBMITTED, column=None if missing == "column" else "kinh-te")
        with pytest.raises(InputError, match=f"{missing}_missing"):
            approve(
                session, article, by=a_user(session, site, RoleName.HEAD), at=NOON,
                portals=[] if missing == "portal" else ["xa"],
            )  # fmt: skip
        assert article.status is ArticleStatus.SUBMITTED


def test_what_is_edited_before_it_was_written_is_not_written(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        article = an_article(session, site, ArticleStatus.SUBMITTED)
        approve(session, article, by=a_user(session, site, RoleName.HEAD), at=NOON, portals=["xa"])
        cancel_due(session, article, by=None, at=NOON)
        assert [one.status for one in publications_of(session, article)] == [PublicationStatus.WITHDRAWN]


def test_what_is_live_stays_live_while_a_new_revision_is_being_written(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        user = a_user(session, site, RoleName.HEAD)
        article = an_article(session, site, ArticleStatus.SUBMITTED)
        approve(session, article, by=user, at=NOON, portals=["xa"])
        (publication,) = publications_of(session, article)
        publication.live_revision_id = article.revision_id
        advance(session, publication, Step.SEND, at=NOON)
        advance(session, publication, Step.PROVE, at=NOON)
        advance(session, publication, Step.ORDER, at=NOON)
        cancel_due(session, article, by=user, at=NOON)
        assert publication.status is PublicationStatus.LIVE


def test_withdrawing_in_haste_cancels_what_waits_and_takes_down_what_may_be_live(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        user = a_user(session, site, RoleName.HEAD)
        article = an_article(session, site, ArticleStatus.SUBMITTED)
        approve(session, article, by=user, at=NOON, portals=["never", "renewed", "sending", "live", "failed"])
        never, renewed, sending, live, failed = publications_of(session, article)
        renewed.live_revision_id = article.revision_id
        sending.status, live.status = PublicationStatus.SENDING, PublicationStatus.LIVE
        failed.status = PublicationStatus.FAILED
        article.publish_at = NOON
        withdraw(session, article, by=user, at=NOON, note="Sai số liệu")
        assert never.status is PublicationStatus.WITHDRAWN
        assert {one.status for one in (renewed, sending, live, failed)} == {PublicationStatus.WITHDRAWING}
        assert article.status is ArticleStatus.WITHDRAWN
        assert article.publish_at is None


def test_taking_down_needs_a_reason_and_putting_up_again_keeps_the_key(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        user = a_user(session, site, RoleName.HEAD)
        article = an_article(session, site, ArticleStatus.SUBMITTED)
        approve(session, article, by=user, at=NOON, portals=["xa"])
        (publication,) = publications_of(session, article)
        article.status, publication.status = ArticleStatus.PUBLISHED, PublicationStatus.LIVE
        session.flush()
        with pytest.raises(InputError, match="reason_missing"):
            withdraw(session, article, by=user, at=NOON, note="  ")
        withdraw(session, article, by=user, at=NOON, note="Sai số liệu")
        assert publication.status is PublicationStatus.WITHDRAWING
        advance(session, publication, Step.CONFIRM_DOWN, at=NOON)
        key = publication.key
        event = republish(session, article, by=user, at=NOON)
        assert (publication.status, publication.key, publication.approval) == (PublicationStatus.DUE, key, event.id)
        assert article.status is ArticleStatus.APPROVED
