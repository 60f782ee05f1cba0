"""Drafting: the acceptance letters become rows, each as its case says, in one transaction."""

from datetime import date

import pytest
from sqlalchemy import select

from ingest.draft import draft
from ingest.read import read
from tests.ingest.letters_here import SITE, SITE_DATA, SMTP, draft_letter, raw_letter, store
from tests.rows import NOON, a_site
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.errors import ForbiddenMoveError
from tinbai.event import history
from tinbai.kind import Kind
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.outbox import OutgoingLetter
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site


@pytest.fixture
def site(database: Database) -> Site:
    """The board of the acceptance letters."""
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    return site


def the_message(database: Database) -> Message:
    with database.reading() as session:
        return session.scalars(select(Message).order_by(Message.id.desc()).limit(1)).one()


def test_the_good_contributors_letter_is_a_draft_with_its_photos_and_a_receipt(
    database: Database, blobs: Blobs, site: Site
) -> None:
    draft_letter(database, blobs, "01", site)
    with database.reading() as session:
        article = session.scalars(select(Article)).one()
        assert article.revision is not None
        assert (article.code, article.status) == ("AM-2026-0001", ArticleStatus.NEW)
        assert article.revision.title == "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
        assert [photo.caption for photo in article.revision.photos] == [
            "Đồng chí Nguyễn Văn Ví Dụ phát biểu khai mạc lớp tập huấn.",
            "Các hội viên tham quan mô hình trồng nấm rơm.",
        ]
        assert article.unit is not None
        assert article.column is not None
        assert (article.unit.key, article.column.name) == ("hoi-nong-dan", "Kinh tế")
        assert all(blobs.has(photo.sha256) for photo in article.revision.photos)
        receipt = session.scalars(select(OutgoingLetter)).one()
        assert receipt.to == "hnd@songmau.example"
        assert receipt.in_reply_to == article.message.message_id if article.message else False
        assert "AM-2026-0001" in receipt.subject
        assert "Số ảnh: 02" in receipt.text
        assert [event.decision for event in session.scalars(history("message", article.message_id or 0))] == ["draft"]
    assert the_message(database).status is MessageStatus.DRAFTED


def test_three_hamlets_in_one_archive_are_four_articles_with_numbers_of_their_own(
    database: Database, blobs: Blobs, site: Site
) -> None:
    articles = draft_letter(database, blobs, "05", site)
    assert [article.code for article in articles] == [f"AM-2026-000{number}" for number in (1, 2, 3, 4)]
    with database.reading() as session:
        units = [article.unit.name for article in session.scalars(select(Article).order_by(Article.id)) if article.unit]
        assert units == ["Thôn Đồng Thử", "Thôn Bãi Mẫu", "Thôn Cầu Giả", "Thôn Cầu Giả"]
        assert len(session.scalars(select(OutgoingLetter)).all()) == 1


def test_a_corrected_version_joins_the_article_it_corrects(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site)
    (joined,) = draft_letter(database, blobs, "09", site)
    assert the_message(database).status is MessageStatus.JOINED
    with database.reading() as session:
        article = session.scalars(select(Article)).one()
        assert article.id == joined.id
        assert [revision.number for revision in article.revisions] == [1, 2]
        assert article.revision is not None
        assert article.revision.title == "Tập huấn kỹ thuật trồng nấm rơm cho 54 hội viên nông dân"
        decisions = [event.decision for event in session.scalars(history("article", article.id))]
        assert decisions == ["draft", "renew"]


def test_a_corrected_version_of_what_was_rejected_is_a_new_article(
    database: Database, blobs: Blobs, site: Site
) -> None:
    (first,) = draft_letter(database, blobs, "01", site)
    with database.writing() as session:
        session.get_one(Article, first.id).status = ArticleStatus.REJECTED
    (second,) = draft_letter(database, blobs, "09", site)
    assert second.id != first.id


def test_the_same_letter_delivered_twice_is_one_draft(database: Database, blobs: Blobs, site: Site) -> None:
    assert len(draft_letter(database, blobs, "14c-1", site)) == 1
    assert len(draft_letter(database, blobs, "14c-2", site)) == 0
    message = the_message(database)
    assert (message.status, message.reason) == (MessageStatus.NOTHING, "Trùng với thư đã nhận (số 1).")


@pytest.mark.parametrize("name", ["14b-1", "14b-2", "14b-3", "14b-4"])
def test_machine_mail_is_counted_and_never_answered(database: Database, blobs: Blobs, site: Site, name: str) -> None:
    assert draft_letter(database, blobs, name, site) == []
    message = the_message(database)
    assert message.status is MessageStatus.NOTHING
    assert message.reason
    with database.reading() as session:
        assert session.scalars(select(OutgoingLetter)).all() == []


def test_an_impostor_is_held_and_not_answered_and_drafted_once_a_person_lets_it_through(
    database: Database, blobs: Blobs, site: Site
) -> None:
    assert draft_letter(database, blobs, "14a", site) == []
    message = the_message(database)
    assert message.status is MessageStatus.HELD
    assert message.reason
    with database.writing() as session:
        held = session.get_one(Message, message.id)
        held.status, held.released = MessageStatus.RECEIVED, True
        raw = raw_letter("14a")
        reading = read(raw, site=data_of(site), limits=Limits())
        made = draft(session, held, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
        assert len(made) == 1
        assert session.scalars(select(OutgoingLetter)).all() == []


def test_a_citizens_question_is_no_article_and_is_not_held(database: Database, blobs: Blobs, site: Site) -> None:
    (question,) = draft_letter(database, blobs, "13", site)
    assert question.kind is Kind.QUESTION
    assert the_message(database).status is MessageStatus.DRAFTED


def test_a_site_that_wants_no_receipts_sends_none(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site, SITE.model_copy(update={"receipts": False}))
    with database.reading() as session:
        assert session.scalars(select(OutgoingLetter)).all() == []


def test_drafting_a_message_twice_is_refused_and_changes_nothing(database: Database, blobs: Blobs, site: Site) -> None:
    draft_letter(database, blobs, "01", site)
    raw = raw_letter("01")
    reading = read(raw, site=data_of(site), limits=Limits())
    with pytest.raises(ForbiddenMoveError), database.writing() as session:
        message = session.scalars(select(Message)).one()
        message.reading = None  # so that it is not its own twin
        draft(session, message, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
    with database.reading() as session:
        assert len(session.scalars(select(Article)).all()) == 1


def test_every_acceptance_letter_is_settled_with_a_reason_where_it_made_no_article(
    database: Database, blobs: Blobs, site: Site
) -> None:
    for path in sorted(SITE_DATA.parent.glob("letters/*.eml")):
        draft_letter(database, blobs, path.stem, site)
    with database.reading() as session:
        messages = session.scalars(select(Message)).all()
        assert len(messages) == len(list(SITE_DATA.parent.glob("letters/*.eml")))
        for message in messages:
            assert message.status in {
                MessageStatus.DRAFTED, MessageStatus.JOINED, MessageStatus.NOTHING, MessageStatus.HELD,
            }, message.subject  # fmt: skip
            assert message.reason
            assert message.reading is not None


def test_stored_bytes_are_what_was_read(database: Database, blobs: Blobs, site: Site) -> None:
    message_id = store(database, blobs, raw_letter("02"), site)
    with database.reading() as session:
        assert blobs.get(session.get_one(Message, message_id).sha256) == raw_letter("02")


def test_of_two_copies_the_one_read_second_is_the_duplicate_whichever_came_first(
    database: Database, blobs: Blobs, site: Site
) -> None:
    first = store(database, blobs, raw_letter("14c-1"), site)
    second = store(database, blobs, raw_letter("14c-2"), site)
    for message_id, name in ((second, "14c-2"), (first, "14c-1")):
        raw = raw_letter(name)
        reading = read(raw, site=data_of(site), limits=Limits())
        with database.writing() as session:
            message = session.get_one(Message, message_id)
            draft(session, message, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
    with database.reading() as session:
        assert len(session.scalars(select(Article)).all()) == 1


def test_a_released_letter_that_gives_no_article_is_held_with_a_reason(
    database: Database, blobs: Blobs, site: Site
) -> None:
    message_id = store(database, blobs, raw_letter("02"), site)
    raw = raw_letter("02")
    reading = read(raw, site=data_of(site), limits=Limits(read_bytes=100))
    with database.writing() as session:
        message = session.get_one(Message, message_id)
        message.released = True
        draft(session, message, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
    assert the_message(database).status is MessageStatus.HELD
    assert the_message(database).reason
    with database.reading() as session:
        assert session.scalars(select(OutgoingLetter)).all() == []


def test_a_header_longer_than_its_column_is_cut(database: Database, blobs: Blobs, site: Site) -> None:
    raw = raw_letter("02").replace(b"Message-ID: <", b"Message-ID: <" + b"x" * 3000)
    message_id = store(database, blobs, raw, site)
    reading = read(raw, site=data_of(site), limits=Limits())
    with database.writing() as session:
        message = session.get_one(Message, message_id)
        draft(session, message, reading, data=data_of(site), site=SITE, smtp=SMTP, at=NOON)
    assert len(the_message(database).message_id or "") == 998
