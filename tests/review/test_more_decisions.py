"""Asking the head, correcting what is published, and another hour for what is approved."""

import re
from datetime import timedelta

import pytest

from tests.review.office import Office, Visit
from tests.review.route_things import put_on_portal
from tests.rows import NOON
from tinbai.approval_link import ApprovalLink
from tinbai.article import Article, ArticleStatus
from tinbai.config import WebConfig
from tinbai.correction import Correction
from tinbai.event import history
from tinbai.outbox import UNDO_WINDOW, LetterKind, LetterStatus, OutgoingLetter
from tinbai.people import RoleName, User
from tinbai.publication import Publication, PublicationStatus

A = ArticleStatus
ASK = {"seen": "1", "note": "Có nêu tên cá nhân, xin ý kiến."}
WRONG = {"seen": "1", "note": "Số hội viên dự là 45, không phải 54 như đã đăng."}


def a_head(office: Office, email: str | None = "truongban@songmau.example") -> Visit:
    visit = office.enter(RoleName.HEAD)
    with office.database.writing() as session:
        session.query(User).order_by(User.id.desc()).first().email = email  # type: ignore[union-attr]
    return visit


def letters(office: Office) -> list[OutgoingLetter]:
    with office.database.reading() as session:
        found = session.query(OutgoingLetter).order_by(OutgoingLetter.id).all()
        session.expunge_all()
        return found


@pytest.mark.parametrize("status", [A.NEW, A.EDITING, A.SUBMITTED])
def test_what_the_head_is_asked_about_nobody_else_approves(office: Office, status: ArticleStatus) -> None:
    head, article_id = a_head(office), office.article(status)
    assert office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/escalation", ASK).status_code == 303
    article = office.read(article_id)
    assert (article.status, article.needs_head) == (A.SUBMITTED, True)
    assert office.enter(RoleName.APPROVER).post(f"/articles/{article_id}/approval", ASK).status_code == 403
    assert head.post(f"/articles/{article_id}/approval", {"seen": "1"}).status_code == 303


def test_every_head_is_written_to_and_the_letter_waits_ten_seconds(office: Office) -> None:
    a_head(office)
    a_head(office, "phoban@songmau.example")
    a_head(office, None)
    article_id = office.article()
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/escalation", ASK)
    first, second = letters(office)
    assert {first.to, second.to} == {"truongban@songmau.example", "phoban@songmau.example"}
    assert (first.kind, first.not_before) == (LetterKind.OPINION, office.clock() + UNDO_WINDOW)
    assert ASK["note"] in first.text
    assert "Xin đăng nhập" in first.text  # no public address is configured: no link can be written


def test_with_a_public_address_each_letter_has_a_link_of_its_own_and_the_table_only_hashes(office: Office) -> None:
    for name in ("mot", "hai"):
        a_head(office, f"{name}@songmau.example")
    with_address(office)
    article_id = office.article()
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/escalation", ASK)
    tokens = {token_in(letter) for letter in letters(office)}
    assert len(tokens) == 2
    with office.database.reading() as session:
        rows = session.query(ApprovalLink).all()
        assert {row.token_hash for row in rows}.isdisjoint(tokens)
        assert {row.revision_id for row in rows} == {office.read(article_id).revision_id}


def test_asking_that_was_taken_back_asks_nobody(office: Office) -> None:
    a_head(office)
    with_address(office)
    article_id, visit = office.article(A.EDITING), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/escalation", ASK)
    assert visit.post(f"/articles/{article_id}/undoing", {"seen": "1"}).status_code == 303
    article = office.read(article_id)
    assert (article.status, article.needs_head) == (A.EDITING, False)
    assert [letter.status for letter in letters(office)] == [LetterStatus.CANCELLED]
    with office.database.reading() as session:
        assert session.query(ApprovalLink).one().used_at is not None


def test_the_head_is_not_asked_without_a_question_nor_twice(office: Office) -> None:
    article_id, visit = office.article(), office.enter(RoleName.EDITOR)
    assert visit.post(f"/articles/{article_id}/escalation", {"seen": "1", "note": " "}).status_code == 422
    assert visit.post(f"/articles/{article_id}/escalation", ASK).status_code == 303
    assert visit.post(f"/articles/{article_id}/escalation", ASK).status_code == 409


def published(office: Office) -> int:
    article_id = office.article(A.PUBLISHED)
    put_on_portal(office, article_id)
    return article_id


def test_a_correction_opens_the_article_and_leaves_what_is_live(office: Office) -> None:
    article_id, visit = published(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/correction", WRONG)
    assert office.read(article_id).status is A.EDITING
    with office.database.reading() as session:
        assert session.query(Publication).one().status is PublicationStatus.LIVE
        note = session.query(Correction).one()
        assert (note.words, note.actor) == (WRONG["note"], "Phạm Thị Minh Họa")
    page = visit.get(f"/articles/{article_id}").text
    assert WRONG["note"] in page
    assert "sẽ đi cùng bản được duyệt tới đây" in page


def test_only_what_readers_see_is_corrected(office: Office) -> None:
    visit, editing = office.enter(RoleName.EDITOR), office.article(A.EDITING)
    assert visit.post(f"/articles/{editing}/correction", WRONG).status_code == 409
    put_on_portal(office, editing)
    assert visit.post(f"/articles/{editing}/correction", WRONG).status_code == 303


@pytest.mark.parametrize("words", [" ", "x" * 2_001])
def test_a_correction_without_words_or_without_end_is_refused(office: Office, words: str) -> None:
    article_id = published(office)
    answer = office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/correction", {"seen": "1", "note": words})
    assert answer.status_code == 422
    assert office.read(article_id).status is A.PUBLISHED


def test_a_correction_can_be_taken_back_and_the_article_is_published_as_before(office: Office) -> None:
    article_id, visit = published(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/correction", WRONG)
    assert visit.post(f"/articles/{article_id}/undoing", {"seen": "2"}).status_code == 303
    article = office.read(article_id)
    assert (article.status, article.version) == (A.PUBLISHED, 3)
    with office.database.reading() as session:
        assert session.query(Correction).one().dropped_at == office.clock()


def test_a_correction_is_dropped_until_an_approval_has_carried_it(office: Office) -> None:
    article_id, visit = published(office), office.enter(RoleName.HEAD)
    visit.post(f"/articles/{article_id}/correction", WRONG)
    with office.database.reading() as session:
        path = f"/articles/{article_id}/corrections/{session.query(Correction).one().id}/removal"
    assert path in visit.get(f"/articles/{article_id}").text
    visit.post(f"/articles/{article_id}/submission", {"seen": "2"})
    visit.post(f"/articles/{article_id}/approval", {"seen": "2"})
    assert visit.post(path, {"seen": "2"}).status_code == 422
    assert "đã duyệt đăng cùng bài" in visit.get(f"/articles/{article_id}").text
    other = published(office)
    visit.post(f"/articles/{other}/correction", WRONG)
    with office.database.reading() as session:
        newest = session.query(Correction).order_by(Correction.id.desc()).first()
        assert newest is not None
        path = f"/articles/{other}/corrections/{newest.id}/removal"
    assert visit.post(path, {"seen": "2"}).status_code == 303
    assert WRONG["note"] not in visit.get(f"/articles/{other}").text.partition("Nhật ký")[0]


def approved(office: Office, hour: str = "2026-10-16T07:30") -> tuple[int, Visit]:
    article_id, visit = office.article(A.SUBMITTED), office.enter(RoleName.HEAD)
    visit.post(f"/articles/{article_id}/approval", {"seen": "1", "publish_at": hour})
    return article_id, visit


def test_what_is_kept_back_as_too_late_goes_out_with_one_press(office: Office) -> None:
    article_id, visit = approved(office)
    assert f"/articles/{article_id}/late" not in visit.get(f"/articles/{article_id}").text
    with office.database.writing() as session:
        session.query(Publication).one().kept_at = NOON
    page = visit.get(f"/articles/{article_id}").text
    assert "Lẽ ra bài này được đăng lúc" in page
    assert office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/late", {"seen": "1"}).status_code == 403
    answers = [visit.post(f"/articles/{article_id}/late", {"seen": "1"}).status_code for _ in range(2)]
    assert answers == [303, 409]
    with office.database.reading() as session:
        assert session.query(Publication).one().kept_at is None
    assert f"/articles/{article_id}/late" not in visit.get(f"/articles/{article_id}").text


def test_what_is_approved_goes_out_at_another_hour_without_another_approval(office: Office) -> None:
    article_id, visit = approved(office)
    form = {"seen": "1", "publish_at": "2026-10-20T14:00"}
    assert office.enter(RoleName.PUBLISHER).post(f"/articles/{article_id}/schedule", form).status_code == 303
    with office.database.reading() as session:
        publication = session.query(Publication).one()
        assert publication.due_at.isoformat() == "2026-10-20T07:00:00+00:00"
        approval = publication.approval
        events = session.scalars(history("article", article_id)).all()
    assert approval == next(event.id for event in events if event.decision == "approve")
    assert events[-1].data == {"publish_at": "2026-10-20T14:00:00+07:00", "was": "2026-10-16T00:30:00+00:00"}
    assert "20/10/2026 14:00" in visit.get(f"/articles/{article_id}").text


def test_of_two_who_move_it_the_second_is_told(office: Office) -> None:
    article_id, visit = approved(office)
    with office.database.reading() as session:
        was = session.get_one(Article, article_id).publish_at
        assert was is not None
    form = {"seen": "1", "was": was.isoformat()}
    path = f"/articles/{article_id}/schedule"
    assert visit.post(path, form | {"publish_at": "2026-10-20T14:00"}).status_code == 303
    assert visit.post(path, form | {"publish_at": "2026-10-21T14:00"}).status_code == 409


@pytest.mark.parametrize(
    ("hour", "words"), [("2026-10-15T11:00", "đã qua"), ("", "Chưa có giờ"), ("mai", "không đúng")]
)
def test_an_hour_that_cannot_be_is_refused(office: Office, hour: str, words: str) -> None:
    article_id, visit = approved(office)
    answer = visit.post(f"/articles/{article_id}/schedule", {"seen": "1", "publish_at": hour})
    assert answer.status_code == 422
    assert words in answer.text


def test_what_has_begun_to_go_out_is_not_moved(office: Office) -> None:
    article_id, visit = approved(office)
    with office.database.writing() as session:
        session.query(Publication).one().status = PublicationStatus.SENDING
    form = {"seen": "1", "publish_at": "2026-10-20T14:00"}
    assert visit.post(f"/articles/{article_id}/schedule", form).status_code == 409
    assert f"/articles/{article_id}/schedule" not in visit.get(f"/articles/{article_id}").text


def test_a_moved_hour_may_be_said_in_minutes(office: Office) -> None:
    article_id, visit = approved(office)
    visit.post(f"/articles/{article_id}/schedule", {"seen": "1", "by_minutes": "30"})
    with office.database.reading() as session:
        assert session.query(Publication).one().due_at.isoformat() == "2026-10-16T01:00:00+00:00"


def with_address(office: Office) -> None:
    """The review site has a public address from now on."""
    desk = office.app.state.desk
    web: WebConfig = desk.config.web.model_copy(update={"public_url": "http://testserver"})
    object.__setattr__(desk, "config", desk.config.model_copy(update={"web": web}))


def token_in(letter: OutgoingLetter) -> str:
    found = re.search(r"http://testserver/approve/([\w-]+)", letter.text)
    assert found is not None
    return found[1]


def test_a_link_lives_three_days(office: Office) -> None:
    a_head(office)
    with_address(office)
    office.enter(RoleName.EDITOR).post(f"/articles/{office.article()}/escalation", ASK)
    with office.database.reading() as session:
        assert session.query(ApprovalLink).one().expires_at - office.clock() == timedelta(days=3)
