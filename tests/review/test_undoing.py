"""Taking a decision back: within seconds, by whoever decided, while nothing has left."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.review.office import Office, Visit
from tinbai import undoing
from tinbai.article import ArticleStatus
from tinbai.event import Event, history
from tinbai.outbox import LetterStatus, OutgoingLetter, to_send
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus

A = ArticleStatus
NOTE = {"seen": "1", "note": "Thiếu ảnh."}


def answerable(office: Office, status: ArticleStatus = A.NEW) -> int:
    message_id = office.letter()
    return office.article(status, change=lambda article: setattr(article, "message_id", message_id))


def undo(visit: Visit, article_id: int) -> int:
    return int(visit.post(f"/articles/{article_id}/undoing", {"seen": "1"}).status_code)


def letter(office: Office) -> OutgoingLetter:
    with office.database.reading() as session:
        return session.query(OutgoingLetter).one()


@pytest.mark.parametrize("status", [A.NEW, A.EDITING, A.SUBMITTED])
@pytest.mark.parametrize("decision", ["return", "rejection"])
def test_the_article_stands_again_where_it_stood(office: Office, status: ArticleStatus, decision: str) -> None:
    article_id, visit = answerable(office, status), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/{decision}", NOTE)
    assert undo(visit, article_id) == 303
    assert office.read(article_id).status is status
    with office.database.reading() as session:
        decided, undone = session.scalars(history("article", article_id)).all()
    assert (undone.decision, undone.data) == (f"back_to_{status}", {"undone": decided.id})
    assert "hoàn tác" in visit.get(f"/articles/{article_id}/history").text


def test_a_letter_of_a_decision_that_was_taken_back_never_leaves(office: Office) -> None:
    article_id, visit = answerable(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/return", NOTE)
    undo(visit, article_id)
    assert letter(office).status is LetterStatus.CANCELLED
    office.clock.move(hours=1)
    with office.database.reading() as session:
        assert session.scalars(to_send(office.clock(), 10)).all() == []
    visit.post(f"/articles/{article_id}/return", NOTE)  # the article can be returned again, with a letter of its own
    with office.database.reading() as session:
        assert session.query(OutgoingLetter).filter_by(status=LetterStatus.WAITING).count() == 1


@pytest.mark.parametrize("status", [LetterStatus.SENDING, LetterStatus.SENT, LetterStatus.FAILED])
def test_after_the_letter_has_left_it_says_so(office: Office, status: LetterStatus) -> None:
    article_id, visit = answerable(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/return", NOTE)
    with office.database.writing() as session:
        session.query(OutgoingLetter).one().status = status
    answer = visit.post(f"/articles/{article_id}/undoing", {"seen": "1"})
    assert answer.status_code == 422
    assert "Thư đã gửi đi" in answer.text
    assert office.read(article_id).status is A.RETURNED
    assert letter(office).status is status


def test_without_the_guard_a_letter_that_leaves_would_be_called_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above fails when nobody asks whether the letter has left."""
    article_id, visit = answerable(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/return", NOTE)
    with office.database.writing() as session:
        session.query(OutgoingLetter).one().status = LetterStatus.SENT
    monkeypatch.setattr(undoing, "call_back", lambda _session, _event_id: True)
    assert undo(visit, article_id) == 303


@pytest.mark.parametrize(("seconds", "answer"), [(9, 303), (59, 303), (61, 422)])
def test_a_click_may_take_its_time_but_not_for_ever(office: Office, seconds: int, answer: int) -> None:
    article_id, visit = answerable(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/return", NOTE)
    office.clock.move(seconds=seconds)
    assert undo(visit, article_id) == answer


def test_the_page_offers_it_for_ten_seconds_to_whoever_decided(office: Office) -> None:
    article_id, visit, other = answerable(office), office.enter(RoleName.EDITOR), office.enter(RoleName.HEAD)
    visit.post(f"/articles/{article_id}/return", NOTE)
    assert "/undoing" in visit.get(f"/articles/{article_id}").text
    assert "/undoing" not in other.get(f"/articles/{article_id}").text
    assert undo(other, article_id) == 422
    office.clock.move(seconds=11)
    assert "/undoing" not in visit.get(f"/articles/{article_id}").text


def test_a_decision_is_taken_back_once(office: Office) -> None:
    article_id, visit = answerable(office), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/return", NOTE)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: undo(visit, article_id), range(4)))
    assert sorted(answers) == [303, 422, 422, 422]


def test_what_somebody_did_since_is_not_undone_with_it(office: Office) -> None:
    article_id, visit = office.article(A.EDITING), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/submission", {"seen": "1"})
    office.enter(RoleName.HEAD).post(f"/articles/{article_id}/return", NOTE)
    assert undo(visit, article_id) == 422
    assert office.read(article_id).status is A.RETURNED


def test_an_approval_that_was_taken_back_publishes_nothing(office: Office) -> None:
    article_id, visit = office.article(A.SUBMITTED), office.enter(RoleName.APPROVER)
    visit.post(f"/articles/{article_id}/approval", {"seen": "1", "publish_at": "2026-10-16T07:30"})
    assert undo(visit, article_id) == 303
    article = office.read(article_id)
    assert (article.status, article.publish_at) == (A.SUBMITTED, None)
    with office.database.reading() as session:
        assert session.query(Publication).one().status is PublicationStatus.WITHDRAWN


def test_an_approval_whose_text_is_on_its_way_is_not_taken_back(office: Office) -> None:
    article_id, visit = office.article(A.SUBMITTED), office.enter(RoleName.APPROVER)
    visit.post(f"/articles/{article_id}/approval", {"seen": "1"})
    with office.database.writing() as session:
        session.query(Publication).one().status = PublicationStatus.SENDING
    answer = visit.post(f"/articles/{article_id}/undoing", {"seen": "1"})
    assert answer.status_code == 422
    assert "bắt đầu được đăng" in answer.text
    assert office.read(article_id).status is A.APPROVED
    with office.database.reading() as session:
        assert session.query(Event).filter(Event.decision.like("back_to%")).count() == 0
