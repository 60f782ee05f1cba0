"""What /healthz and /metrics say."""

from datetime import timedelta
from pathlib import Path

import pytest
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.rows import NOON, a_site, a_user, an_article
from tinbai.approval import approve
from tinbai.article import ArticleStatus
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database, connect
from tinbai.delivery import MailboxRow
from tinbai.health import health, metrics
from tinbai.message import Message, MessageStatus
from tinbai.office import Office
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus
from tinbai.site import Site
from tinbai.workflow import Fate, settle


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
    assert "tinbai_letters_with_words_lost 0.0" in text
    assert 'tinbai_publications{status="live"} 0.0' in text
    assert 'tinbai_mailbox_seconds_since_poll{mailbox="chung",site="an-mau"} 42.0' in text
    assert 'tinbai_mailbox_epoch{mailbox="chung",site="an-mau"} 1.0' in text
    assert 'tinbai_mailbox_missing_letters{mailbox="chung",site="an-mau"} 0.0' in text
    assert 'tinbai_mailbox_waiting_letters{mailbox="chung",site="an-mau"} 0.0' in text


def test_how_long_publications_took_is_measured_by_portal(office: Office) -> None:
    with office.database.writing() as session:
        site = a_site(session, key="nhanh")
        head = a_user(session, site, RoleName.HEAD)
        for seconds in (20, 90):
            article = an_article(session, site, ArticleStatus.SUBMITTED)
            approve(session, article, by=head, at=NOON, portals=["cong"])
            publication = session.scalars(select(Publication).order_by(Publication.id.desc())).first()
            assert publication is not None
            publication.status, publication.live_at = PublicationStatus.LIVE, NOON + timedelta(seconds=seconds)
    labels, name = '{portal="cong",site="nhanh"}', "tinbai_publication_seconds_from_due_to_live"
    text = metrics(office, clock=lambda: NOON + timedelta(hours=1)).decode()
    assert f"{name}_count{labels} 2.0" in text
    assert f"{name}_sum{labels} 110.0" in text
    assert f"tinbai_publication_most_seconds_from_due_to_live{labels} 90.0" in text
    assert labels not in metrics(office, clock=lambda: NOON + timedelta(hours=25)).decode()


def test_what_is_kept_back_as_too_late_is_a_problem_of_its_own(office: Office) -> None:
    with office.database.writing() as session:
        site = a_site(session, key="muon")
        article, head = an_article(session, site, ArticleStatus.SUBMITTED), a_user(session, site, RoleName.HEAD)
        approve(session, article, by=head, at=NOON, portals=["cong"])
        session.scalars(select(Publication)).one().kept_at = NOON
    problems = health(office, clock=lambda: NOON + timedelta(hours=5)).problems
    assert "publications_kept" in problems
    assert "publications" not in problems


def test_letters_that_the_daily_comparison_could_not_fetch_are_a_problem(office: Office) -> None:
    set_mailbox(office.database, polled_at=NOON, missing=2)
    assert "2 letters" in health(office, clock=lambda: NOON).problems["mailbox an-mau/chung"]
    assert (
        'tinbai_mailbox_missing_letters{mailbox="chung",site="an-mau"} 2.0'
        in metrics(office, clock=lambda: NOON).decode()
    )


def test_a_mailbox_of_the_configuration_without_a_row_is_a_problem_at_once(office: Office) -> None:
    with office.database.writing() as session:
        session.delete(session.scalars(select(MailboxRow)).one())
    assert "tinbai migrate" in health(office, clock=lambda: NOON).problems["mailbox an-mau/chung"]


def test_a_withdrawal_that_is_late_is_counted(office: Office) -> None:
    with office.database.writing() as session:
        site = a_site(session, key="khac")
        article, head = an_article(session, site, ArticleStatus.SUBMITTED), a_user(session, site, RoleName.HEAD)
        approve(session, article, by=head, at=NOON, portals=["cong"])
        session.scalars(select(Publication)).one().status = PublicationStatus.WITHDRAWING
    late = health(office, clock=lambda: NOON + timedelta(minutes=6)).problems
    assert late == {"publications": "1 late by more than 5 minutes"}


def test_a_letter_of_ours_that_was_given_up_is_counted(office: Office) -> None:
    with office.database.writing() as session:
        session.add(
            OutgoingLetter(
                site_id=a_site(session, "khac").id, kind=LetterKind.RECEIPT, once="receipt:1",
                to="hnd@songmau.example", subject="Đã nhận", text="Đã nhận", message_id="<1@songmau.example>",
                status=LetterStatus.FAILED, not_before=NOON, created_at=NOON,
            )
        )  # fmt: skip
    assert health(office, clock=lambda: NOON).problems == {
        "letters_failed": "1 of ours could not be sent since yesterday"
    }
    assert health(office, clock=lambda: NOON + timedelta(days=2)).well


def a_message(session: Session, status: MessageStatus) -> Message:
    site = session.scalars(select(Site)).one()
    message = Message(site_id=site.id, sha256="0" * 64, size=1, status=status, received_at=NOON)
    session.add(message)
    session.flush()
    return message


def test_a_letter_that_could_not_be_read_is_counted(office: Office) -> None:
    with office.database.writing() as session:
        message = a_message(session, MessageStatus.RECEIVED)
        settle(session, message, Fate.FAIL, by=None, at=NOON, reason="quá 60 giây")
    assert health(office, clock=lambda: NOON).problems == {"messages_failed": "1 could not be read since yesterday"}
    assert health(office, clock=lambda: NOON + timedelta(days=2)).well


def test_a_letter_that_nobody_reads_is_counted_after_a_quarter_of_an_hour(office: Office) -> None:
    with office.database.writing() as session:
        a_message(session, MessageStatus.RECEIVED)
    assert health(office, clock=lambda: NOON + timedelta(minutes=14)).well
    unread = health(office, clock=lambda: NOON + timedelta(minutes=16)).problems
    assert unread == {"messages_unread": "1 unread after 15 minutes"}


def test_an_old_letter_that_is_to_be_read_again_waits_from_then_on(office: Office) -> None:
    later = NOON + timedelta(days=3)
    with office.database.writing() as session:
        settle(session, a_message(session, MessageStatus.FAILED), Fate.REPROCESS, by=None, at=later)
    assert health(office, clock=lambda: later + timedelta(minutes=1)).well
    assert "messages_unread" in health(office, clock=lambda: later + timedelta(minutes=16)).problems


def test_looking_again_and_again_keeps_nothing(office: Office) -> None:
    """Each statement that is compiled anew is kept with the engine, up to some hundred."""
    assert kept_by_looking(office) == 0


def test_alembics_statement_kept_would_be_one_more_each_time(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def keeping(database: Database) -> str | None:
        with database.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()

    monkeypatch.setattr("tinbai.health.current", keeping)
    assert kept_by_looking(office) == 5


def kept_by_looking(office: Office) -> int:
    """Statements kept by the second to the sixth look."""
    health(office, clock=lambda: NOON)
    before = len(office.database.engine._compiled_cache)  # type: ignore[arg-type]
    for _ in range(5):
        health(office, clock=lambda: NOON)
    return len(office.database.engine._compiled_cache) - before  # type: ignore[arg-type]
