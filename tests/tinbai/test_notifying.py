"""Users hear of what waits for them as they chose: at once, once a day, or not."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.rows import NOON, a_site, a_user, an_article
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.column import Column
from tinbai.config import Config
from tinbai.db import Database
from tinbai.notice import Notice
from tinbai.notifying import notify
from tinbai.office import Office
from tinbai.outbox import UNDO_WINDOW, LetterKind, OutgoingLetter
from tinbai.people import Notify, RoleName, User
from tinbai.site import Site
from tinbai.workflow import Decision, decide

SOON = NOON + UNDO_WINDOW  # what was submitted at noon can be taken back no more
NEXT_MORNING = datetime.fromisoformat("2026-10-16T07:05:00+07:00")


@pytest.fixture
def office(database: Database, blobs: Blobs, tmp_path: Path) -> Office:
    sites = [{"key": "an-mau", "name": "Trang xã An Mẫu", "code": "AM"}]
    web = {"public_url": "https://bientap.songmau.example"}
    config = Config.model_validate(
        {"root": tmp_path, "sites": sites, "smtp": {"sender": "bbt@songmau.example"}, "web": web}
    )
    with database.writing() as session:
        a_site(session)
    return Office(config=config, database=database, blobs=blobs)


def somebody(office: Office, role: RoleName, choice: Notify = Notify.IMMEDIATE, *, column: str | None = None) -> str:
    """A user of the site; returns his address."""
    with office.database.writing() as session:
        site = session.scalars(select(Site)).one()
        user = a_user(session, site, role)
        user.email, user.notify = f"{user.username}@songmau.example", choice
        if column:
            user.roles[0].column_id = session.query(Column).filter_by(key=column).one().id
        return user.email


def submitted(office: Office, *, at: datetime = NOON, by: str = "", needs_head: bool = False) -> int:
    """An article that somebody has just submitted."""
    with office.database.writing() as session:
        site = session.scalars(select(Site)).one()
        author = session.query(User).filter_by(email=by).one() if by else a_user(session, site, RoleName.EDITOR)
        article = an_article(session, site)
        article.needs_head = needs_head
        decide(session, article, Decision.SUBMIT, by=author, at=at)
        return article.id


def told(office: Office, at: datetime = SOON) -> list[tuple[str, str]]:
    """Who is written to, and the subject, after another pass."""
    notify(office, clock=lambda: at)
    with office.database.reading() as session:
        letters = session.query(OutgoingLetter).filter_by(kind=LetterKind.NOTICE).order_by(OutgoingLetter.id)
        return [(letter.to, letter.subject) for letter in letters]


def test_whoever_may_approve_hears_at_once_what_waits_and_hears_it_once(office: Office) -> None:
    approver, head = somebody(office, RoleName.APPROVER), somebody(office, RoleName.HEAD)
    for role in (RoleName.EDITOR, RoleName.READER, RoleName.PUBLISHER, RoleName.SECRETARY, RoleName.ADMIN):
        somebody(office, role)
    article_id = submitted(office)
    assert told(office) == [(approver, "Có việc đang chờ đồng chí"), (head, "Có việc đang chờ đồng chí")]
    assert len(told(office, NOON + timedelta(minutes=1))) == 2
    with office.database.reading() as session:
        text = session.query(OutgoingLetter).filter_by(to=approver).one().text
    assert f"https://bientap.songmau.example/articles/{article_id}" in text
    assert "Tập huấn kỹ thuật trồng nấm rơm" in text
    assert "https://bientap.songmau.example/account" in text


def moved(office: Office, article_id: int, decision: Decision, at: datetime) -> None:
    with office.database.writing() as session:
        article = session.get_one(Article, article_id)
        by = session.query(User).order_by(User.id.desc()).first()
        decide(session, article, decision, by=by, at=at)


def test_a_submission_is_told_of_when_it_can_be_taken_back_no_more(office: Office) -> None:
    somebody(office, RoleName.APPROVER)
    submitted(office)
    assert told(office, NOON) == []
    assert told(office, SOON - timedelta(microseconds=1)) == []
    assert len(told(office, SOON)) == 1


def test_a_submission_that_was_taken_back_is_told_to_nobody(office: Office) -> None:
    somebody(office, RoleName.APPROVER)
    article_id = submitted(office)
    assert told(office, NOON + timedelta(seconds=3)) == []
    moved(office, article_id, Decision.BACK_TO_NEW, NOON + timedelta(seconds=5))
    assert told(office, SOON) == []
    moved(office, article_id, Decision.SUBMIT, NOON + timedelta(seconds=8))
    assert told(office, SOON) == []
    assert [subject for _, subject in told(office, SOON + timedelta(seconds=8))] == ["Có việc đang chờ đồng chí"]


def test_several_things_stand_in_one_letter(office: Office) -> None:
    somebody(office, RoleName.APPROVER)
    for _ in range(3):
        submitted(office)
    assert [subject for _, subject in told(office)] == ["3 việc đang chờ đồng chí"]


def test_a_digest_comes_in_the_morning(office: Office) -> None:
    somebody(office, RoleName.APPROVER, Notify.DIGEST)
    submitted(office)
    submitted(office, at=NOON + timedelta(hours=1))
    assert told(office) == []
    assert told(office, NOON + timedelta(hours=10)) == []
    assert [subject for _, subject in told(office, NEXT_MORNING)] == ["2 việc đang chờ đồng chí"]
    submitted(office, at=NEXT_MORNING)
    assert len(told(office, NEXT_MORNING + timedelta(hours=12))) == 1
    assert len(told(office, NEXT_MORNING + timedelta(days=1))) == 2


def test_who_wants_no_letters_gets_none_and_none_later(office: Office) -> None:
    address = somebody(office, RoleName.APPROVER, Notify.NONE)
    submitted(office)
    assert told(office) == []
    with office.database.writing() as session:
        session.query(User).filter_by(email=address).update({"notify": Notify.DIGEST})
        assert session.query(Notice).count() == 0


def test_who_says_no_meanwhile_gets_no_digest(office: Office) -> None:
    address = somebody(office, RoleName.APPROVER, Notify.DIGEST)
    submitted(office)
    assert told(office) == []
    with office.database.writing() as session:
        session.query(User).filter_by(email=address).update({"notify": Notify.NONE})
    assert told(office, NEXT_MORNING) == []


def test_nobody_hears_of_what_he_did_himself_or_of_another_column(office: Office) -> None:
    author = somebody(office, RoleName.APPROVER)
    somebody(office, RoleName.APPROVER, column="van-hoa")
    inside = somebody(office, RoleName.APPROVER, column="kinh-te")
    submitted(office, by=author)
    assert [to for to, _ in told(office)] == [inside]


@pytest.mark.parametrize("change", [{"active": False}, {"email": None}])
def test_who_is_locked_or_has_no_address_gets_none(office: Office, change: dict[Any, Any]) -> None:
    address = somebody(office, RoleName.APPROVER)
    with office.database.writing() as session:
        session.query(User).filter_by(email=address).update(change)
    submitted(office)
    assert told(office) == []


def test_what_is_decided_already_or_long_ago_is_no_news(office: Office) -> None:
    somebody(office, RoleName.APPROVER)
    decided, old = submitted(office), submitted(office, at=NOON - timedelta(days=2))
    with office.database.writing() as session:
        session.query(Article).filter_by(id=decided).update({"status": ArticleStatus.APPROVED})
        session.query(Article).filter_by(id=old).update({"changed_at": NOON - timedelta(days=2)})
    assert told(office) == []


def test_what_was_submitted_for_the_head_alone_is_told_to_the_head_alone(office: Office) -> None:
    """He hears of it by nothing else when an editor ticked the box and nobody asked him by a decision."""
    somebody(office, RoleName.APPROVER)
    head = somebody(office, RoleName.HEAD)
    submitted(office, needs_head=True)
    assert [to for to, _ in told(office)] == [head]


def test_digests_that_are_not_due_keep_nobody_waiting(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tinbai.notifying._AT_ONCE", 2)
    somebody(office, RoleName.APPROVER, Notify.DIGEST)
    now = somebody(office, RoleName.APPROVER)
    submitted(office)
    submitted(office)
    assert {to for to, _ in told(office)} == {now}
