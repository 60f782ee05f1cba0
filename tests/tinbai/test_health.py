"""What /healthz and /metrics say."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.rows import NOON, a_site, a_user, an_article
from tinbai.approval import approve
from tinbai.article import ArticleStatus
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database, connect
from tinbai.delivery import MailboxRow
from tinbai.health import health, metrics
from tinbai.office import Office
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus


@pytest.fixture
def office(database: Database, blobs: Blobs, tmp_path: Path) -> Office:
    """An office with one mailbox, "chung"."""
    sites = [{"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung", "host": "mail.example"}]}]
    config = Config.model_validate({"root": tmp_path, "sites": sites, "blobs": {"free_bytes": 0}})
    with database.writing() as session:
        session.add(MailboxRow(site_id=a_site(session).id, key="chung"))
    return Office(config=config, database=database, blobs=blobs)


def set_mailbox(database: Database, **values: object) -> None:
    with database.writing() as session:
        row = session.scalars(select(MailboxRow)).one()
        for name, value in values.items():
            setattr(row, name, value)


def test_a_quiet_office_is_well(office: Office) -> None:
    assert health(office, clock=lambda: NOON).well


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"error": "log in: no", "error_since": NOON}, "log in: no"),
        ({"polled_at": NOON - timedelta(minutes=7)}, "last reached"),
    ],
)
def test_a_mailbox_that_is_not_reached_is_named(office: Office, values: dict[str, object], problem: str) -> None:
    set_mailbox(office.database, **values)
    assert problem in health(office, clock=lambda: NOON).problems["mailbox an-mau/chung"]


def test_a_mailbox_polled_a_minute_ago_is_well(office: Office) -> None:
    set_mailbox(office.database, polled_at=NOON - timedelta(minutes=1))
    assert health(office, clock=lambda: NOON).well


def test_too_little_room_on_the_disk_is_said(office: Office) -> None:
    blobs = office.config.blobs.model_copy(update={"free_bytes": 10**18})
    full = Office(
        config=office.config.model_copy(update={"blobs": blobs}), database=office.database, blobs=office.blobs
    )
    assert "MB free" in health(full, clock=lambda: NOON).problems["disk"]


def test_a_database_without_tables_is_said_and_does_not_raise(office: Office, tmp_path: Path) -> None:
    empty = Office(config=office.config, database=connect(f"sqlite:///{tmp_path}/none.db"), blobs=office.blobs)
    assert "tinbai migrate" in health(empty, clock=lambda: NOON).problems["database"]
    empty.database.close()


def test_a_publication_is_late_after_five_minutes_and_a_refused_one_is_counted(office: Office) -> None:
    with office.database.writing() as session:
        site = a_site(session, key="khac")
        article = an_article(session, site, ArticleStatus.SUBMITTED)
        approve(session, article, by=a_user(session, site, RoleName.HEAD), at=NOON, portals=["cong"])
    assert health(office, clock=lambda: NOON + timedelta(minutes=4)).well
    late = health(office, clock=lambda: NOON + timedelta(minutes=6)).problems
    assert late == {"publications": "1 late by more than 5 minutes"}
    with office.database.writing() as session:
        session.scalars(select(Publication)).one().status = PublicationStatus.FAILED
    refused = health(office, clock=lambda: NOON).problems
    assert refused == {"publications_failed": "1 refused by their portal"}


def test_the_figures_count_by_status(office: Office) -> None:
    set_mailbox(office.database, polled_at=NOON - timedelta(seconds=42))
    with office.database.writing() as session:
        an_article(session, a_site(session, key="khac"), ArticleStatus.SUBMITTED)
    text = metrics(office, clock=lambda: NOON).decode()
    assert 'tinbai_articles{status="submitted"} 1.0' in text
    assert 'tinbai_articles{status="new"} 0.0' in text
    assert 'tinbai_messages{status="held"} 0.0' in text
    assert 'tinbai_publications{status="live"} 0.0' in text
    assert 'tinbai_mailbox_seconds_since_poll{mailbox="chung",site="an-mau"} 42.0' in text
